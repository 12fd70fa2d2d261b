import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Verifying against what speaks against it, dispensing from lots, putting back, handing over (M3, M4, I1).
struct DispensingTests {
  let hospital: TestHospital
  private let id: String
  private let stay: AdmissionID

  /// A prescription of 56 ibuprofen for OYELARAN, who lies in a room.
  init() throws {
    let hospital = try TestHospital()
    self.hospital = hospital
    try hospital.keepInteractions()
    let patient = hospital.samples.patients[1]
    let admission = try hospital.admit(patient, to: hospital.samples.rooms[0])
    stay = admission
    id = try hospital.write { records in
      try records.pharmacy.prescribe(
        [
          PrescribedItem(
            medication: "5640", dose: "1 tablet", route: "by mouth", frequency: "twice a day", days: 28, quantity: 56)
        ], for: patient, in: admission, by: hospital.samples.doctors[0], to: hospital.samples.pharmacies[0],
        status: "active", priority: "routine")
      return try records.pharmacy.queue(limit: 1).prescriptions[0].id
    }
  }

  private var service: PharmacyService { PharmacyService(hospital.session(.pharmacist)) }
  private func item() throws -> DispenseItem { try #require(service.preparation(of: id).items.first) }
  private func stage() throws -> PharmacyStage { try #require(service.queue([id]).first).work.stage }
  private func dispense(_ quantity: Int) throws -> DoneAct {
    try service.dispense(id, [DispenseEntry(item().id, quantity)])
  }
  private func charges() throws -> [Charge] {
    try hospital.read { try $0.charges.unbilled(of: stay) }.filter { $0.category == .medication }
  }

  @Test("M4: the lot that expires first is emptied first, an expired one is never touched; what is given is charged")
  func firstExpiring() throws {
    try hospital.receive(100, "LATE", expires: "2028/01/31")
    let soon = try hospital.receive(20, "SOON", expires: "2026/11/21")
    #expect(try refusal { try dispense(56) }?.code == "prescription.stage")
    _ = try service.verify(id)
    let said = try dispense(56).sentence
    #expect(said.contains("20 of lot SOON, 36 of lot LATE"))
    #expect(try hospital.level(of: soon) == 0 && stage() == .ready)
    let counts = try service.counts(at: nil)
    #expect(counts.ready == 1 && counts.queued == 1 && counts.pressing.isEmpty)
    #expect(try service.preparation(of: id).dispensed.map(\.quantity) == [20, 36])
    #expect(try charges().map(\.amount) == [Money(cents: 56 * 60)])
    #expect(try charges().map(\.item) == ["ibuprofen 400 mg tablet, 56"])
  }

  @Test("M1, P5: on the patient's record the ward reads what it waits for")
  func ward() throws {
    func words() throws -> [String] {
      try RegistrationService(hospital.session(.nurse)).open(hospital.samples.patients[1]).prescriptions
        .map(\.statusTitle)
    }
    try hospital.receive(100, "A", expires: "2028/01/31")
    #expect(try words() == ["active"])
    _ = try service.verify(id)
    #expect(try words() == ["being prepared"])
    _ = try dispense(20)
    #expect(try words() == ["dispensed in part"])
    _ = try dispense(36)
    #expect(try words() == ["ready to collect"])
    _ = try service.handOver(id, to: "nurse of the ward")
    let end = hospital.clock.now + .days(28)
    #expect(try words() == ["lasts until \(LocalTime.utc.date(of: end))"])
    hospital.clock.advance(by: .days(28))
    #expect(try words() == ["completed"])
  }

  @Test("M4: a lot that expired yesterday gives nothing; one sentence says so")
  func expired() throws {
    let old = try hospital.receive(100, "OLD", expires: "2026/11/21")
    hospital.clock.advance(by: .days(1))
    _ = try service.verify(id)
    #expect(try refusal { try dispense(1) }?.code == "stock.short")
    let entry = DispenseEntry(try item().id, 1, from: old)
    #expect(try refusal { try service.dispense(id, [entry]) }?.code == "stock.expired")
    #expect(try hospital.level(of: old) == 100 && stage() == .verified && charges().isEmpty)
  }

  @Test(
    "M4: too little is there: all or nothing, then in part; the rest stays owed, and what is prepared can be collected")
  func part() throws {
    try hospital.receive(40, "A", expires: "2028/01/31")
    _ = try service.verify(id)
    #expect(try refusal { try dispense(56) }?.code == "stock.short")
    #expect(try stage() == .verified)
    _ = try dispense(40)
    #expect(try stage() == .partDispensed && item().owed == 16)
    func ready() throws -> [Int] {
      [try service.queue(QueueChoice(kind: .ready)).prescriptions.count, try service.counts(at: nil).ready]
    }
    #expect(try service.toCollect().map(\.id) == [id] && ready() == [1, 1])
    _ = try service.handOver(id, to: "Nurse Okafor, 4A")
    #expect(try stage() == .partDispensed && service.toCollect().isEmpty && ready() == [0, 0])
    #expect(try refusal { try service.handOver(id, to: "again") }?.code == "dispense.nothingReady")
    hospital.clock.advance(by: .minutes(5))
    try hospital.receive(40, "B", expires: "2028/01/31")
    #expect(try refusal { try dispense(17) }?.code == "dispense.quantity")
    _ = try dispense(16)
    #expect(try stage() == .ready)
    _ = try service.handOver(id, to: "Nurse Okafor, 4A")
    #expect(try stage() == .handedOver)
    #expect(try service.queue([id]).first?.prescription.status == "completed")
    let open = try CheckOutService(hospital.session(.nurse)).again(stay).openItems
    #expect(open.filter { $0.kind == .prescription }.isEmpty)
  }

  @Test("M4: what is prepared and not collected is told apart from what went over the counter before")
  func prepared() throws {
    try hospital.receive(100, "A", expires: "2028/01/31")
    _ = try service.verify(id)
    func prepared() throws -> [PreparedItem] { try service.preparation(of: id).prepared }
    #expect(try prepared().isEmpty)
    _ = try dispense(20)
    #expect(try prepared() == [PreparedItem("ibuprofen 400 mg tablet", 20)])
    #expect(try service.queue([id]).first?.work.words == "36 still owed")
    hospital.clock.advance(by: .minutes(5))
    _ = try service.handOver(id, to: "Nurse Okafor, 4A")
    #expect(try prepared().isEmpty)
    let states = try PrescribingService(hospital.session(.nurse)).detail(of: id).states
    #expect(states.last?.status == "handed over to Nurse Okafor, 4A", "P5: the ward reads who has it")
    hospital.clock.advance(by: .minutes(5))
    let lot = try #require(try service.preparation(of: id).dispensed.first)
    _ = try service.putBack(id, [ReturnEntry(lot.item, from: lot.lot, 5)], because: "brought back from home")
    hospital.clock.advance(by: .minutes(5))
    _ = try dispense(36)
    #expect(
      try prepared() == [PreparedItem("ibuprofen 400 mg tablet", 36)], "what came from home is not taken off the bag")
    hospital.clock.advance(by: .minutes(5))
    _ = try service.putBack(id, [ReturnEntry(lot.item, from: lot.lot, 6)], because: "too many counted")
    #expect(try prepared() == [PreparedItem("ibuprofen 400 mg tablet", 30)])
  }

  @Test("P5: the states of a prescription tell that the pharmacy declined it, who did, why, and that it was sent again")
  func declined() throws {
    try hospital.makeDoctors()
    _ = try service.decline(id, for: .allergy, because: "penicillin")
    hospital.clock.advance(by: .minutes(5))
    _ = try PharmacyService(hospital.session(.headDoctor)).answer(id, "it was measles")
    hospital.clock.advance(by: .minutes(5))
    _ = try service.verify(id)
    let states = try PrescribingService(hospital.session(.nurse)).detail(of: id).states
    #expect(states.map(\.status) == ["active", "declined at the pharmacy", "sent to the pharmacy again"])
    #expect(states.map(\.reason).suffix(2) == ["allergy: penicillin", "it was measles"])
    #expect(states.dropFirst().first?.recorded.by == "Test pharmacist")
  }

  @Test("domain.md: nothing, nobody's, too many: each is refused in one sentence", arguments: [0, -1, 57, 1_000_000])
  func quantity(quantity: Int) throws {
    try hospital.receive(100, "A", expires: "2028/01/31")
    _ = try service.verify(id)
    let refusal = try #require(try refusal { try dispense(quantity) })
    #expect(["dispense.quantity", "dispense.nothing"].contains(refusal.code))
    #expect(try stage() == .verified)
  }

  @Test("M4: what was prepared of a prescription that the doctor stopped goes back to its lot, and is not charged")
  func putBackStopped() throws {
    let lot = try hospital.receive(100, "A", expires: "2028/01/31")
    _ = try service.verify(id)
    _ = try dispense(56)
    try hospital.makeDoctors()
    #expect(try service.toPutBack().isEmpty)
    _ = try PrescribingService(hospital.session(.doctor)).stop(id, because: "bleeding")
    #expect(try service.toPutBack().map(\.id) == [id] && service.toCollect().isEmpty)
    #expect(try refusal { try service.handOver(id, to: "nurse of the ward") } != nil)
    _ = try service.putBack(id, because: "stopped")
    #expect(try service.toPutBack().isEmpty)
    #expect(try hospital.level(of: lot) == 100 && charges().isEmpty && service.toCollect().isEmpty)
  }

  @Test("M4: what is put back is in its lot again, with a reason; its charge is cancelled")
  func putBack() throws {
    let lot = try hospital.receive(100, "A", expires: "2028/01/31")
    _ = try service.verify(id)
    _ = try dispense(56)
    #expect(try refusal { try service.putBack(id, because: " ") } != nil)
    _ = try service.putBack(id, because: "the order was changed")
    #expect(try hospital.level(of: lot) == 100 && stage() == .verified && charges().isEmpty)
    #expect(try refusal { try service.putBack(id, because: "again") }?.code == "dispense.nothingOut")
    _ = try dispense(56)
    let item = try item()
    #expect(
      try refusal { try service.putBack(id, [ReturnEntry(item.id, from: lot, 0)], because: "unopened") }?.code
        == "dispense.nothingReturned")
    #expect(
      try refusal { try service.putBack(id, [ReturnEntry(item.id, from: lot, 57)], because: "unopened") }?.code
        == "stock.returnTooLarge")
    _ = try service.putBack(id, [ReturnEntry(item.id, from: lot, 6)], because: "unopened")
    #expect(try hospital.level(of: lot) == 50 && stage() == .partDispensed)
    #expect(try charges().map(\.amount) == [Money(cents: 50 * 60)])
  }

  @Test("M4: something else is given in its place with a reason alone")
  func instead() throws {
    let other = try hospital.medication("313782")
    try hospital.receive(100, "P", of: "313782", expires: "2028/01/31")
    _ = try service.verify(id)
    let item = try item()
    #expect(
      try refusal { try service.dispense(id, [DispenseEntry(item.id, 56, instead: other)]) }?.code == "bed.reason"
    )
    let done = try service.dispense(id, [DispenseEntry(item.id, 56, instead: other, because: "none left, agreed")])
    #expect(done.sentence.contains("paracetamol 500 mg tablet"))
    #expect(try charges().map(\.amount) == [Money(cents: 5600)])
  }

  @Test("M3: what is major passes with a written reason, which is kept; what is contraindicated with a signature too")
  func findings() throws {
    try hospital.prescribe("855332", for: hospital.samples.patients[1])
    let worst = try #require(service.preparation(of: id).checks.report?.worst)
    #expect(worst.needsReason)
    #expect(try refusal { try service.verify(id) }?.code == "verify.reason")
    if worst.needsSignature {
      #expect(try refusal { try service.verify(id, because: "short course") }?.code == "verify.signature")
      _ = try service.verify(
        id, because: "short course", signedBy: SecondSignature(username: "doctor", password: "password of doctor"))
    } else {
      _ = try service.verify(id, because: "short course")
    }
    #expect(try stage() == .verified)
    let kept = try hospital.engine.read { try $0.rows("SELECT reason FROM finding_override") }
    #expect(try kept.allSatisfy { try $0.text("reason") == "short course" } && !kept.isEmpty)
  }

  @Test("B12: the database refuses what the rules refuse, from any connection")
  func guards() throws {
    try hospital.receive(100, "A", expires: "2028/01/31")
    _ = try service.verify(id)
    for stage in ["ready", "part-dispensed"] {
      #expect(
        try hospital.refusal(
          of: "UPDATE pharmacy_task SET stage = \(stage), version = version + 1, change_reason = ''") != nil)
    }
    #expect(
      try hospital.refusal(
        of: "UPDATE prescription SET status = 'completed', version = version + 1, change_reason = '' WHERE id = \(id)")
        != nil)
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO medication_handover (id, prescription_id, received_by, handed_at, handed_by)
          VALUES ('h', \(id), 'x', 1, \(hospital.account(.pharmacist)))
          """) != nil)
    _ = try dispense(50)
    for statement: SQLStatement in [
      "UPDATE medication_dispense SET quantity = 1", "DELETE FROM medication_dispense",
      "UPDATE pharmacy_task SET stage = 'verified', version = version + 1, change_reason = ''",
      "UPDATE pharmacy_task SET stage = 'ready', version = version + 1, change_reason = ''",
    ] {
      #expect(try hospital.refusal(of: statement) != nil)
    }
    let copy: SQLStatement = """
      INSERT INTO medication_dispense (id, prescription_id, prescription_item_id, kind, lot_id, movement_id, quantity,
        reason, charge_id, done_at, done_by, second_by)
      SELECT 'again', prescription_id, prescription_item_id, kind, lot_id, movement_id, quantity, '', NULL, done_at, done_by,
        NULL FROM medication_dispense
      """
    #expect(try hospital.refusal(of: copy) != nil)
  }
}
