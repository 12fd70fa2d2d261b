import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// What a pharmacist does with a prescription of the queue, and what others are told meanwhile (M1).
struct PharmacyWorkTests {
  let hospital: TestHospital
  private let id: String
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
    try hospital.prescribe(for: hospital.samples.patients[0], priority: "urgent")
    id = try hospital.read { try $0.pharmacy.queue(limit: 1).prescriptions[0].id }
  }

  private func service(_ role: Role = .pharmacist, terminal: String = "test") -> PharmacyService {
    PharmacyService(hospital.session(role, terminal: terminal))
  }

  /// A second pharmacist.
  private func other() throws -> PharmacyService {
    let account = try AccountService(hospital.session(.administrator)).add(
      username: "pharmacist2", fullName: "Byrne, Ada", role: .pharmacist, password: "three green boats")
    return PharmacyService(
      Session(workplace: hospital.workplace, account: account, hospital: hospital.hospital, terminal: "counter 2"))
  }

  private var queued: QueuedPrescription {
    get throws { try #require(service().queue([id]).first) }
  }

  private func state() throws -> QueueState { try queued.state(at: hospital.clock.now) }

  @Test("M1: the second pharmacist is told who has it and until when; it ends by itself, to the millisecond")
  func lease() throws {
    let other = try other()
    #expect(try service().claim(id).sentence == "You have Rx 1 until 14:07")
    #expect(try state() == .verifying)
    for attempt in [{ try other.claim(id) }, { try other.verify(id) }, { try other.hold(id, because: "dose") }] {
      let refusal = try #require(try refusal { try attempt() })
      #expect(refusal.code == "prescription.claimed" && refusal.sentence.contains("until 14:07"))
    }
    hospital.clock.advance(by: ClaimRule.lasts - .milliseconds(1))
    #expect(try refusal { try other.claim(id) }?.code == "prescription.claimed")
    hospital.clock.advance(by: .milliseconds(1))
    #expect(try state() == .waiting)
    _ = try other.claim(id)
    #expect(try refusal { try service().verify(id) }?.sentence.hasPrefix("Byrne, Ada is working on Rx 1") ?? false)
  }

  @Test("M1: who works on renews the claim; what has ended, or is another's, is not renewed")
  func renewed() throws {
    let other = try other()
    _ = try service().claim(id)
    hospital.clock.advance(by: .minutes(4))
    try service().renewClaims(of: [id])
    try other.renewClaims(of: [id])
    hospital.clock.advance(by: .minutes(4))
    #expect(try refusal { try other.claim(id) }?.code == "prescription.claimed")
    hospital.clock.advance(by: .minutes(2))
    try service().renewClaims(of: [id])
    _ = try other.claim(id)
  }

  @Test("M1: a claim ends with the session that took it, not with another of the same person")
  func sessionEnds() throws {
    let other = try other()
    _ = try service(terminal: "counter 1").claim(id)
    try service(terminal: "counter 9").letGoOfAll()
    #expect(try refusal { try other.claim(id) }?.code == "prescription.claimed")
    try service(terminal: "counter 1").letGoOfAll()
    _ = try other.claim(id)
    try other.letGoOfAll()
    _ = try service().claim(id)
    _ = try service().letGo(id)
    _ = try other.claim(id)
  }

  @Test("M1: on hold with a reason, and on again from where it stood; nothing moves meanwhile")
  func hold() throws {
    #expect(try refusal { try service().hold(id, because: "  ") }?.code == "bed.reason")
    _ = try service().verify(id)
    let held = try service().hold(id, because: "dose to be confirmed")
    #expect(try state() == .onHold && queued.work.holdReason == "dose to be confirmed")
    #expect(try refusal { try service().decline(id, for: .allergy, because: "no") }?.code == "prescription.onHold")
    _ = try service().release(id)
    #expect(try state() == .verified)
    #expect(try refusal { try service().release(id) }?.code == "prescription.notOnHold")
    #expect(held.undo != nil)
  }

  @Test("M1: a decline goes back to the prescriber with code and words; the answer brings it back into the queue")
  func decline() throws {
    #expect(try refusal { try service().decline(id, for: .allergy, because: "") } != nil)
    let done = try service().decline(id, for: .allergy, because: "penicillin, see the record")
    #expect(done.sentence.hasSuffix("goes back to LINDQVIST, Maja: allergy"))
    #expect(try state() == .declined && service().queue().prescriptions.isEmpty)
    #expect(try service().queue(QueueChoice(kind: .declined)).prescriptions.map(\.id) == [id])
    #expect(
      try hospital.read { try $0.pharmacy.declined(for: hospital.samples.doctors[0], limit: 5) }.map(\.id) == [id])
    #expect(try hospital.read { try $0.pharmacy.declined(for: hospital.samples.doctors[1], limit: 5) }.isEmpty)
    #expect(try refusal { try service().verify(id) }?.code == "prescription.stage")
    hospital.clock.advance(by: .minutes(10))
    _ = try service(.doctor).answer(id, "changed to a macrolide; go on")
    #expect(try state() == .waiting && queued.work.words == "changed to a macrolide; go on")
    #expect(try queued.wait(at: hospital.clock.now) == .zero)
    #expect(try refusal { try service(.doctor).answer(id, "again") }?.code == "prescription.stage")
  }

  @Test("M1: what was verified can be looked at again, by u")
  func verified() throws {
    let done = try service().verify(id)
    #expect(try state() == .verified)
    let undo = try #require(done.undo)
    _ = try undo(hospital.session(.pharmacist))
    #expect(try state() == .waiting)
    _ = try service().verify(id)
    #expect(try refusal { try service().verify(id) }?.code == "prescription.stage")
  }

  @Test("M1: states, wards and pharmacies are chosen; what is counted is what is there")
  func choice() throws {
    try hospital.admit(patients[1], to: hospital.samples.rooms[0])
    try hospital.prescribe("1364430", for: patients[1], status: "on-hold", note: "dose?")
    _ = try service().verify(id)
    func ids(_ choice: QueueChoice) throws -> Int { try service().queue(choice).prescriptions.count }
    #expect(try ids(QueueChoice()) == 2)
    #expect(try ids(QueueChoice(kind: .verified)) == 1 && ids(QueueChoice(kind: .onHold)) == 1)
    #expect(try ids(QueueChoice(kind: .waiting)) == 0 && ids(QueueChoice(kind: .ready)) == 0)
    #expect(try ids(QueueChoice(pharmacy: hospital.samples.pharmacies[0])) == 2)
    #expect(try ids(QueueChoice(pharmacy: PharmacyID("none"))) == 0)
    let counts = try service().counts(at: nil)
    #expect(counts.queued == 2 && counts.pressing == [.urgent: 1] && counts.onHold == 1 && counts.ready == 0)
    for kind in [nil] + QueueChoice.Kind.allCases.map(Optional.some) {
      let choice = QueueChoice(kind: kind)
      let all = try service().queue([id]) + service().queue(QueueChoice(kind: .onHold)).prescriptions
      let shown = Set(try service().queue(choice).prescriptions.map(\.id))
      for one in all { #expect(choice.takes(one, at: hospital.clock.now) == shown.contains(one.id), "\(choice)") }
    }
  }

  @Test("M1: each act stands in the audit trail, with its reason")
  func audit() throws {
    _ = try service().claim(id)
    _ = try service().verify(id)
    _ = try service().hold(id, because: "dose to be confirmed")
    let said = try hospital.engine.read {
      try $0.rows("SELECT reason FROM audit_entry WHERE subject_kind = 'prescription' ORDER BY id")
    }
    #expect(try said.map { try $0.text("reason") } == ["claim", "", "dose to be confirmed"])
  }
}
