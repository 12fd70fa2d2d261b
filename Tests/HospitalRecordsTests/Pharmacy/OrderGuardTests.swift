import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database itself refuses of orders (M5, B12).
struct OrderGuardTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
  }

  private func set(_ status: String, _ order: PurchaseOrder) -> SQLStatement {
    """
    UPDATE purchase_order SET status = \(status), version = version + 1, change_reason = 'x' WHERE id = \(order.id)
    """
  }

  @Test("An order is sent, received and closed, and never goes back")
  func states() throws {
    let sentence = "an order is sent, received and closed, and never goes back"
    let order = try hospital.order()
    #expect(try hospital.refusal(of: set("received", order))?.kind == .trigger)
    #expect(try hospital.refusal(of: set("part-received", order))?.message == sentence)
    #expect(try hospital.refusal(of: set("sent", order)) == nil)
    #expect(try hospital.refusal(of: set("draft", order))?.message == sentence)
    #expect(try hospital.refusal(of: set("received", order))?.message == "an order is received when all of it has come")
    #expect(try hospital.refusal(of: set("cancelled", order)) == nil)
    #expect(try hospital.refusal(of: set("sent", order))?.message == sentence)
  }

  @Test("Lines are of drafts; goods are what was ordered, where and as much as it was ordered")
  func lines() throws {
    let (draft, sent) = (try hospital.order(), try hospital.order(sent: true))
    let more: SQLStatement = """
      INSERT INTO purchase_order_line (id, order_id, medication_id, quantity, unit_cents, added_at, added_by)
      SELECT 'x', \(sent.id), medication_id, 1, 1, 0, added_by FROM purchase_order_line WHERE id = \(sent.lines[0].id)
      """
    #expect(try hospital.refusal(of: more)?.message == "only a draft takes lines")
    #expect(
      try hospital.refusal(of: "UPDATE purchase_order_line SET quantity = 999 WHERE id = \(draft.lines[0].id)")?.message
        == "a line is taken off a draft, and never changed")
    let lot = try hospital.receive(1, "A", expires: "2028/01/31")
    let elsewhere = try hospital.receive(1, "A", expires: "2028/01/31", at: 1)
    func goods(_ quantity: Int, _ line: OrderLineID, into lot: StockLotID) throws -> String? {
      try hospital.refusal(
        of: """
          INSERT INTO stock_movement (id, lot_id, position, kind, change, level, shelf, reason, order_line_id, moved_on,
            moved_at, moved_by)
          VALUES ('m', \(lot), 2, 'receipt', \(quantity), \(quantity + 1), '', '', \(line), '2026/11/21',
            \(hospital.clock.now), \(hospital.account(.pharmacist)))
          """)?.message
    }
    let sentence = "goods of an order are what was ordered, where it was ordered for, once it was sent"
    #expect(try goods(5, draft.lines[0].id, into: lot) == sentence)
    #expect(try goods(5, sent.lines[1].id, into: lot) == sentence)
    #expect(try goods(5, sent.lines[0].id, into: elsewhere) == sentence)
    #expect(try goods(101, sent.lines[0].id, into: lot) == "no more of a line comes in than was ordered")
    #expect(try goods(100, sent.lines[0].id, into: lot) == nil)
  }
}
