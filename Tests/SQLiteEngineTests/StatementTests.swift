import DatabaseKit
import SQLiteEngine
import Testing

@Suite("Statements and the guards that the dialect spells")
struct StatementTests {
  private let engine: SQLiteDatabase

  init() throws { engine = try SQLiteDatabase() }

  @Test(
    "what a person typed is bound and never becomes SQL",
    arguments: ["'; DROP TABLE ward; --", "\u{1B}[2J", "Robert\u{7}", "作田 花子", "\"quoted\"", ""])
  func bound(_ text: String) throws {
    try engine.write { try $0.execute("CREATE TABLE ward (name TEXT)") }
    try engine.write { try $0.execute("INSERT INTO ward (name) VALUES (\(text))") }
    #expect(try engine.read { try $0.row("SELECT name FROM ward WHERE name = \(text)")?.text("name") } == text)
  }

  @Test("nothing typed is a text and no NULL; an argument too few is told; a statement that failed is used on")
  func runs() throws {
    try engine.write { try $0.execute("CREATE TABLE ward (name TEXT NOT NULL UNIQUE, plan BLOB)") }
    func add(_ name: String?) throws {
      try engine.write { try $0.execute("INSERT INTO ward (name, plan) VALUES (\(name), \(SQLValue.blob([])))") }
    }
    try add("")
    #expect(throws: DatabaseFault.self) { try add("") }
    #expect(throws: DatabaseFault.self) { try add(nil) }
    try add("4A")
    let row = try #require(try engine.read { try $0.row("SELECT name, plan FROM ward WHERE name = \("")") })
    #expect(try row.text("name") == "" && row.value("plan") == .blob([]))
    #expect(throws: DatabaseFault.self) { try engine.read { try $0.rows(SQLStatement(trusted: "SELECT ? AS n")) } }
    #expect(try engine.read { try $0.rows("SELECT name FROM ward") }.count == 2)
  }

  @Test("a statement within its own rows is refused, for those would begin anew; another one is not")
  func nested() throws {
    try engine.write { try $0.execute("CREATE TABLE ward (name TEXT)") }
    for name in ["4A", "4B"] { try engine.write { try $0.execute("INSERT INTO ward VALUES (\(name))") } }
    let wards: SQLStatement = "SELECT name FROM ward"
    #expect(throws: DatabaseFault.self) {
      try engine.read { transaction in try transaction.forEachRow(wards) { _ in _ = try transaction.rows(wards) } }
    }
    var seen = 0
    try engine.read { transaction in
      try transaction.forEachRow(wards) { _ in seen += try transaction.rows("SELECT 1 AS n FROM ward").count }
    }
    #expect(seen == 4)
  }

  @Test("columns that another program has added since are read by their names")
  func columnsAdded() throws {
    let file = try TemporaryDatabase()
    let (one, other) = (try SQLiteDatabase(path: file.path, mode: .create), try SQLiteDatabase(path: file.path))
    try one.write { try $0.execute("CREATE TABLE ward (name TEXT)") }
    try one.write { try $0.execute("INSERT INTO ward (name) VALUES ('4A')") }
    let joined: SQLStatement = "SELECT ward.*, 'last' AS word FROM ward"
    #expect(try one.read { try $0.row(joined)?.text("word") } == "last")
    try other.write { try $0.execute("ALTER TABLE ward ADD COLUMN floor TEXT DEFAULT '4'") }
    #expect(try one.read { try $0.row(joined)?.text("word") } == "last")
    #expect(try one.read { try $0.row(joined)?.text("floor") } == "4")
  }

  @Test("what is read may not write, whatever the statement; the connection can be used on")
  func onlyReading() throws {
    try engine.write { try $0.execute("CREATE TABLE ward (name TEXT)") }
    for forbidden: SQLStatement in [
      "INSERT INTO ward VALUES ('4A')", "INSERT INTO ward VALUES ('4A') RETURNING name", "DROP TABLE ward",
    ] {
      #expect(throws: DatabaseFault.readOnly, "\(forbidden.sql)") { try engine.read { try $0.execute(forbidden) } }
      #expect(throws: DatabaseFault.readOnly, "\(forbidden.sql)") { try engine.read { try $0.rows(forbidden) } }
    }
    try engine.write { try $0.execute("INSERT INTO ward VALUES ('4B')") }
    #expect(try engine.read { try $0.rows("SELECT name FROM ward") }.map { try $0.text("name") } == ["4B"])
  }

  @Test("every kind of value comes back as it went in", arguments: ["", "zażółć 🏥", "漢字"])
  func values(_ text: String) throws {
    let row = try engine.read {
      try $0.row("SELECT \(text) AS text, \(Int64.min) AS least, x'00FF00' AS blob, 1.5 AS real")
    }
    #expect(try row?.text("text") == text)
    #expect(try row?.integer("least") == .min)
    #expect(try row?.value("blob") == .blob([0, 255, 0]))
    #expect(try row?.text("real") == "1.5")
  }

  @Test("lists, parts and NULL take their places in order")
  func pieces() throws {
    let part: SQLStatement = "b = \(2)"
    let statement: SQLStatement = "a IN (\(list: [1, 3])) AND \(part: part) AND c IS \(String?.none)"
    #expect(statement.sql == "a IN (?, ?) AND b = ? AND c IS ?")
    #expect(statement.arguments == [.integer(1), .integer(3), .integer(2), .null])
  }

  @Test("a column that is absent or of another kind is named, never guessed")
  func columns() throws {
    let row = try #require(try engine.read { try $0.row("SELECT 1 AS n, NULL AS empty") })
    #expect(throws: DatabaseFault.unexpectedColumn("m")) { try row.integer("m") }
    #expect(throws: DatabaseFault.unexpectedColumn("n")) { try row.text("n") }
    #expect(try row.optionalText("empty") == nil)
  }

  @Test("a versioned row takes no change without its next version, and keeps the row that was (B10)")
  func versioned() throws {
    let schema = Migration(
      "1",
      [
        .sql("CREATE TABLE ward (id TEXT PRIMARY KEY, name TEXT, version INTEGER)"),
        .sql("CREATE TABLE ward_version (ward_id TEXT, name TEXT, version INTEGER)"),
        .versioned(table: "ward", history: "ward_version", columns: ["name", "version"]),
      ])
    try Migrator([schema]).migrate(engine, at: 0)
    try engine.write { try $0.execute("INSERT INTO ward VALUES ('1', '4A', 1)") }
    for forbidden: SQLStatement in [
      "UPDATE ward SET name = '4B'", "UPDATE ward SET name = '4B', version = 3", "DELETE FROM ward",
    ] {
      #expect(throws: DatabaseFault.self, "\(forbidden.sql)") { try engine.write { try $0.execute(forbidden) } }
    }
    try engine.write { try $0.execute("UPDATE ward SET name = '4B', version = 2") }
    #expect(try engine.read { try $0.row("SELECT name FROM ward_version")?.text("name") } == "4A")
    #expect(throws: DatabaseFault.self) { try engine.write { try $0.execute("DELETE FROM ward_version") } }
  }
}
