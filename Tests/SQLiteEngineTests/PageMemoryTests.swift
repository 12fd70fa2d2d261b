import DatabaseKit
import Testing

@testable import SQLiteEngine

@Suite("The memory of SQLite")
struct PageMemoryTests {
  @Test("is set before the first database is opened")
  func settings() throws {
    _ = try SQLiteDatabase()
    #expect(PageMemory.isKept)
    #expect(PageMemory.isNotCounted)
  }
}

@Suite("The mapping of the file")
struct PageMappingTests {
  @Test("is up from a search until the next writing, and what is read is the same")
  func mapping() throws {
    let file = try TemporaryDatabase()
    let engine = try SQLiteDatabase(path: file.path, mode: .create)
    try engine.write { try $0.execute("CREATE TABLE ward (name TEXT)") }
    func size() throws -> Int64 { try engine.read { try $0.row("PRAGMA mmap_size")?.integer("mmap_size") ?? -1 } }
    #expect(try size() == 0)
    try engine.write { try $0.execute("INSERT INTO ward (name) VALUES ('4A')") }
    let found = try engine.read { transaction in
      try transaction.readWidely()
      return try transaction.row("SELECT name FROM ward")?.text("name")
    }
    #expect(found == "4A")
    #expect(try size() > 0)
    try engine.write { try $0.execute("INSERT INTO ward (name) VALUES ('4B')") }
    #expect(try size() == 0)
    #expect(try engine.read { try $0.rows("SELECT name FROM ward").count } == 2)
  }
}
