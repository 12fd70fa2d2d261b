import DatabaseKit
import Glibc
import SQLiteEngine
import Testing

@Suite("The file of a database, and what can be wrong with it")
struct DatabaseFileTests {
  private let file: TemporaryDatabase

  init() throws { file = try TemporaryDatabase() }

  @Test("a missing file, a folder and a file of another kind are told apart")
  func wrongFiles() throws {
    #expect(throws: DatabaseFault.missing(path: file.path)) { try SQLiteDatabase(path: file.path) }
    #expect(throws: DatabaseFault.cannotOpen(path: file.folder, detail: "it is not a file")) {
      try SQLiteDatabase(path: file.folder)
    }
    file.fill(with: [])
    #expect(throws: DatabaseFault.missing(path: file.path), "nothing in it: no database to open") {
      try SQLiteDatabase(path: file.path)
    }
    file.fill(with: Array("This is a letter to the matron.".utf8))
    #expect(throws: DatabaseFault.damaged("\(file.path) is not a database")) { try SQLiteDatabase(path: file.path) }
  }

  @Test("what was committed is there for the next who opens it, and the log is written to the disk at every commit")
  func durable() throws {
    let engine = try file.open()
    try engine.write { try $0.execute("CREATE TABLE ward (name TEXT)") }
    try engine.write { try $0.execute("INSERT INTO ward (name) VALUES (\("4A"))") }
    let other = try SQLiteDatabase(path: file.path, mode: .readOnly)
    #expect(try other.read { try $0.row("SELECT name FROM ward")?.text("name") } == "4A")
    #expect(try engine.read { try $0.row("PRAGMA synchronous")?.integer("synchronous") } == 2)
    #expect(throws: DatabaseFault.readOnly) { try other.write { try $0.execute("DELETE FROM ward") } }
  }

  @Test(
    "a file that was moved, removed or replaced while it was open is neither read nor written any more: it is nobody's")
  func moved() throws {
    let engine = try file.open()
    try engine.write { try $0.execute("CREATE TABLE ward (name TEXT)") }
    let gone = DatabaseFault.moved(path: file.path)
    func isRefused() {
      #expect(throws: gone) { try engine.read { try $0.rows("SELECT * FROM ward") } }
      #expect(throws: gone) { try engine.write { try $0.execute("INSERT INTO ward VALUES ('4A')") } }
    }
    #expect(rename(file.path, file.path + ".away") == 0)
    isRefused()
    _ = try SQLiteDatabase(path: file.path, mode: .create)
    isRefused()
    #expect(rename(file.path + ".away", file.path) == 0)
    try engine.write { try $0.execute("INSERT INTO ward VALUES ('4A')") }
    #expect(try engine.read { try $0.rows("SELECT * FROM ward").count } == 1)
  }

  @Test("a transaction is kept whole or not at all")
  func allOrNothing() throws {
    let engine = try file.open()
    try engine.write { try $0.execute("CREATE TABLE ward (name TEXT UNIQUE)") }
    let fault = #expect(throws: DatabaseFault.self) {
      try engine.write { transaction in
        try transaction.execute("INSERT INTO ward VALUES ('4A')")
        try transaction.execute("INSERT INTO ward VALUES ('4A')")
      }
    }
    guard case .refused(let constraint) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(constraint.kind == .unique)
    #expect(try engine.read { try $0.rows("SELECT * FROM ward").isEmpty })
  }

  @Test("a flipped byte in the middle of the file is noticed")
  func damage() throws {
    do {
      let engine = try file.open()
      try engine.write { transaction in
        try transaction.execute("CREATE TABLE ward (name TEXT)")
        try transaction.execute("CREATE INDEX ward_by_name ON ward (name)")
        for number in 0..<2_000 { try transaction.execute("INSERT INTO ward VALUES (\("ward number \(number)"))") }
      }
      #expect(try engine.integrityProblems().isEmpty)
    }
    try file.flipBytes(at: 40_000, count: 64)
    let problems = try? SQLiteDatabase(path: file.path).integrityProblems()
    #expect(problems?.isEmpty != true)
  }

  @Test("a database that a newer program has migrated is refused, and none of it is touched")
  func newerSchema() throws {
    let engine = try file.open()
    let known = Migration("1", [.sql("CREATE TABLE ward (name TEXT)")])
    try Migrator([known, Migration("2", [.sql("CREATE TABLE bed (name TEXT)")])]).migrate(engine, at: 0)
    #expect(throws: DatabaseFault.newerSchema(migration: "2")) { try Migrator([known]).migrate(engine, at: 0) }
    #expect(throws: DatabaseFault.olderSchema(migration: "3")) {
      try Migrator([known, Migration("2", []), Migration("3", [])]).confirm(engine)
    }
  }
}
