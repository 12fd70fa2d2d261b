import Testing

@testable import HospitalDomain

@Suite("Money as it is taken in (I3)")
struct PaymentEntryTests {
  private let due = Money(cents: 784_50)

  @Test(
    "a wrong payment is explained at its field",
    arguments: [
      (PaymentEntry(.cash, .zero), ["amount"]), (PaymentEntry(.cash, Money(cents: -5_00)), ["amount"]),
      (PaymentEntry(.cash, Money(cents: 1_000_000_01), keepsRest: true), ["amount"]),
      (PaymentEntry(.cash, Money(cents: 784_51)), ["amount"]), (PaymentEntry(nil, Money(cents: 1)), ["method"]),
      (PaymentEntry(.cash, Money(cents: 700_00), tendered: Money(cents: 699_99)), ["tendered"]),
      (PaymentEntry(.card, Money(cents: 100), tendered: Money(cents: 100), reference: "88213"), ["tendered"]),
      (PaymentEntry(.card, Money(cents: 100)), ["reference"]),
      (PaymentEntry(.transfer, Money(cents: 100)), ["reference"]),
      (PaymentEntry(.card, Money(cents: 100), reference: "4111 1111 1111 1111"), ["reference"]),
      (PaymentEntry(.card, Money(cents: 100), reference: "ref 5500-0000-0000-0004 ok"), ["reference"]),
      (PaymentEntry(.credit, Money(cents: 50_01)), ["amount"]),
      (PaymentEntry(nil, .zero, tendered: Money(cents: 1)), ["method", "amount", "tendered"]),
    ])
  func wrong(_ entry: PaymentEntry, _ fields: [String]) {
    do throws(InvalidEntry) {
      _ = try entry.check(due: due, credit: Money(cents: 50_00))
      Issue.record("it was taken")
    } catch {
      #expect(error.problems.map(\.field) == fields)
    }
  }

  @Test("cash gives change, and what is more than due is kept where that was said")
  func right() throws {
    let cash = try PaymentEntry(.cash, Money(cents: 784_50), tendered: Money(cents: 800_00)).check(
      due: due, credit: .zero)
    #expect(cash.applied == due && cash.kept == .zero && cash.change == Money(cents: 15_50))
    let over = try PaymentEntry(.cash, Money(cents: 800_00), tendered: Money(cents: 1_000_00), keepsRest: true)
      .check(due: due, credit: .zero)
    #expect(over.applied == due && over.kept == Money(cents: 15_50) && over.change == Money(cents: 200_00))
    let part = try PaymentEntry(.card, Money(cents: 1), reference: "88213").check(due: due, credit: .zero)
    #expect(part.applied == Money(cents: 1) && part.tendered == nil && part.change == .zero)
    #expect(!CardNumber.isIn("4111 1111 1111 1112") && !CardNumber.isIn("12345678"))
  }

  @Test(
    "a card number is noticed beside other digits and between other signs",
    arguments: [
      "0412 4111 1111 1111 1111", "4111 1111 1111 1111 0412", "4111/1111/1111/1111", "4111.1111.1111.1111",
      "4111_1111_1111_1111", "ref 88 4111111111111111", "4111 - 1111 - 1111 - 1111",
      "4111\u{a0}1111\u{a0}1111\u{a0}1111",
      "４１１１ １１１１ １１１１ １１１１",
    ])
  func cardNumbers(_ text: String) {
    #expect(CardNumber.isIn(text))
  }

  @Test(
    "what only looks a little like a card number is taken",
    arguments: ["INV-2026-0417 88213", "T 99", "claim 4111a1111b1111c1111", "2026/11/21 14:02"])
  func noCardNumbers(_ text: String) {
    #expect(!CardNumber.isIn(text))
  }

  @Test("a shift is closed as counted, or with an explanation of the difference")
  func shift() {
    let shift = CashShift(
      id: Identifier("s"), cashier: "Mbeki", openedAt: Timestamp(milliseconds: 0), float: Money(cents: 100_00),
      cashIn: Money(cents: 50_00), cashOut: Money(cents: 20_00))
    #expect(shift.expected == Money(cents: 130_00))
    #expect(throws: Never.self) { try shift.checkClose(counted: Money(cents: 130_00), explanation: "") }
    #expect(throws: Refusal.self) { try shift.checkClose(counted: Money(cents: 129_99), explanation: " ") }
    #expect(throws: Never.self) { try shift.checkClose(counted: Money(cents: 129_99), explanation: "a cent fell") }
    #expect(throws: Refusal.self) { try shift.checkClose(counted: Money(cents: -1), explanation: "what") }
  }
}
