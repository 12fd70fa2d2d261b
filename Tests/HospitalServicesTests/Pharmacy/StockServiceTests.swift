import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// M5: stock received, counted, moved and written off; supplies kept the same way; orders received by lot.
struct StockServiceTests {
  let hospital: TestHospital
  let lot: StockLotID
  private var service: StockService { StockService(hospital.session(.pharmacist)) }
  private var orders: OrderService { OrderService(hospital.session(.pharmacist)) }

  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
    lot = try hospital.receive(20, "A", expires: "2027/06/30", shelf: "C4")
  }

  private func lines() throws -> [StockLine] { try service.list().lines }

  @Test("A count corrects the level with a reason; one that is right needs none")
  func count() throws {
    #expect(try service.count(20, of: lot, seen: 20, because: "").sentence == "Lot A was counted and is right: 20.")
    #expect(try refusal { try service.count(18, of: lot, seen: 20, because: " ") }?.field == "reason")
    #expect(
      try service.count(18, of: lot, seen: 20, because: "two broken").sentence == "Lot A is corrected by -2 to 18.")
    #expect(try hospital.level(of: lot) == 18)
    #expect(try refusal { try service.count(17, of: lot, seen: 20, because: "late") } == .changedMeanwhile)
    let ledger = try service.movements(of: lot)
    #expect(
      ledger.map { "\($0.kind.title) \($0.change) → \($0.level) \($0.reason)" } == [
        "counted -2 → 18 two broken", "counted 0 → 20 ", "received 20 → 20 ",
      ])
    #expect(ledger[0].recorded.by == "Test pharmacist")
  }

  @Test("Written off, sent on and given to a ward; what is sent on keeps its number and expiry")
  func moves() throws {
    _ = try service.writeOff(3, of: lot, toSupplier: false, because: "broken")
    _ = try service.transfer(7, of: lot, to: hospital.samples.pharmacies[1], shelf: "b2")
    _ = try service.issue(4, of: lot, to: "4A Medical")
    let list = try lines().compactMap { line in
      line.lot.map { "\(line.pharmacyName) \($0.number) \($0.expires) \($0.quantity)" }
    }
    #expect(Set(list) == ["Quay Pharmacy A 2027/06/30 6", "Bridge Pharmacy A 2027/06/30 7"])
    #expect(try refusal { try service.issue(7, of: lot, to: "4A Medical") }?.code == "stock.short")
    #expect(
      try refusal { try service.transfer(1, of: lot, to: hospital.samples.pharmacies[0], shelf: "") }?.code
        == "stock.samePharmacy")
    hospital.clock.advance(by: .days(300))
    #expect(try refusal { try service.issue(1, of: lot, to: "4A Medical") }?.code == "stock.expired")
    #expect(
      try refusal { try service.transfer(1, of: lot, to: hospital.samples.pharmacies[1], shelf: "") }?.code
        == "stock.expired")
    _ = try service.writeOff(6, of: lot, toSupplier: true, because: "expired")
    #expect(try hospital.level(of: lot) == 0)
  }

  @Test("A supply is kept the same way; what has nothing left is listed")
  func supplies() throws {
    let supply = try hospital.supply()
    _ = try service.receive(
      5, of: .supply(supply), at: hospital.samples.pharmacies[0], lot: "S1", expires: StockLot.neverExpires, shelf: "")
    _ = try service.setMinimum(5, of: .supply(supply), at: hospital.samples.pharmacies[0], seen: 0, because: "winter")
    let line = try #require(try lines().first { $0.item.supply == supply })
    #expect(line.warnings(on: hospital.workplace.today) == [.low])
    _ = try service.issue(5, of: try #require(line.lot).id, to: "4A Medical")
    let left = try #require(try lines().first { $0.item.supply == supply })
    #expect(left.lot == nil && left.warnings(on: hospital.workplace.today) == [.out])
    #expect(try service.use(of: left).suggestion == 10)
  }

  @Test("A controlled drug is counted and written off by two people; the database says so too")
  func two() throws {
    try hospital.write { records in
      _ = try records.pharmacy.add(
        Medication(
          code: "892342", name: "morphine", strength: "10 mg", form: "tablet", unitPrice: 110, isControlled: true))
    }
    let lot = try hospital.receive(20, "M", of: "892342", expires: "2027/06/30")
    func signed(_ name: String) -> SecondSignature { SecondSignature(username: name, password: "password of \(name)") }
    #expect(try refusal { try service.count(20, of: lot, seen: 20, because: "") }?.code == "dispense.two")
    #expect(
      try refusal { try service.count(20, of: lot, seen: 20, because: "", signedBy: signed("pharmacist")) }
        == .secondIsSame)
    #expect(
      try refusal { try service.writeOff(1, of: lot, toSupplier: false, because: "broken") }?.field == "username")
    #expect(
      try refusal {
        try service.writeOff(1, of: lot, toSupplier: false, because: "broken", signedBy: signed("cashier"))
      }?.code == "dispense.secondRole")
    _ = try service.count(19, of: lot, seen: 20, because: "one lost", signedBy: signed("nurse"))
    _ = try service.writeOff(2, of: lot, toSupplier: true, because: "recalled", signedBy: signed("nurse"))
    #expect(try service.movements(of: lot).map(\.second) == ["Test nurse", "Test nurse", nil])
    func guarded(_ second: String) throws -> String? {
      try hospital.refusal(
        of: """
          INSERT INTO stock_movement (id, lot_id, position, kind, change, level, shelf, reason, moved_on, moved_at, moved_by,
            second_by)
          SELECT 'm', lot_id, 4, 'count', 0, 17, '', '', moved_on, moved_at, moved_by, \(part: SQLStatement(trusted: second))
          FROM stock_movement WHERE lot_id = \(lot) AND position = 3
          """)?.message
    }
    #expect(try guarded("NULL") == "a controlled drug is counted and written off by two people")
    #expect(try guarded("moved_by") == "a controlled drug is counted and written off by two people")
    #expect(try guarded("second_by") == nil)
  }

  @Test("A shelf and a minimum that somebody else changed meanwhile are not overwritten")
  func seen() throws {
    _ = try service.shelve(lot, on: "A1", seen: "C4")
    #expect(try refusal { try service.shelve(lot, on: "B2", seen: "C4") } == .changedMeanwhile)
    let item = StockItemID.medication(try hospital.medication())
    func set(_ minimum: Int, seen: Int?) throws {
      _ = try service.setMinimum(minimum, of: item, at: hospital.samples.pharmacies[0], seen: seen, because: "winter")
    }
    try set(5, seen: 0)
    #expect(try refusal { try set(7, seen: 0) } == .changedMeanwhile)
    #expect(try refusal { try set(7, seen: nil) } == .changedMeanwhile)
    #expect(try lines().first?.minimum == 5)
  }

  @Test("The same number with another expiry is asked about")
  func otherExpiry() throws {
    let again = try refusal {
      try service.receive(
        5, of: .medication(try hospital.medication()), at: hospital.samples.pharmacies[0], lot: "A",
        expires: CalendarDate("2029/01/31") ?? .latest, shelf: "")
    }
    #expect(
      again?.sentence == "Lot A is in stock and expires on 2027/06/30; check the pack, or write that lot off first.")
  }

  @Test("An order is received lot by lot: in part, then whole; no more than was ordered, and then no more at all")
  func order() throws {
    let draft = try hospital.order()
    #expect(
      try refusal { try receive(5, 0, of: draft) }?.sentence
        == "Order 1 is draft and cannot be received: goods come in for an order that was sent.")
    _ = try orders.send(draft)
    #expect(try refusal { try orders.remove(draft.lines[0].id, from: draft) }?.code == "order.state")
    #expect(try receive(60, 0, of: draft).hasSuffix("order 1 is part received."))
    #expect(
      try refusal { try receive(41, 0, of: draft) }?.sentence
        == "Only 40 of ibuprofen 400 mg tablet are still to come; receive what is more without an order.")
    #expect(try receive(40, 0, of: draft).hasSuffix("order 1 is part received."))
    #expect(try receive(10, 1, of: draft).hasSuffix("order 1 is received."))
    #expect(try refusal { try orders.cancel(draft, because: "late") }?.code == "order.state")
    let received = try #require(try orders.list().first)
    #expect(received.state == .received && received.total == Money(cents: 100 * 55 + 10 * 4_90))
    #expect(try hospital.read { records in try RuleCheck.all.flatMap { try $0.broken(in: records) } } == [])
  }

  private func receive(_ quantity: Int, _ line: Int, of order: PurchaseOrder) throws -> String {
    try orders.receive(
      quantity, of: order.lines[line].id, on: order, lot: "L\(line)\(quantity)",
      expires: CalendarDate("2028/01/31") ?? .latest, shelf: ""
    ).sentence
  }

  @Test("A draft can begin with what use and minimum ask for; what is on its way is not ordered twice")
  func suggests() throws {
    _ = try service.setMinimum(
      30, of: .medication(try hospital.medication()), at: hospital.samples.pharmacies[0], seen: 0,
      because: "winter")
    func draw() throws -> PurchaseOrder {
      _ = try orders.draw(from: try hospital.supplier(), for: hospital.samples.pharmacies[0], suggesting: true)
      return try #require(try orders.list().first)
    }
    let first = try draw()
    #expect(first.lines.map { "\($0.quantity) \($0.title)" } == ["40 ibuprofen 400 mg tablet"])
    #expect(first.lines.map(\.used) == [0])
    #expect(try draw().lines.isEmpty, "the draft is meant to be sent")
    _ = try orders.send(first)
    #expect(try draw().lines.isEmpty)
    let said = try orders.draw(from: try hospital.supplier(), for: hospital.samples.pharmacies[0], suggesting: true)
    #expect(said.sentence.hasSuffix(" is empty: what is needed is on its way, or in a draft."), "\(said.sentence)")
    #expect(try refusal { try orders.send(try #require(try orders.list().first)) }?.code == "order.state")
  }

  @Test("The lists of stock and orders read indexes")
  func plans() throws {
    _ = try hospital.order(sent: true)
    let medication = try hospital.medication()
    let plans = try hospital.plans { records in
      _ = try records.pharmacy.stock(on: hospital.workplace.today, limit: 100)
      _ = try records.pharmacy.movements(of: lot, limit: 10)
      _ = try records.pharmacy.used(
        .medication(medication), at: hospital.samples.pharmacies[0], since: .earliest)
      _ = try records.pharmacy.orders(limit: 10)
    }
    for plan in plans.prefix(1) + plans.dropFirst(2) {
      #expect(plan.scans.allSatisfy { $0.contains("INDEX") }, "\(plan)")
    }
  }
}
