import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database refuses of what is taken over: a claim stands here once, and its invoice comes to what it asked for.
struct ImportGuardTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital()
  }

  private func remember(_ claim: String, _ invoice: String, _ cents: Int64, insurer: Int64 = 0) -> SQLStatement {
    """
    INSERT INTO imported_claim (hospital_id, source, claim_id, invoice_id, amount_cents, insurer_cents, imported_at,
      imported_by)
    VALUES (\(hospital.hospital.id), 'synthea', \(claim), \(invoice), \(cents), \(insurer), 0,
      \(hospital.account(.administrator)))
    """
  }

  @Test("a claim's invoice is issued and comes to what was claimed, to the cent")
  func asClaimed() throws {
    let invoice = try hospital.invoice(hospital.samples.patients[0], cents: 80_00, dueIn: 7)
    let sentence = "the invoice of a claim comes to what was claimed"
    for (cents, insurer) in [(79_99, 0), (80_01, 0), (80_00, 1)] as [(Int64, Int64)] {
      #expect(try hospital.refusal(of: remember("a", invoice, cents, insurer: insurer))?.message == sentence)
    }
    let draft = try hospital.invoice(hospital.samples.patients[0], cents: 80_00, dueIn: nil)
    #expect(try hospital.refusal(of: remember("a", draft, 80_00))?.message == sentence)
    #expect(try hospital.refusal(of: remember("a", invoice, 80_00)) == nil)
  }

  @Test("a claim and a row are taken once, and what was taken is never changed")
  func once() throws {
    let invoices = try (0..<2).map { _ in try hospital.invoice(hospital.samples.patients[0], cents: 1_00, dueIn: 7) }
    try hospital.execute(remember("a", invoices[0], 1_00))
    #expect(try hospital.refusal(of: remember("a", invoices[1], 1_00))?.kind == .trigger)
    #expect(try hospital.refusal(of: remember("b", invoices[0], 1_00))?.kind == .trigger)
    try hospital.write { try $0.imports(from: "synthea").remember("patient", "p", as: hospital.samples.patients[0]) }
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO imported_row SELECT hospital_id, source, kind, source_id, 'other', imported_at, imported_by
          FROM imported_row
          """)?.kind == .trigger)
    for statement: SQLStatement in [
      "UPDATE imported_claim SET amount_cents = 2", "DELETE FROM imported_claim",
      "UPDATE imported_row SET record_id = 'x'", "DELETE FROM imported_row",
    ] {
      #expect(try hospital.refusal(of: statement)?.kind == .trigger)
    }
  }

  @Test("however much was taken over, a row is looked up by its index")
  func plans() throws {
    let plans = try hospital.plans { records in
      let imports = records.imports(from: "synthea")
      _ = try imports.record("patient", "p") as PatientID?
      _ = try imports.hasClaim("a")
      _ = try imports.claimSums()
    }
    #expect(plans.count == 3)
    for plan in plans { #expect(plan.scans.isEmpty, "\(plan)") }
  }
}
