import HospitalDomain
import Testing

/// The personal number that unlocks, and the times of the lock (H4).
struct PINRuleTests {
  @Test(
    "a number that is among the first to be tried is refused",
    arguments: [
      "0000", "7777", "88888888", "1212", "123123", "12341234", "1234", "4321", "2468", "7890", "9012", "8642", "1987",
      "2026", "1900", "2099", "2580", "1221", "1004", "159753", "112233",
    ])
  func guessable(_ pin: String) {
    #expect(throws: Misentry("it is one of the first that are tried; choose another")) { try PINRule.check(pin) }
  }

  @Test("4 to 8 digits and nothing else", arguments: ["", "123", "739162845", "73 91", "7391a", "７３９１", "-739"])
  func shape(_ pin: String) {
    #expect(throws: Misentry("4 to 8 digits are needed, and nothing else")) { try PINRule.check(pin) }
  }

  @Test("any other number will do", arguments: ["7391", "0573", "1834", "48153", "739162", "73916284", "1875", "2113"])
  func good(_ pin: String) throws { try PINRule.check(pin) }

  @Test("hardly a number in ten is refused, so that guessing is not made easier")
  func few() {
    let refused = (0..<10_000).count { number in
      let digits = String(number)
      let pin = String(repeating: "0", count: 4 - digits.count) + digits
      return (try? PINRule.check(pin)) == nil
    }
    #expect(refused < 500)
  }

  private let signedIn = Timestamp(milliseconds: 1_000_000_000)

  @Test("it unlocks for 30 minutes after a full sign-in, to the millisecond, and not on a clock that was set back")
  func life() throws {
    let standing = PINStanding(failures: 0, setAt: signedIn)
    try PINRule.checkUse(standing, signedInAt: signedIn, now: signedIn)
    try PINRule.checkUse(standing, signedInAt: signedIn, now: signedIn + .minutes(30))
    for now in [signedIn + .minutes(30) + .milliseconds(1), signedIn - .milliseconds(1)] {
      #expect(throws: Refusal.pinTooLate) { try PINRule.checkUse(standing, signedInAt: signedIn, now: now) }
    }
  }

  @Test("after five wrong tries only the password unlocks")
  func tries() throws {
    try PINRule.checkUse(PINStanding(failures: 4, setAt: signedIn), signedInAt: signedIn, now: signedIn)
    #expect(throws: Refusal.pinSpent) {
      try PINRule.checkUse(PINStanding(failures: 5, setAt: signedIn), signedInAt: signedIn, now: signedIn)
    }
    #expect(throws: Refusal.noPIN) { try PINRule.checkUse(nil, signedInAt: signedIn, now: signedIn) }
  }

  @Test("a terminal locks after 3 minutes, or as set by role, from 1 to 10")
  func times() {
    #expect(LockTimes.usual.limit(of: .nurse) == .minutes(3))
    let set = LockTimes(usual: 2, byRole: [.doctor: 10, .nurse: 0, .cashier: 11])
    #expect(set.limit(of: .reception) == .minutes(2) && set.limit(of: .doctor) == .minutes(10))
    #expect(set.limit(of: .nurse) == .minutes(1) && set.limit(of: .cashier) == .minutes(10))
  }

  @Test(
    "a draft is packed whole and unpacked whole, whatever is in it",
    arguments: [("", "", "", ""), ("a:b", "3:x", "Inês\n1:", "4:\t💊"), ("registration", "id/7", "12:", ":::")])
  func packing(form: String, subject: String, title: String, content: String) {
    let draft = Draft(
      id: Identifier("d"), form: form, subject: subject, title: title, content: content, savedAt: signedIn)
    #expect(Draft(packed: draft.packed, id: draft.id, savedAt: signedIn) == draft)
    #expect(Draft(packed: draft.packed + "x", id: draft.id, savedAt: signedIn) == nil)
    #expect(Draft(packed: String(draft.packed.dropLast()), id: draft.id, savedAt: signedIn) == nil)
  }
}
