import Testing

@testable import HospitalDomain

@Suite("The board's code is derived (A1; domain.md, Room and bed)")
struct BedCodeTests {
  /// An open stay counts first, then the service state, then a live hold.
  @Test(arguments: [false, true], [false, true])
  func derives(openStay: Bool, liveHold: Bool) {
    for service in RoomServiceState.allCases {
      for isolated in [false, true] {
        let code = BedCode.derive(openStay: openStay, isolated: isolated, service: service, liveHold: liveHold)
        let expected: BedCode =
          if openStay {
            isolated ? .isolated : .occupied
          } else {
            switch service {
            case .housekeeping: .housekeeping
            case .contaminated: .contaminated
            case .closed: .closed
            case .inService: liveHold ? .held : .free
            }
          }
        #expect(code == expected)
      }
    }
  }

  @Test func lettersAreThoseOfTheTable() {
    #expect(BedCode.allCases.map(\.rawValue) == ["U", "O", "H", "K", "C", "I", "R"])
    #expect(
      BedCode.allCases.map(\.title) == [
        "free", "occupied", "housekeeping", "contaminated", "closed", "isolated", "held",
      ])
  }

  @Test(arguments: [
    ("U", BedCode.free), ("free", .free), ("fr", .free), ("vacant", .free), ("o", .occupied), ("occ", .occupied),
    ("h", .housekeeping),
    ("hsk", .housekeeping), ("clean", .housekeeping), ("k", .contaminated), ("shut", .closed), ("block", .closed),
    ("iso", .isolated),
    ("res", .held), ("HELD", .held),
  ])
  func areRead(typed: String, code: BedCode) throws {
    #expect(try BedCode(entry: typed) == code)
  }

  @Test(arguments: ["", "x", "freee", "cl", "t"])
  func areRefused(_ typed: String) {
    #expect(problem { () throws(Misentry) in try BedCode(entry: typed) } != nil)
  }

  @Test func aHoldEndsByItself() {
    let held = room(hold: hold())
    #expect(held.code(at: moment("2026/11/21", 14, 59)) == .held)
    #expect(held.code(at: moment("2026/11/21", 15)) == .free)
    #expect(room(hold: hold(state: .cancelled)).code(at: now) == .free)
    #expect(room(service: .housekeeping, hold: hold()).code(at: now) == .housekeeping)
    #expect(room(occupant: occupant(isolation: .contact), hold: hold()).code(at: now) == .isolated)
  }

  @Test(arguments: [
    ("icu", RoomKind.intensiveCare), ("Intensive care", .intensiveCare), ("mat", .maternity), ("day", .dayCase),
    ("semi", .semiPrivate),
  ])
  func kindsAreRead(typed: String, kind: RoomKind) throws {
    #expect(try RoomKind(entry: typed) == kind)
  }

  @Test(arguments: ["", "suite", "p"])
  func otherKindsAreRefused(_ typed: String) {
    #expect(problem { () throws(Misentry) in try RoomKind(entry: typed) } != nil)
  }
}

@Suite("Ward gender rules warn (domain.md, Room and bed)")
struct GenderRuleTests {
  @Test(arguments: GenderRule.allCases, Sex.allCases)
  func onlyTheOtherSexIsAConcern(rule: GenderRule, sex: Sex) {
    let isConcern = (rule == .women && sex == .male) || (rule == .men && sex == .female)
    #expect((rule.concern(for: sex, room: "4C-01") != nil) == isConcern)
  }

  @Test func saysWhy() {
    #expect(
      GenderRule.women.concern(for: .male, room: "4C-01") == "4C-01 is for women and the patient is recorded as male")
  }
}
