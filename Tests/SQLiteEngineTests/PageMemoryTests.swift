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
