import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import SQLiteEngine
import Testing

/// What the database itself refuses of stock, for every connection (M4, M5, B12).
struct StockGuardTests {
  let hospital: TestHospital
  let lot: StockLotID
  let item: PrescriptionItemID
  private var account: AccountID { hospital.account(.pharmacist) }

  /// Ten tablets in one lot that expires on 2026/11/30.
  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
    item = try hospital.prescribedItem()
    lot = try hospital.receive(10, "A", expires: "2026/11/30", shelf: "C4")
  }

  private func movement(
    _ kind: String, _ change: Int, level: Int, position: Int = 2, reason: String = "",
    of item: PrescriptionItemID? = nil,
    day: String = "2026/11/21", with pair: String? = nil, lot: StockLotID? = nil, id: String = "m"
  ) -> SQLStatement {
    """
    INSERT INTO stock_movement (id, lot_id, position, kind, change, level, shelf, reason, prescription_item_id, moved_with,
      moved_on, moved_at, moved_by)
    VALUES (\(id), \(lot ?? self.lot), \(position), \(kind), \(change), \(level), 'C4', \(reason), \(item), \(pair),
      \(day), \(hospital.clock.now), \(account))
    """
  }

  @Test("Nobody changes the level of a lot but by a movement, which sets it")
  func levels() throws {
    #expect(
      try hospital.refusal(of: "UPDATE stock_lot SET quantity = 400")?.message
        == "the level of a lot is changed by a movement alone")
    #expect(
      try hospital.refusal(of: "UPDATE stock_lot SET shelf = 'D1'")?.message
        == "the level of a lot is changed by a movement alone")
    #expect(try hospital.refusal(of: movement("dispense", -3, level: 7, of: item)) == nil)
    #expect(try hospital.level(of: lot) == 7)
  }

  @Test("A movement goes on from the level of its lot, one after the other")
  func inStep() throws {
    let sentence = "a movement goes on from the level of its lot"
    #expect(try hospital.refusal(of: movement("dispense", -3, level: 8, of: item))?.message == sentence)
    #expect(try hospital.refusal(of: movement("dispense", -3, level: 7, position: 3, of: item))?.message == sentence)
    #expect(try hospital.level(of: lot) == 10)
  }

  @Test("Stock never falls below zero")
  func belowZero() throws {
    #expect(try hospital.refusal(of: movement("dispense", -11, level: -1, of: item))?.kind == .check)
    #expect(try hospital.refusal(of: movement("write-off", -10, level: 0, reason: "broken")) == nil)
    #expect(try hospital.level(of: lot) == 0)
  }

  @Test("Out of an expired lot nothing goes but to the bin or the supplier", arguments: ["dispense", "issue"])
  func expired(_ kind: String) throws {
    hospital.clock.advance(by: .days(10))
    let sentence = "an expired lot is counted, written off or sent back to the supplier, and nothing else"
    let item = kind == "dispense" ? item : nil
    #expect(
      try hospital.refusal(of: movement(kind, -1, level: 9, of: item, day: "2026/12/01"))?.message == sentence)
    #expect(
      try hospital.refusal(of: movement(kind, -1, level: 9, of: item, day: "2026/11/29"))?.message
        == "the day of a movement is that of its time")
    #expect(try hospital.refusal(of: movement("write-off", -4, level: 6, reason: "expired", day: "2026/12/01")) == nil)
    #expect(
      try hospital.refusal(
        of: movement("supplier-return", -6, level: 0, position: 3, reason: "for credit", day: "2026/12/01", id: "n"))
        == nil)
  }

  @Test("A count that changes something, a write-off and a return to the supplier have a reason")
  func reasons() throws {
    #expect(try hospital.refusal(of: movement("write-off", -1, level: 9, reason: " "))?.kind == .check)
    #expect(try hospital.refusal(of: movement("supplier-return", -1, level: 9))?.kind == .check)
    #expect(try hospital.refusal(of: movement("count", -1, level: 9))?.kind == .check)
    #expect(try hospital.refusal(of: movement("count", 0, level: 10)) == nil)
  }

  @Test("What goes out goes out, and what comes in comes in", arguments: ["dispense", "receipt", "opening", "shelved"])
  func signs(_ kind: String) throws {
    let change = kind == "dispense" ? 1 : -1
    let item = kind == "dispense" ? item : nil
    #expect(try hospital.refusal(of: movement(kind, change, level: 10 + change, of: item))?.kind == .check)
  }

  @Test("No more is put back than was dispensed for that prescription")
  func returns() throws {
    let sentence = "no more of a lot is put back than was dispensed of it"
    #expect(try hospital.refusal(of: movement("return", 1, level: 11, of: item))?.message == sentence)
    try hospital.execute(movement("dispense", -2, level: 8, of: item))
    #expect(
      try hospital.refusal(of: movement("return", 3, level: 11, position: 3, of: item, id: "n"))?.message == sentence)
    #expect(try hospital.refusal(of: movement("return", 2, level: 10, position: 3, of: item, id: "n")) == nil)
  }

  @Test("What comes from another pharmacy is what that one sent")
  func transfers() throws {
    let there = try hospital.receive(1, "A", expires: "2026/11/30", at: 1)
    let other = try hospital.receive(1, "B", expires: "2026/11/30", at: 1)
    try hospital.execute(movement("transfer-out", -4, level: 6, id: "sent"))
    let sentence = "what comes from another pharmacy is what that pharmacy sent"
    func arrival(_ lot: StockLotID, _ change: Int) throws -> String? {
      try hospital.refusal(of: movement("transfer-in", change, level: 1 + change, with: "sent", lot: lot, id: "came"))?
        .message
    }
    #expect(try arrival(there, 5) == sentence)
    #expect(try arrival(other, 4) == sentence)
    #expect(try arrival(there, 4) == nil)
  }

  @Test("A lot begins empty, keeps its name, and is never removed; a movement is never changed")
  func permanent() throws {
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO stock_lot (id, pharmacy_id, medication_id, lot, expires_on, shelf, quantity)
          SELECT 'x', pharmacy_id, medication_id, 'X', expires_on, '', 5 FROM stock_lot
          """)?.message == "a lot begins empty: a movement fills it")
    #expect(
      try hospital.refusal(of: "UPDATE stock_lot SET expires_on = '2029/01/01'")?.message
        == "what names a lot never changes: write it off, and receive it anew")
    #expect(try hospital.refusal(of: "DELETE FROM stock_lot")?.kind == .trigger)
    #expect(try hospital.refusal(of: "UPDATE stock_movement SET change = 1")?.kind == .trigger)
    #expect(try hospital.refusal(of: "DELETE FROM stock_movement")?.kind == .trigger)
  }

  @Test("What was in stock before the ledger is its first movement")
  func opening() throws {
    let engine = try SQLiteDatabase()
    let before = Migrations.all.prefix { $0.name != "2026-11-stock-ledger" }
    try Migrator(Array(before)).migrate(engine, at: 0)
    try engine.write { transaction in
      try transaction.execute("PRAGMA defer_foreign_keys = ON")
      try transaction.execute(
        """
        INSERT INTO pharmacy (id, number, name, address, telephone, version, recorded_at, recorded_by, change_reason)
        VALUES ('p', 1, 'Quay', '', '', 1, 0, 'a', '')
        """)
      try transaction.execute(
        """
        INSERT INTO hospital (id, number, name, address, telephone, currency, is_demonstration, founded_at)
        VALUES ('h', 1, 'H', '', '', 'USD', 0, 0)
        """)
      try transaction.execute(
        """
        INSERT INTO account (id, hospital_id, username, full_name, role, version, recorded_at, recorded_by, change_reason,
          password_hash)
        VALUES ('a', 'h', 'a', 'A', 'admin', 1, 0, 'a', '', '0123456789012345678901234567890123456789')
        """)
      try transaction.execute(
        """
        INSERT INTO medication (id, code, name, strength, form, unit_price_cents, is_controlled)
        VALUES ('m', '1', 'ibuprofen', '', '', 1, 0)
        """)
      for (id, quantity) in [("full", 40), ("empty", 0)] {
        try transaction.execute(
          """
          INSERT INTO stock_lot (id, pharmacy_id, medication_id, lot, expires_on, quantity)
          VALUES (\(id), 'p', 'm', \(id), '2027/01/01', \(quantity))
          """)
      }
    }
    try Migrator(Migrations.all).migrate(engine, at: 0)
    try engine.read { transaction in
      let lots = try transaction.rows("SELECT lot, quantity FROM stock_lot ORDER BY lot")
      #expect(try lots.map { "\(try $0.text("lot")) \(try $0.count("quantity"))" } == ["empty 0", "full 40"])
      let movements = try transaction.rows("SELECT kind, change, moved_by FROM stock_movement")
      #expect(
        try movements.map { "\(try $0.text("kind")) \(try $0.count("change")) \(try $0.text("moved_by"))" }
          == ["opening 40 a"])
    }
  }
}
