import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database refuses of a check-out, whoever holds the connection (A4, B12).
struct CheckOutGuardTests {
  let hospital: TestHospital
  let admission: AdmissionID

  init() throws {
    hospital = try TestHospital()
    admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
  }

  private func stamp(_ step: String) throws -> String? {
    try hospital.refusal(
      of: """
        INSERT INTO check_out_stamp (id, admission_id, step, stamped_at, stamped_by)
        VALUES (\(step), \(admission), \(step), 1, \(hospital.account(.nurse)))
        """)?.message
  }

  private func undo(_ step: String) throws -> String? {
    try hospital.refusal(
      of: """
        UPDATE check_out_stamp SET undone_at = 2, undone_by = \(hospital.account(.nurse)), undo_reason = 'a test'
        WHERE step = \(step) AND undone_at IS NULL
        """)?.message
  }

  private func summarise() throws {
    try hospital.write { try $0.checkOuts.write(.sample, for: admission) }
  }

  @Test("The stamps come in their order, and go in the opposite one")
  func order() throws {
    #expect(try stamp("order") == "a discharge is ordered with a diagnosis and a summary")
    #expect(try stamp("exit") == "nobody leaves before the discharge is ordered")
    try summarise()
    #expect(try stamp("order") == nil)
    #expect(try stamp("close") == "an account is closed after the patient has left")
    #expect(try stamp("exit") == nil)
    #expect(try undo("order") == "the last stamp is undone first, and a close never")
    #expect(try stamp("close") == nil)
    #expect(try undo("exit") == "the last stamp is undone first, and a close never")
    #expect(try undo("close") == "the last stamp is undone first, and a close never")
  }

  @Test("An admission changes its state by its stamps alone")
  func states() throws {
    func set(_ status: String) throws -> String? {
      try hospital.refusal(
        of: """
          UPDATE admission SET status = \(status), discharged_at = admitted_at, version = version + 1 WHERE id = \(admission)
          """)?.message
    }
    try hospital.execute("UPDATE stay SET ended_at = started_at, version = version + 1")
    #expect(try set("discharged") == "a patient has left when the exit is stamped")
    #expect(try set("on-hold") == "a patient is on leave while a leave is recorded")
    try summarise()
    _ = try (stamp("order"), stamp("exit"))
    #expect(try set("discharged") == nil)
    #expect(try set("completed") == "a stay is completed when its account is closed")
    #expect(try set("in-progress") == "undo the exit first")
    _ = try stamp("close")
    #expect(try set("completed") == nil)
  }

  @Test("domain.md 6: an account is not closed over an open invoice; it is over one that was waived or cancelled")
  func settled() throws {
    let invoice = try hospital.write { records in
      try records.invoices.draft(
        [ChargedItem(servedOn: TestHospital.today, code: "BED", item: "Bed", quantity: 1, unit: 100)],
        for: hospital.samples.patients[0], in: admission)
    }
    try summarise()
    _ = try (stamp("order"), stamp("exit"))
    let sentence = "an account is closed when everything open is settled or waived"
    #expect(try stamp("close") == sentence)
    let item = try #require(try hospital.read { try $0.checkOuts.items(of: admission) }.first)
    try hospital.write { try $0.checkOuts.waive(item, of: admission, because: "a test") }
    try hospital.execute(
      "UPDATE waiver SET withdrawn_at = 9, withdrawn_by = \(hospital.account(.cashier)) WHERE item_id = \(invoice)")
    #expect(try stamp("close") == sentence)
    try hospital.execute("UPDATE invoice SET status = 'cancelled', version = version + 1")
    #expect(try stamp("close") == nil)
  }

  @Test("B10: stamps, waivers and leaves are never changed or removed")
  func permanence() throws {
    try summarise()
    _ = try stamp("order")
    for table in ["check_out_stamp", "discharge_summary"] {
      #expect(try hospital.refusal(of: SQLStatement(trusted: "DELETE FROM \(table)"))?.kind == .trigger)
    }
    #expect(try hospital.refusal(of: "UPDATE check_out_stamp SET stamped_at = 0")?.kind == .trigger)
    #expect(try hospital.refusal(of: "UPDATE discharge_summary SET summary = 'other'")?.kind == .trigger)
  }

  @Test("However many stays are on file, check-outs are read by an index")
  func plan() throws {
    let plans = try hospital.plans { records in
      _ = try records.checkOuts.standings(limit: 10)
      _ = try records.checkOuts.checkOut(admission)
      _ = try records.checkOuts.openPrescriptions()
    }
    #expect(!plans.isEmpty)
    for plan in plans { #expect(plan.scans.isEmpty, "\(plan)") }
  }
}
