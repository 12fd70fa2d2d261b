import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// A person changes their own password (H3).
struct OwnPasswordTests {
  private let hospital: TestHospital
  private let session: Session
  private let old = "password of nurse"
  private let new = "four green boats at sea"

  init() throws {
    hospital = try TestHospital()
    session = try SignInService(hospital.workplace).signIn(
      username: "nurse", password: "password of nurse", terminal: "ward")
  }

  private func signIn(_ password: String) throws -> Session {
    try SignInService(hospital.workplace).signIn(username: "nurse", password: password, terminal: "ward")
  }

  @Test("with the old one; this session goes on, every other ends, and the new one signs in")
  func changes() throws {
    let other = try signIn(old)
    try OwnPasswordService(session).change(from: old, to: new)
    #expect(throws: Never.self) { try session.confirmStanding() }
    #expect(throws: Never.self) { _ = try BedService(session).board() }
    #expect(throws: Refusal.passwordReset) { try other.confirmStanding() }
    #expect(throws: Refusal.signInFailed) { _ = try signIn(old) }
    #expect(throws: Never.self) { _ = try signIn(new) }
    let entry = try #require(try hospital.read { try $0.audit.newest(10) }.first { $0.reason == "own password" })
    #expect(entry.action == .update && entry.actor == "nurse" && entry.permission == Permission.secureOwnAccount.code)
    try AccountService(hospital.session(.administrator)).reset("nurse", password: "another four words here")
    #expect(throws: Refusal.passwordReset, "an administrator's reset still ends it") { try session.confirmStanding() }
  }

  @Test("not without the old one, which counts as a failure to sign in")
  func wrongOld() throws {
    for _ in 0..<4 {
      #expect(throws: Refusal.passwordWrong) { try OwnPasswordService(session).change(from: "wrong", to: new) }
    }
    for _ in 0..<20 {
      #expect(throws: (any Error).self) { try OwnPasswordService(session).change(from: "wrong", to: new) }
    }
    #expect(throws: (any Error).self, "now even the right one waits") {
      try OwnPasswordService(session).change(from: old, to: new)
    }
    #expect(try hospital.read { try $0.audit.newest(1) }.first?.reason == "password asked again, too soon")
    hospital.clock.advance(by: .hours(1))
    #expect(throws: Never.self) { _ = try signIn(old) }
  }

  @Test(
    "not to a short one, a common one, one with the name in it, or the same",
    arguments: [
      "short", "password1234", "nurse four boats", "password of nurse",
    ])
  func wrongNew(word: String) throws {
    #expect { try OwnPasswordService(session).change(from: old, to: word) } throws: {
      ($0 as? InvalidEntry)?.problems.map(\.field) == ["new"]
    }
    #expect(throws: Never.self) { _ = try signIn(old) }
  }
}
