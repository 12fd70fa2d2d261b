import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// I5: what is printed is found by its indexes, however many invoices and payments there are.
struct PaperPlanTests {
  @Test func nothingIsReadThatIsNotPrinted() throws {
    let hospital = try TestHospital()
    let invoice = try hospital.invoice(hospital.samples.patients[0], cents: 80_00, dueIn: 7, paid: 30_00)
    let number = try #require(try hospital.read { try $0.patients.row(hospital.samples.patients[0]) }?.number)
    let plans = try hospital.plans { records in
      let receipts = try records.papers.receipts(of: invoice)
      #expect(receipts.map(\.number) == ["INV-2026-0001/1"])
      _ = try records.papers.receipt(receipts[0].id)
      _ = try records.papers.creditNotes(of: invoice)
      _ = try records.papers.invoice(year: 2026, number: 1)
      _ = try records.papers.creditNote(year: 2026, number: 1)
      _ = try records.papers.latestDischarge(of: number)
    }
    for plan in plans { #expect(plan.scans.isEmpty, "\(plan)") }
    let latest = try hospital.plans { _ = try $0.papers.latestReceipts(limit: 50) }
    for plan in latest {
      #expect(plan.scans.allSatisfy { $0.contains("INDEX") }, "\(plan)")
    }
  }
}
