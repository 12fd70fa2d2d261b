import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// A discharge order that stands is changed with a reason, and what was typed last is what the patient leaves with (A4).
struct ChangedOrderTests {
  let hospital: TestHospital
  let admission: AdmissionID
  private var room: RoomID { hospital.samples.rooms[0] }

  /// DUARTE in 4A-01, to go home.
  init() throws {
    hospital = try TestHospital()
    admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    hospital.clock.advance(by: .hours(2))
    try hospital.orderDischarge(from: room)
  }

  private func service(_ role: Role) -> CheckOutService { CheckOutService(hospital.session(role)) }
  private func now() throws -> CheckOut { try service(.nurse).again(admission) }

  private let elsewhere = DischargeEntry(
    disposition: .rehabilitation, diagnosis: "Pneumonia, resolved", summary: "Three weeks of rehabilitation first.")

  private func leave(to disposition: Disposition? = nil) throws {
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room), to: disposition)
  }

  @Test("A4: what is typed when all three steps are done at once is what stands, though an order stood already")
  func atOnce() throws {
    _ = try service(.headDoctor).checkOutAtOnce(
      elsewhere, of: admission, over: now().edition, because: "a bed was free")
    let now = try now()
    #expect(now.order?.disposition == .rehabilitation && now.order?.summary == elsewhere.summary)
    #expect(now.admission.disposition == .rehabilitation && now.admission.status == .completed)
  }

  @Test("A4: a death that is stated when all three steps are done at once is on the record")
  func deathAtOnce() throws {
    let died = hospital.clock.now - .minutes(20)
    let entry = DischargeEntry(disposition: .died, diagnosis: "Heart failure", summary: "Peaceful.", diedAt: died)
    _ = try service(.headDoctor).checkOutAtOnce(
      entry, of: admission, over: now().edition, because: "died this afternoon")
    #expect(
      try RegistrationService(hospital.session(.nurse)).open(hospital.samples.patients[0]).patient.diedAt == died)
  }

  @Test("A4: an order that stands is changed with a reason, from any connection")
  func reason() throws {
    #expect(
      try refusal { try service(.doctor).order(elsewhere, for: admission, over: now().edition, because: " ") } != nil)
    #expect(try now().order?.disposition == .home)
    for reason in ["", "  "] {
      #expect(
        try hospital.refusal(
          of: """
            UPDATE discharge_summary SET summary = 'other', change_reason = \(reason), version = version + 1
            """)?.message == "an order that stands is changed with a reason")
    }
  }

  @Test("A4: where a patient went follows the order that is changed after they left, unless the ward said otherwise")
  func goesTo() throws {
    try leave()
    _ = try service(.doctor).order(elsewhere, for: admission, over: now().edition, because: "a bed was free")
    #expect(try now().order?.disposition == .rehabilitation && now().admission.disposition == .rehabilitation)
    _ = try service(.nurse).takeDischargeBack(admission, because: "a test")
    try leave(to: .nursing)
    _ = try service(.doctor).order(.sample, for: admission, over: now().edition, because: "a test")
    #expect(try now().order?.disposition == .home && now().admission.disposition == .nursing)
  }

  @Test("A4: paper and screen never name two places, nor does anybody die by a change after they left")
  func guards() throws {
    try leave()
    for (disposition, died) in [("rehabilitation", nil), ("died", 1)] as [(String, Int64?)] {
      #expect(
        try hospital.refusal(
          of: """
            UPDATE discharge_summary SET disposition = \(disposition), died_at = \(died), change_reason = 'a test',
              version = version + 1
            """)?.message == "where a patient went is changed on the stay with the order")
    }
  }
}
