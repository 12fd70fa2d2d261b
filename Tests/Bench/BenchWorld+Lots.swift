import BuiltProgramSupport

/// What many writers need: rooms, patients and drafts enough, each for one act.
extension BenchWorld {
  /// A copy of the hospital with a free room for each patient who may be admitted; `bench_lot` says which.
  func copyWithRooms(_ name: String) throws -> String {
    try copy(
      name,
      with: """
        CREATE TABLE bench_lot (patient_id TEXT NOT NULL, room_id TEXT NOT NULL);
        INSERT INTO bench_lot SELECT id, 'bench-' || ROW_NUMBER() OVER (ORDER BY id) FROM patient
          WHERE died_at IS NULL AND birth_date BETWEEN '1930' AND '2000'
          AND id NOT IN (SELECT patient_id FROM admission WHERE status IN ('planned', 'in-progress', 'on-hold'))
          AND id NOT IN (SELECT patient_id FROM hold WHERE patient_id IS NOT NULL);
        INSERT INTO room (id, department_id, number, bay, kind, features, service_state, service_since, service_reason,
          version, recorded_at, recorded_by, change_reason)
        SELECT bench_lot.room_id, any_room.department_id, upper(bench_lot.room_id), '', 'general', '', 'in-service', 0, '',
          1, 0, any_room.recorded_by, ''
        FROM bench_lot, (SELECT room.* FROM room JOIN department ON department.id = department_id
          WHERE department.gender_rule = 'any' AND room.retired_at IS NULL LIMIT 1) AS any_room
        """)
  }

  /// A copy of the hospital with 10,000 drafts `bench-1` … of 150.00.
  func copyWithDrafts(_ name: String) throws -> String {
    try copy(
      name,
      with: """
        INSERT INTO invoice (id, hospital_id, patient_id, status, version, recorded_at, recorded_by, change_reason)
        \(Self.numbers(10_000)) SELECT 'bench-' || n, account.hospital_id, (SELECT MIN(id) FROM patient), 'draft', 1, 0,
          account.id, '' FROM n, account WHERE username = 'cashier';
        \(Self.lines)
        """)
  }

  /// A copy of the hospital with 100,000 invoices more: 4,000 to be paid, of which every second is overdue and every third
  /// paid in part, 1,000 drafts, 5,000 cancelled, and the others paid.
  func copyWithInvoices(_ name: String) throws -> String {
    // The guards would see each invoice through all its states; here it is only read.
    let guards = try sql(
      """
      SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema
      WHERE type = 'trigger' AND tbl_name IN ('invoice', 'invoice_line', 'payment', 'credit_note')
      """)
    let day = "strftime('%Y/%m/%d', 'now', CASE n % 2 WHEN 0 THEN '-' ELSE '+' END || (n % 100) || ' days')"
    return try copy(
      name,
      with: """
        \(guards.joined())
        CREATE TEMP TABLE people AS SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS place FROM patient;
        CREATE INDEX temp.by_place ON people (place);
        INSERT INTO invoice (id, hospital_id, patient_id, year, number, status, issued_at, due_on, version, recorded_at,
          recorded_by, change_reason)
        \(Self.numbers(100_000)) SELECT 'bench-' || n, account.hospital_id,
          (SELECT id FROM people WHERE place = n % (SELECT COUNT(*) FROM people)),
          CASE WHEN n % 100 > 0 THEN 2001 END, CASE WHEN n % 100 > 0 THEN n END,
          CASE WHEN n % 100 = 0 THEN 'draft' WHEN n % 100 < 5 THEN 'issued' WHEN n % 100 < 10 THEN 'cancelled'
            ELSE 'balanced' END,
          CASE WHEN n % 100 > 0 THEN 1700000000000 + n * 60000 END, CASE WHEN n % 100 > 0 THEN \(day) END, 1, 0,
          account.id, '' FROM n, account WHERE username = 'cashier';
        \(Self.lines)
        INSERT INTO payment (id, invoice_id, method, amount_cents, received_at, received_by, reference)
        SELECT 'bench-' || id, id, 'card', CASE status WHEN 'balanced' THEN 15000 ELSE 6000 END, issued_at, recorded_by, 'T1'
        FROM invoice WHERE id LIKE 'bench-%' AND (status = 'balanced' OR (status = 'issued' AND number % 3 = 0));
        INSERT INTO credit_note (id, hospital_id, invoice_id, year, number, total_cents, line_count, reason, issued_at,
          issued_by)
        SELECT 'bench-' || id, hospital_id, id, 2001, number, 15000, 2, 'a trial', issued_at, recorded_by
        FROM invoice WHERE id LIKE 'bench-%' AND status = 'cancelled'
        """)
  }

  func copy(_ name: String, with statements: String) throws -> String {
    let path = try copy(name)
    let made = try ProgramRun(
      ["/usr/bin/sqlite3", "-bail", path, "BEGIN IMMEDIATE; \(statements); COMMIT"], environment: [:],
      until: .after(.seconds(600)))
    guard made.end == .exited(0) else { throw CannotBuild(words: made.errors) }
    return path
  }

  static func numbers(_ count: Int) -> String {
    "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < \(count))"
  }

  private static let lines = """
    INSERT INTO invoice_line (id, invoice_id, position, served_on, code, item, quantity, unit_cents)
    SELECT id || '-' || place, id, place, '2026/01/02', 'CON', 'Consultation', 1, cents
    FROM invoice, (SELECT 1 AS place, 10000 AS cents UNION SELECT 2, 5000) WHERE id LIKE 'bench-%';
    """
}
