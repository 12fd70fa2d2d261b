import BuiltProgramSupport
import Testing

/// A demonstration hospital in a file of its own, on which real processes meet.
struct RaceHome {
  private let home: ProgramHome
  private var database: String { home.path + "/data/hms/hospital.sqlite" }

  init() throws {
    home = try ProgramHome()
    let made = try home.hms("demo", "--no-open")
    #expect(made.end == .exited(0), "\(made.errors)")
  }

  /// What the `sqlite3` shell answers to a statement, line by line.
  func sql(_ statement: String) throws -> [String] {
    let run = try shell(statement)
    #expect(run.end == .exited(0), "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }

  /// The number that the `sqlite3` shell answers.
  func number(_ statement: String) throws -> Int { try #require(try sql(statement).first.flatMap { Int($0) }) }

  /// A run of the `sqlite3` shell, however it ends.
  func shell(_ statement: String) throws -> ProgramRun {
    try ProgramRun(["/usr/bin/sqlite3", database, statement], environment: ["PATH": "/usr/bin:/bin"])
  }

  /// So many processes with a session of that user, ready for acts.
  func contenders(_ count: Int, as user: String) throws -> [ConversingProgram] {
    let contenders = try (0..<count).map { _ in
      try ConversingProgram(
        [BuiltProgram.folder + "/hms-contender", database, user], environment: home.environment)
    }
    for contender in contenders { #expect(contender.hear() == "ready") }
    return contenders
  }

  /// Whether `hms check` finds everything sound; what it says when it does not.
  func expectSound(_ location: SourceLocation = #_sourceLocation) throws {
    let check = try home.hms("check")
    #expect(check.end == .exited(0), "\(check.output)", sourceLocation: location)
  }

  /// Draws up so many drafts `PREFIX-1`, `PREFIX-2` … of two lines, 100.00 and 50.00.
  func drafts(_ count: Int, _ prefix: String) throws {
    let numbers = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < \(count))"
    _ = try sql(
      """
      BEGIN IMMEDIATE;
      \(numbers) INSERT INTO invoice (id, hospital_id, patient_id, status, version, recorded_at, recorded_by, change_reason)
        SELECT '\(prefix)-' || n, account.hospital_id, (SELECT MIN(id) FROM patient), 'draft', 1, 0, account.id, ''
        FROM n, account WHERE username = 'cashier';
      \(numbers) INSERT INTO invoice_line (id, invoice_id, position, served_on, code, item, quantity, unit_cents)
        SELECT '\(prefix)-' || n || '-' || place, '\(prefix)-' || n, place, '2026/01/02', 'RACE', 'A race', 1, cents
        FROM n, (SELECT 1 AS place, 10000 AS cents UNION SELECT 2, 5000);
      COMMIT
      """)
  }
}
