import HospitalDomain
import Testing

/// What people call the state of an invoice (I2), and what invoices come to.
struct InvoiceStateTests {
  private static let today = CalendarDate("2026/11/21")

  private static func invoice(_ status: String, due: String? = "2026/12/05", total: Int64 = 10_000, paid: Int64 = 0)
    -> PatientInvoice
  {
    PatientInvoice(
      id: "\(status) \(total) \(paid)", number: status == "draft" ? nil : "INV-2026-0001", status: status,
      issuedAt: nil, dueOn: due.flatMap { CalendarDate($0) }, total: Money(cents: total), paid: Money(cents: paid))
  }

  @Test(
    "I2: part paid and overdue follow from the payments and the date",
    arguments: [
      (invoice("draft", due: nil), InvoiceState.draft, "draft"), (invoice("issued"), .issued, "issued"),
      (invoice("issued", due: "2026/11/21"), .issued, "issued"),
      (invoice("issued", due: "2026/11/20"), .overdue(days: 1), "overdue 1 d"),
      (invoice("issued", paid: 1), .partPaid, "part paid"),
      (invoice("issued", due: "2026/11/01", paid: 9_999), .overdue(days: 20), "overdue 20 d"),
      (invoice("issued", due: "2026/11/01", paid: 10_000), .paid, "paid"),
      (invoice("balanced", due: "2026/11/01", paid: 10_000), .paid, "paid"),
      (invoice("cancelled"), .cancelled, "cancelled"), (invoice("entered-in-error"), .struckOut, "struck out"),
    ])
  func states(_ invoice: PatientInvoice, _ state: InvoiceState, _ title: String) throws {
    #expect(invoice.state(on: try #require(Self.today)) == state)
    #expect(state.title == title)
  }

  @Test("I1: sums leave out what was taken back, and only what was issued is due")
  func sums() throws {
    let sums = try InvoiceSums([
      Self.invoice("issued", paid: 2_500), Self.invoice("balanced", total: 300, paid: 300), Self.invoice("draft"),
      Self.invoice("cancelled", total: 77, paid: 7),
    ])
    #expect(sums.count == 4 && sums.total == Money(cents: 20_300))
    #expect(sums.paid == Money(cents: 2_800) && sums.due == Money(cents: 7_500))
  }

  @Test("B9: a sum that does not fit is refused, not wrong")
  func tooLarge() {
    let huge = Self.invoice("issued", total: .max)
    #expect(throws: Refusal.amountTooLarge) { try InvoiceSums([huge, huge]) }
  }
}
