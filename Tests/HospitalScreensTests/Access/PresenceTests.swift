import HospitalDomain
import HospitalRecords
import HospitalScreens
import HospitalTestSupport
import Testing

/// H5: who signs in, is refused, locks, unlocks and leaves stands in the audit trail.
struct PresenceTests {
  @Test("signing in, a refusal, the lock, the unlocking and the sign-out each have an entry, in their order")
  func entries() throws {
    let hospital = try TestHospital()
    let seat = Seat(Desk(workplace: hospital.workplace, terminal: "pts/4") {})
    #expect(throws: Refusal.self) { try seat.desk.signIn(username: "nurse", password: "wrong") }
    try seat.desk.signIn(username: "nurse", password: "password of nurse")
    seat.lock()
    for (secret, isRight) in [("wrong", false), ("password of nurse", true)] {
      var screen = LockScreen(seat)
      screen.form.fill("password", with: secret)
      #expect(screen.unlock().isUnlocked == isRight)
    }
    seat.leave()
    seat.leave()
    let entries = try hospital.read { try $0.audit.newest(20) }.reversed()
    let deeds = entries.filter { $0.terminal == "pts/4" }.map { AuditDeed($0).word }
    #expect(deeds.filter { $0 != "lock" } == ["refused", "sign-in", "refused", "sign-in", "sign-out"])
    #expect(deeds.filter { $0 == "lock" }.count == 1)
    #expect(entries.filter { $0.terminal == "pts/4" }.allSatisfy { $0.actor == "nurse" })
  }

  @Test("who takes the terminal over signs the one before out")
  func takenOver() throws {
    let hospital = try TestHospital()
    let desk = hospital.desk(.nurse)
    try desk.signIn(username: "doctor", password: "password of doctor")
    let entries = try hospital.read { try $0.audit.newest(2) }
    #expect(entries.map(\.action).contains(.signOut) && entries.contains { $0.actor == "nurse" })
  }
}

extension LockScreen.Outcome {
  fileprivate var isUnlocked: Bool {
    if case .unlocked = self { true } else { false }
  }
}
