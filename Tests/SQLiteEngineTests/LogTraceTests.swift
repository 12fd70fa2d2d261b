import Foundation
import Testing

@testable import SQLiteEngine

/// Twice a second a session at rest looks whether the log has grown, and asks the database only if it may have.
struct LogTraceTests {
  @Test("it asks at first and after each change, twice; then once in ten seconds; without a log always")
  func asks() throws {
    let database = FileManager.default.temporaryDirectory.appending(path: "trace-\(UUID().uuidString)")
    let file = URL(fileURLWithPath: database.path + "-wal")
    try Data([0]).write(to: database)
    defer { for file in [database, file] { try? FileManager.default.removeItem(at: file) } }
    var trace = LogTrace(path: database.path)
    func asked(_ times: Int) -> Int { (0..<times).count { _ in trace.mayHaveGrown() } }
    #expect(asked(50) == 50)
    try Data([1]).write(to: file)
    #expect(asked(2) == 2)
    #expect(asked(19) == 0)
    #expect(asked(1) == 1, "after ten seconds")
    try Data([1, 2]).write(to: file)
    #expect(asked(19) == 2)
    try FileManager.default.removeItem(at: database)
    #expect(asked(3) == 3, "the file is gone")
  }
}
