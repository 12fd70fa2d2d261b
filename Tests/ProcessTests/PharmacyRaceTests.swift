import BuiltProgramSupport
import Testing

/// Real pharmacists, each a process of their own, on one shelf (M4; domain.md, "What other systems get wrong", 7).
@Suite struct PharmacyRaceTests {
  private let home: RaceHome

  init() throws { home = try RaceHome() }

  @Test func twoPharmacistsDispenseTheLastFiveTablets() throws {
    let (item, pharmacy) = try lastFive()
    let prescriptions = try home.sql(
      """
      SELECT prescription.id FROM prescription JOIN prescription_item AS item ON item.prescription_id = prescription.id
      WHERE item.medication_id = '\(item)' AND prescription.pharmacy_id = '\(pharmacy)' AND prescription.number > 900000
      """)
    try #require(prescriptions.count == 2)
    let pharmacists = try home.contenders(2, as: "pharmacist")
    for (pharmacist, prescription) in zip(pharmacists, prescriptions) {
      #expect(pharmacist.ask("verify \(prescription)")?.hasPrefix("done") == true)
    }
    for (pharmacist, prescription) in zip(pharmacists, prescriptions) { pharmacist.say("dispense \(prescription) 5") }
    let answers = pharmacists.map { $0.hear() ?? "silent" }
    #expect(answers.filter { $0.hasPrefix("done") }.count == 1, "\(answers)")
    #expect(answers.filter { $0.hasPrefix("refused stock.short") }.count == 1, "\(answers)")
    let left = try home.sql(
      "SELECT lot, quantity FROM stock_lot WHERE medication_id = '\(item)' AND pharmacy_id = '\(pharmacy)' ORDER BY lot"
    )
    #expect(left.contains("LAST|0") && left.contains("PAST|40"), "the expired lot was not touched: \(left)")
    try expectSums()
    try home.expectSound()
  }

  @Test func twoProcessesNeverHaveOnePrescriptionInHand() throws {
    let prescription = try #require(
      try home.sql("SELECT id FROM prescription WHERE status = 'active' ORDER BY number LIMIT 1").first)
    let pharmacist = try #require(try home.contenders(1, as: "pharmacist").first)
    #expect(pharmacist.ask("claim \(prescription)")?.hasPrefix("done You have") == true)
    let stolen = try home.shell(
      """
      UPDATE prescription_claim SET account_id = (SELECT id FROM account WHERE username = 'nurse'),
        claimed_at = claimed_at + 1 WHERE prescription_id = '\(prescription)'
      """)
    #expect(stolen.end != .exited(0) && stolen.errors.contains("somebody else is working on this prescription"))
  }

  /// The whole of it, a minute of 32 processes, is `script/bench soak`.
  @Test func aSoakOfPrescribersAndPharmacistsLeavesALedgerThatSumsToTheLevels() throws {
    let (prescribers, pharmacists) = (try home.contenders(2, as: "doctor"), try home.contenders(6, as: "pharmacist"))
    for prescriber in prescribers { prescriber.say("prescribe 5000") }
    for pharmacist in pharmacists { pharmacist.say("pharmacy 5000") }
    for group in [prescribers, pharmacists] {
      let answers = group.map { $0.hear() ?? "silent" }
      #expect(answers.allSatisfy { $0.hasPrefix("done") }, "\(answers)")
      let done = answers.map { Int($0.dropFirst("done ".count).prefix { $0 != " " }) ?? 0 }
      #expect(done.reduce(0, +) > 10, "\(answers)")
    }
    try expectSums()
    try home.expectSound()
  }

  /// Every level is the sum of its movements and never below zero; what is out on prescriptions is what left the shelves.
  private func expectSums() throws {
    #expect(
      try home.sql(
        """
        SELECT lot FROM stock_lot WHERE quantity < 0 OR quantity <> (SELECT COALESCE(SUM(change), 0) FROM stock_movement
          WHERE lot_id = stock_lot.id)
        """) == [])
    #expect(
      try home.sql(
        """
        SELECT moved.id FROM stock_movement AS moved WHERE moved.kind IN ('dispense', 'return')
          AND NOT EXISTS (SELECT 1 FROM medication_dispense WHERE movement_id = moved.id)
        """) == [])
    #expect(
      try home.sql(
        """
        SELECT item.id FROM prescription_item AS item WHERE item.quantity < (SELECT COALESCE(SUM(CASE kind WHEN 'dispense'
          THEN quantity ELSE -quantity END), 0) FROM medication_dispense WHERE prescription_item_id = item.id)
        """) == [])
  }

  /// A medication of which five are left in a good lot and forty in an expired one, and two prescriptions of five of it.
  private func lastFive() throws -> (item: String, pharmacy: String) {
    let pharmacy = try #require(
      try home.sql("SELECT id FROM pharmacy WHERE closed_at IS NULL ORDER BY number LIMIT 1").first)
    _ = try home.sql(
      """
      BEGIN IMMEDIATE;
      INSERT INTO medication (\(columns("medication")))
        SELECT \(columns("medication", [("id", "'race-med'"), ("code", "'race-1'"), ("name", "'Racemol'")]))
        FROM medication WHERE is_controlled = 0 LIMIT 1;
      COMMIT
      """)
    for (lot, expires, quantity) in [("LAST", "2040/01/01", 5), ("PAST", "2020/01/01", 40)] {
      _ = try home.sql(
        """
        BEGIN IMMEDIATE;
        INSERT INTO stock_lot (id, pharmacy_id, medication_id, lot, expires_on, quantity, shelf)
          VALUES ('race-\(lot)', '\(pharmacy)', 'race-med', '\(lot)', '\(expires)', 0, '');
        INSERT INTO stock_movement (id, lot_id, position, kind, change, level, shelf, reason, moved_on, moved_at, moved_by)
          SELECT 'race-move-\(lot)', 'race-\(lot)', 1, 'opening', \(quantity), \(quantity), '', '', '2026/11/01',
            \(opening), id FROM account WHERE username = 'pharmacist';
        COMMIT
        """)
    }
    for place in 1...2 {
      _ = try home.sql(
        """
        BEGIN IMMEDIATE;
        INSERT INTO prescription (id, number, patient_id, admission_id, doctor_id, written_at, pharmacy_id, status,
          priority, note, version, recorded_at, recorded_by, change_reason)
          SELECT 'race-rx-\(place)', 900000 + \(place), patient.id, NULL, (SELECT MIN(id) FROM doctor),
            CAST(strftime('%s','now') AS INTEGER) * 1000, '\(pharmacy)', 'active', 'stat', '', 1,
            CAST(strftime('%s','now') AS INTEGER) * 1000, (SELECT id FROM account WHERE username = 'doctor'), ''
          FROM patient WHERE died_at IS NULL ORDER BY number LIMIT 1 OFFSET \(place);
        INSERT INTO prescription_item (id, prescription_id, position, medication_id, dose, route, frequency, duration_days,
          quantity, refills) VALUES ('race-item-\(place)', 'race-rx-\(place)', 1, 'race-med', '1 tablet', 'oral', 'once a day',
          5, 5, 0);
        COMMIT
        """)
    }
    return ("race-med", pharmacy)
  }

  /// 2026/11/01 12:00 UTC.
  private let opening = "1793534400000"

  /// The columns of a table, some of them replaced by expressions.
  private func columns(_ table: String, _ instead: [(String, String)] = []) throws -> String {
    let names = try home.sql("SELECT name FROM pragma_table_info('\(table)')")
    return names.map { name in instead.first { $0.0 == name }?.1 ?? name }.joined(separator: ", ")
  }
}
