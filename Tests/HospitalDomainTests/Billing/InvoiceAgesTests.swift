import HospitalDomain
import Testing

/// Sums by age of what is due (I2).
struct InvoiceAgesTests {
  private static let today = CalendarDate("2026/11/21")!

  private func invoice(_ cents: Int64, overdue days: Int?, status: String = "issued", paid: Int64 = 0)
    -> PatientInvoice
  {
    PatientInvoice(
      id: "\(cents)", number: nil, status: status, issuedAt: nil, dueOn: days.map { Self.today.adding(days: -$0) },
      total: Money(cents: cents), paid: Money(cents: paid))
  }

  @Test(
    "each age begins and ends on its day",
    arguments: [
      (-1, InvoiceAges.Age.notYet), (0, .notYet), (1, .upTo30), (30, .upTo30), (31, .upTo60), (60, .upTo60),
      (61, .upTo90), (90, .upTo90), (91, .over90), (4_000, .over90),
    ])
  func boundaries(days: Int, age: InvoiceAges.Age) throws {
    let ages = try InvoiceAges([invoice(12_34, overdue: days)], on: Self.today)
    #expect(ages[age] == Money(cents: 12_34))
    #expect(InvoiceAges.Age.allCases.filter { ages[$0] != .zero } == [age])
  }

  @Test("what no day is named for is not due yet; drafts, paid and cancelled invoices have no age")
  func others() throws {
    let ages = try InvoiceAges(
      [
        invoice(5_00, overdue: nil), invoice(7_00, overdue: 9, status: "draft"),
        invoice(9_00, overdue: 9, status: "cancelled"), invoice(8_00, overdue: 9, status: "balanced", paid: 8_00),
      ], on: Self.today)
    #expect(ages[.notYet] == Money(cents: 5_00))
    #expect(ages.parts == ["Not due 5.00", "1–30 d 0.00", "31–60 0.00", "61–90 0.00", "over 90 0.00"])
    #expect(try InvoiceAges([PatientInvoice](), on: Self.today).isEmpty)
  }

  @Test("the ages come to what is due, to the cent, whatever the invoices")
  func reconcile() throws {
    for _ in 0..<200 {
      let invoices = (0..<Int.random(in: 0...60)).map { _ in
        invoice(
          .random(in: 0...900_000), overdue: Bool.random() ? Int.random(in: -40...140) : nil,
          status: ["issued", "issued", "balanced", "draft", "cancelled"].randomElement() ?? "issued",
          paid: Bool.random() ? .random(in: 0...900_000) : 0)
      }
      let ages = try InvoiceAges(invoices, on: Self.today)
      let due = try InvoiceSums(invoices).due
      #expect(try Money.total(InvoiceAges.Age.allCases.map { ages[$0] }) == due)
    }
  }
}
