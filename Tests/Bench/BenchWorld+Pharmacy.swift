import BuiltProgramSupport

/// What the pharmacy is measured on: long queues, and prescriptions of which each is dispensed once.
extension BenchWorld {
  /// A copy of the hospital with so many prescriptions more that wait to be verified, of all medications, for all patients.
  func copyWithQueue(_ name: String, of count: Int) throws -> String {
    try copy(
      name,
      with: prescriptions(
        count, medication: "(SELECT id FROM medicines WHERE place = n % (SELECT COUNT(*) FROM medicines))"))
  }

  /// A copy of the hospital with so many prescriptions `bench-1` … more that are verified, of one medication that is
  /// in stock, one piece each.
  func copyWithVerified(_ name: String, of count: Int) throws -> String {
    let clock = Self.clock
    return try copy(
      name,
      with: """
        \(prescriptions(count, medication: Self.plain));
        INSERT INTO pharmacy_task (id, prescription_id, stage, version, recorded_at, recorded_by, change_reason)
        SELECT id, id, 'verified', 1, \(clock), \(Self.account("pharmacist")), '' FROM prescription
          WHERE id >= 'bench-' AND id < 'bench.';
        INSERT INTO stock_lot (id, pharmacy_id, medication_id, lot, expires_on, quantity, shelf)
        SELECT 'bench-lot', \(Self.pharmacy), \(Self.plain), 'BENCH', '2040/01/01', 0, '';
        INSERT INTO stock_movement (id, lot_id, position, kind, change, level, shelf, reason, moved_on, moved_at, moved_by)
        SELECT 'bench-move', 'bench-lot', 1, 'opening', 1000000, 1000000, '', '', strftime('%Y/%m/%d', 'now'), \(clock),
          \(Self.account("pharmacist"))
        """)
  }

  /// A copy of the hospital with so many pharmacists more, `pharmacist-1` …: nobody may work on what another has in hand.
  func copyWithPharmacists(_ name: String, _ count: Int) throws -> String {
    let columns = try sql("SELECT name FROM pragma_table_info('account')")
    let own = [
      "id": "'bench-' || n", "username": "'pharmacist-' || n", "doctor_id": "NULL", "staff_id": "NULL",
      "patient_id": "NULL",
    ]
    let values = columns.map { own[$0] ?? "account.\($0)" }
    return try copy(
      name,
      with: """
        INSERT INTO account (\(columns.joined(separator: ", "))) \(Self.numbers(count))
        SELECT \(values.joined(separator: ", ")) FROM n, account WHERE username = 'pharmacist'
        """)
  }

  /// The statements that write prescriptions, each of one item of one piece, at the first pharmacy.
  private func prescriptions(_ count: Int, medication: String) -> String {
    """
    CREATE TEMP TABLE people AS SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS place FROM patient
      WHERE died_at IS NULL AND id NOT IN (SELECT patient_id FROM patient_merge WHERE undone_at IS NULL)
        AND id NOT IN (SELECT patient_id FROM allergy);
    CREATE INDEX temp.by_place ON people (place);
    CREATE TEMP TABLE medicines AS SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS place, name FROM medication
      WHERE is_controlled = 0 AND retired_at IS NULL;
    INSERT INTO prescription (id, number, patient_id, doctor_id, written_at, pharmacy_id, status, priority, note, version,
      recorded_at, recorded_by, change_reason)
    \(Self.numbers(count)) SELECT 'bench-' || n, 900000 + n,
      (SELECT id FROM people WHERE place = n % (SELECT COUNT(*) FROM people)), (SELECT MIN(id) FROM doctor),
      \(Self.clock) - n * 1000, \(Self.pharmacy), 'active', CASE WHEN n % 50 = 0 THEN 'urgent' ELSE 'routine' END, '', 1,
      \(Self.clock), \(Self.account("doctor")), '' FROM n;
    INSERT INTO prescription_item (id, prescription_id, position, medication_id, dose, route, frequency, duration_days,
      quantity, refills)
    \(Self.numbers(count)) SELECT 'bench-item-' || n, 'bench-' || n, 1, \(medication), '1 tablet', 'oral', 'once a day', 1, 1,
      0 FROM n
    """
  }

  /// A medicine that goes with every other: what is verified without a second person's signature.
  private static let plain = "(SELECT MIN(id) FROM medicines WHERE lower(name) = 'paracetamol')"
  private static let clock = "CAST(strftime('%s', 'now') AS INTEGER) * 1000"
  private static let pharmacy = "(SELECT id FROM pharmacy WHERE closed_at IS NULL ORDER BY number LIMIT 1)"
  private static func account(_ name: String) -> String { "(SELECT id FROM account WHERE username = '\(name)')" }
}
