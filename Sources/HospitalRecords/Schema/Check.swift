import DatabaseKit

/// Conditions that columns of the schema share, as portable SQL.
enum Check {
  /// The text is a date that exists, written `YYYY/MM/DD` (B8).
  static func date(_ column: String) -> String {
    let digits = [1, 2, 3, 4, 6, 7, 9, 10].map { "substr(\(column), \($0), 1) BETWEEN '0' AND '9'" }
    let month = "substr(\(column), 6, 2)"
    let year = "CAST(substr(\(column), 1, 4) AS INTEGER)"
    let lastOfFebruary =
      "CASE WHEN \(year) % 4 = 0 AND (\(year) % 100 <> 0 OR \(year) % 400 = 0) THEN '29' ELSE '28' END"
    let lastDay =
      "CASE \(month) WHEN '02' THEN \(lastOfFebruary) WHEN '04' THEN '30' WHEN '06' THEN '30' WHEN '09' THEN '30' "
      + "WHEN '11' THEN '30' ELSE '31' END"
    return
      ([
        "length(\(column)) = 10", "substr(\(column), 5, 1) = '/'", "substr(\(column), 8, 1) = '/'",
        "\(month) BETWEEN '01' AND '12'", "substr(\(column), 9, 2) BETWEEN '01' AND (\(lastDay))",
      ] + digits).joined(separator: " AND ")
  }

  /// The text says something, and not at endless length.
  static func said(_ column: String, atMost limit: Int = 200) -> String {
    "length(trim(\(column))) BETWEEN 1 AND \(limit)"
  }

  /// The text is one of these codes.
  static func oneOf(_ column: String, _ codes: [String]) -> String {
    "\(column) IN (\(codes.map { "'\($0)'" }.joined(separator: ", ")))"
  }

  /// The column is a flag.
  static func flag(_ column: String) -> String { "\(column) IN (0, 1)" }
}

/// Columns that tell who recorded a row, when and why; the row before a change is kept beside it (B10).
enum VersionColumns {
  static let sql = """
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    change_reason TEXT NOT NULL
    """
  static let names = ["version", "recorded_at", "recorded_by", "change_reason"]
}

extension MigrationStep {
  /// Portable SQL put together from the program's own words.
  static func define(_ sql: String) -> MigrationStep { .sql(SQLStatement(trusted: sql)) }

  /// A table whose rows change by new versions: the table, the table of its earlier versions, and the guards of both.
  ///
  /// `columns` are name and definition of what a version holds; `fixed` are those that never change.
  static func versionedTable(
    _ name: String, fixed: [(String, String)], columns: [(String, String)], rules: [String] = []
  ) -> [MigrationStep] {
    let definitions = (fixed + columns).map { "\($0.0) \($0.1)" } + [VersionColumns.sql] + rules
    let bare = columns.map { "\($0.0) \($0.1.prefix { $0 != " " })" }
    let kept = columns.map(\.0) + VersionColumns.names
    return [
      .define("CREATE TABLE \(name) (id TEXT NOT NULL PRIMARY KEY, \(definitions.joined(separator: ", ")))"),
      .define(
        """
        CREATE TABLE \(name)_version (\(name)_id TEXT NOT NULL REFERENCES \(name) (id), \(bare.joined(separator: ", ")),
        version INTEGER NOT NULL, recorded_at BIGINT NOT NULL, recorded_by TEXT NOT NULL, change_reason TEXT NOT NULL,
        PRIMARY KEY (\(name)_id, version))
        """),
      .versioned(table: name, history: "\(name)_version", columns: kept),
      .refuse(
        "\(name)_fixed", on: name, .update,
        when: (["id"] + fixed.map(\.0)).map { "NEW.\($0) IS NOT OLD.\($0)" }.joined(separator: " OR "),
        saying: "what names a row of \(name) never changes"),
    ]
  }
}
