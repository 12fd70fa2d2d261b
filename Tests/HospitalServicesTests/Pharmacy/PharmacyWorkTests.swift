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
    let counts = try service().counts(at: nil)
    #expect(counts.declined == 1 && counts.queued == 0 && counts.pressing.isEmpty)
    #expect(
      try hospital.read { try $0.pharmacy.declined(for: hospital.samples.doctors[0]) }.map(\.id) == [id])
    #expect(try hospital.read { try $0.pharmacy.declined(for: hospital.samples.doctors[1]) }.isEmpty)
    #expect(try refusal { try service().verify(id) }?.code == "prescription.stage")
    hospital.clock.advance(by: .minutes(10))
    _ = try service(.doctor).answer(id, "changed to a macrolide; go on")
    #expect(try state() == .waiting && queued.work.words == "changed to a macrolide; go on")
    #expect(try queued.wait(at: hospital.clock.now) == .zero)
    #expect(try refusal { try service(.doctor).answer(id, "again") }?.code == "prescription.stage")
  }

  @Test("M1: a change takes what was declined out of the queue and off the prescriber's list; the new version waits")
  func changed() throws {
    try hospital.makeDoctors()
    let doctor = PharmacyService(try hospital.doctorSession())
    _ = try service().decline(id, for: .other, because: "half of it, please")
    #expect(try doctor.declinedForMe().map(\.id) == [id])
    let item = PrescriptionOrder.Item(
      medication: try hospital.medication(),
      dosage: Dosage(amount: try DoseAmount(entry: "1 tablet"), route: .oral, frequency: .timesADay(1), days: 7),
      quantity: 7)
    let done = try PrescribingService(hospital.session(.doctor)).prescribe(
      hospital.order([item], for: patients[0], changing: id))
    #expect(try doctor.declinedForMe().isEmpty)
    #expect(try service().queue(QueueChoice(kind: .declined)).prescriptions.isEmpty)
    #expect(try service().queue().prescriptions.map(\.id) == [done.made])
    let counts = try service().counts(at: nil)
    #expect(counts.declined == 0 && counts.queued == 1)
    #expect(try refusal { try doctor.answer(id, "go on") } != nil)
  }

  @Test("M1: what can be collected is read to the last one, however much is ready")
  func allToCollect() throws {
    let stay = try hospital.admit(patients[1], to: hospital.samples.rooms[0])
    try hospital.receive(300, "A", expires: "2028/01/31")
    let many = 203
    try hospital.write { records in
      for _ in 0..<many {
        try records.pharmacy.prescribe(
          [
            PrescribedItem(
              medication: "5640", dose: "1 tablet", route: "by mouth", frequency: "once a day", days: 1, quantity: 1)
          ], for: patients[1], in: stay, by: hospital.samples.doctors[0], to: hospital.samples.pharmacies[0],
          status: "active", priority: "routine")
      }
    }
    let ids = try service().queue().prescriptions.filter { $0.patient.id == patients[1] }.map(\.id)
    for id in ids {
      _ = try service().verify(id, because: "a test")
      let item = try #require(try service().preparation(of: id).items.first)
      _ = try service().dispense(id, [DispenseEntry(item.id, 1)])
    }
    #expect(try service().toCollect().count == many)
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
    #expect(try service().counts(at: hospital.samples.pharmacies[0]) == counts)
    #expect(try service().counts(at: PharmacyID("none")) == QueueCounts())
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
