import HospitalDomain
import Testing

/// M5: what is typed about stock, what needs attention, and what to order.
struct OrderRuleTests {
  private let today = CalendarDate("2026/11/21") ?? .earliest

  private func line(_ quantity: Int, expires: String, available: Int, minimum: Int?) -> StockLine {
    let item = StockItemID.medication(MedicationID("m"))
    let lot = StockLot(
      id: StockLotID("l"), pharmacy: PharmacyID("p"), item: item, number: "A",
      expires: CalendarDate(expires) ?? .latest,
      shelf: "", quantity: quantity)
    return StockLine(
      pharmacy: PharmacyID("p"), pharmacyName: "Quay", item: item, title: "ibuprofen", isControlled: false, lot: lot,
      available: available, minimum: minimum)
  }

  @Test(
    "What needs attention, at both sides of each boundary",
    arguments: [
      ("2026/11/20", 0, nil, [StockWarning.expired, .out]), ("2026/11/21", 5, nil, [.expiring]),
      ("2027/01/20", 5, nil, [.expiring]), ("2027/01/21", 5, nil, []), ("2028/01/01", 5, 5, [.low]),
      ("2028/01/01", 6, 5, []), ("2028/01/01", 5, 0, []), ("2026/11/30", 5, 9, [.low, .expiring]),
    ] as [(String, Int, Int?, [StockWarning])])
  func warnings(expires: String, available: Int, minimum: Int?, warnings: [StockWarning]) {
    #expect(line(5, expires: expires, available: available, minimum: minimum).warnings(on: today) == warnings)
  }

  @Test(
    "More is ordered at the minimum, or when what is there lasts no longer than a delivery",
    arguments: [
      (used: 0, available: 0, coming: 0, minimum: 0, order: 0), (0, 10, 0, 10, 10), (0, 11, 0, 10, 0),
      (40, 50, 0, 0, 0), (40, 10, 0, 0, 30), (40, 11, 0, 0, 0), (40, 10, 1, 0, 0), (40, 0, 0, 20, 60), (7, 0, 0, 0, 7),
      (200, 20, 0, 15, 200),
    ])
  func suggestion(used: Int, available: Int, coming: Int, minimum: Int, order: Int) {
    #expect(OrderRule.suggestion(used: used, available: available, coming: coming, minimum: minimum) == order)
  }

  @Test(
    "An expiry is read as packs have it",
    arguments: [
      ("2027/08", "2027/08/31"), ("02.2028", "2028/02/29"), ("2027-8", "2027/08/31"), ("2027/08/15", "2027/08/15"),
      ("none", "9999/12/31"),
    ])
  func expiry(typed: String, day: String) throws { #expect("\(try StockEntry.expiry(typed, today: today))" == day) }

  @Test("What is no quantity, count, lot or expiry says what to type")
  func wrong() {
    func sentence<Value>(_ read: () throws(Misentry) -> Value) -> String? {
      do throws(Misentry) {
        _ = try read()
        return nil
      } catch { return error.sentence }
    }
    #expect(sentence { () throws(Misentry) in try StockEntry.quantity("0") } == "type a quantity from 1 to 100000")
    #expect(
      sentence { () throws(Misentry) in try StockEntry.quantity("1000000") } == "type a quantity from 1 to 100000")
    #expect(sentence { () throws(Misentry) in try StockEntry.quantity("two") } == "type a whole number, such as 28")
    #expect(sentence { () throws(Misentry) in try StockEntry.count("0") } == nil)
    #expect(
      sentence { () throws(Misentry) in try StockEntry.lot(" ") } == "type the number that is printed on the pack")
    #expect(
      sentence { () throws(Misentry) in try StockEntry.expiry("", today: today) }
        == "type the expiry on the pack: 2027/08, or a whole date")
  }

  @Test(
    "Where nothing has to be ordered, it is said why (M5)",
    arguments: [
      (0, 0, "nothing in stock has a minimum there or recent use"), (3, 0, "down to its minimum"),
      (3, 1, "on its way, or in a draft"),
    ])
  func nothing(kept: Int, coming: Int, says: String) {
    let why = OrderRule.whyNothing(kept: kept, coming: coming)
    #expect(why.contains(says) && why.count < 55, "it fits a message at 80 columns")
  }

  @Test("An order goes from draft to received, and never back", arguments: OrderState.allCases)
  func states(state: OrderState) {
    func order(_ lines: [PurchaseOrder.Line]) -> PurchaseOrder {
      PurchaseOrder(
        id: PurchaseOrderID("o"), number: 7, version: 1, state: state, supplier: SupplierID("s"), supplierName: "S",
        pharmacy: PharmacyID("p"), pharmacyName: "P", drawnAt: Timestamp(milliseconds: 0), lines: lines)
    }
    let line = PurchaseOrder.Line(
      id: OrderLineID("l"), item: .medication(MedicationID("m")), title: "ibuprofen", quantity: 10, received: 4,
      unit: Money(cents: 60))
    func allows(_ check: () throws(Refusal) -> Void) -> Bool { (try? check()) != nil }
    #expect(allows { () throws(Refusal) in try OrderRule.checkDraft(order([line])) } == (state == .draft))
    #expect(allows { () throws(Refusal) in try OrderRule.checkSending(order([line])) } == (state == .draft))
    #expect(!allows { () throws(Refusal) in try OrderRule.checkSending(order([])) })
    let isOpen = state == .sent || state == .partReceived
    #expect(allows { () throws(Refusal) in try OrderRule.checkReceipt(of: 6, line, of: order([line])) } == isOpen)
    #expect(!allows { () throws(Refusal) in try OrderRule.checkReceipt(of: 7, line, of: order([line])) })
    #expect(
      allows { () throws(Refusal) in try OrderRule.checkCancelling(order([line])) } == (isOpen || state == .draft))
    #expect(OrderRule.state(after: [line]) == .partReceived)
    let words = state == .cancelled ? "rest cancelled" : state.title
    #expect(order([line]).stateTitle == words && order([]).stateTitle == state.title)
  }
}
