import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// An admission is taken back only while nothing was built on it; what was, and by whom, is said (HL7 A11).
struct AdmissionTakenBackTests {
  /// What somebody records on an admission.
  enum Step: CaseIterable {
    case isolation, endedIsolation, order, leave, prescription, charge, invoice, expected, staff, move
  }

  let hospital: TestHospital
  let admitted: DoneAct
  private var samples: TestHospital.Samples { hospital.samples }

  init() throws {
    hospital = try TestHospital()
    try hospital.setPrices()
    try hospital.keepMedications()
    let samples = hospital.samples
    admitted = try BedService(hospital.session(.reception)).admit(
      AdmissionOrder(
        patient: samples.patients[0], room: samples.rooms[0], doctor: samples.doctors[0], staff: samples.staff[0],
        complaint: "chest pain", expectedDischarge: hospital.clock.now + .days(2)))
    hospital.clock.advance(by: .minutes(18))
  }

  private func record(_ step: Step) throws {
    let bedside = try hospital.bedside(samples.rooms[0])
    let admission = bedside.admission
    let nurse = BedService(hospital.session(.headNurse))
    switch step {
    case .isolation: _ = try nurse.isolate(bedside, .contact, because: "MRSA", blockingBay: false)
    case .endedIsolation:
      try record(.isolation)
      _ = try nurse.endIsolation(bedside)
    case .order: try hospital.orderDischarge(from: bedside.room)
    case .leave:
      _ = try CheckOutService(hospital.session(.nurse)).beginLeave(
        of: admission, until: hospital.clock.now + .hours(2), because: "a funeral")
    case .prescription:
      try hospital.write {
        try $0.pharmacy.prescribe(
          [.init(medication: "5640", dose: "1", route: "oral", frequency: "daily", days: 3, quantity: 3)],
          for: samples.patients[0], in: admission, by: samples.doctors[0], to: samples.pharmacies[0],
          status: "active", priority: "routine")
      }
    case .charge:
      _ = try ChargeService(hospital.session(.nurse)).charge(
        ChargeEntry(code: "CON", servedOn: TestHospital.today), to: admission)
    case .invoice:
      try hospital.write {
        _ = try $0.invoices.draft(
          [.init(servedOn: TestHospital.today, code: "BED", item: "Bed", quantity: 1, unit: 100_00)],
          for: samples.patients[0], in: admission)
      }
    case .expected: _ = try nurse.planDischarge(of: bedside, at: hospital.clock.now + .days(3))
    case .staff: _ = try nurse.assign(samples.staff[1], to: bedside)
    case .move: _ = try nurse.transfer(bedside, to: samples.rooms[1])
    }
  }

  private static let words: [Step: String] = [
    .isolation: "an isolation by Test head nurse", .endedIsolation: "an isolation by Test head nurse",
    .order: "a discharge order by Test doctor", .leave: "a leave by Test nurse",
    .prescription: "a prescription by Test administrator", .charge: "a charge by Test nurse",
    .invoice: "an invoice by Test administrator", .expected: "another expected discharge by Test head nurse",
    .staff: "another assignment by Test head nurse", .move: "a move by Test head nurse",
  ]

  @Test(
    "whatever was recorded since stands in the way, with who and when; no connection cancels it either",
    arguments: Step.allCases)
  func recorded(_ step: Step) throws {
    let admission = try hospital.bedside(samples.rooms[0]).admission
    try record(step)
    hospital.clock.advance(by: .minutes(5))
    let refused = try refusal { try admitted.undo?(hospital.session(.reception)) }
    #expect(refused?.code == "undo.recorded")
    #expect(
      refused?.sentence
        == "Recorded since DUARTE, Inês was admitted: \(Self.words[step] ?? "") at 2026/11/21 14:20; discharge the "
        + "patient instead.")
    try hospital.execute(
      "UPDATE patient_leave SET ended_at = started_at, ended_by = started_by WHERE ended_at IS NULL")
    try hospital.execute(
      """
      UPDATE stay SET ended_at = \(hospital.clock.now), version = version + 1 WHERE ended_at IS NULL
      """)
    let said = try hospital.refusal(
      of: "UPDATE admission SET status = 'cancelled', version = version + 1 WHERE id = \(admission)")
    #expect(said?.message == "an admission with entries is discharged, not cancelled")
  }

  @Test("of many entries the first three are named and the others counted")
  func many() throws {
    for step in [Step.isolation, .charge, .expected, .staff, .prescription] {
      try record(step)
      hospital.clock.advance(by: .minutes(1))
    }
    let sentence = try refusal { try admitted.undo?(hospital.session(.reception)) }?.sentence
    #expect(
      sentence == "Recorded since DUARTE, Inês was admitted: an isolation by Test head nurse at 2026/11/21 14:20, "
        + "a charge by Test nurse at 2026/11/21 14:21, another expected discharge by Test head nurse at "
        + "2026/11/21 14:22 and 2 more; discharge the patient instead.")
  }

  @Test("what was taken back again does not: an order, an expected discharge and an assignment as they were")
  func takenBack() throws {
    let bedside = try hospital.bedside(samples.rooms[0])
    let nurse = BedService(hospital.session(.headNurse))
    for act in try [
      nurse.planDischarge(of: bedside, at: nil), nurse.assign(samples.staff[1], to: bedside),
      CheckOutService(hospital.session(.doctor)).order(.sample, for: bedside.admission),
    ] {
      _ = try act.undo?(hospital.session(.headDoctor))
    }
    let cancelled = try #require(try admitted.undo?(hospital.session(.reception)))
    #expect(cancelled.sentence.hasSuffix("is cancelled"))
    #expect(try nurse.room(samples.rooms[0]).code(at: hospital.clock.now) == .free)
    _ = try #require(try cancelled.undo?(hospital.session(.reception)))
    #expect(try nurse.room(samples.rooms[0]).occupancy?.patient.id == samples.patients[0], "done again")
  }
}
