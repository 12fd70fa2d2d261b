import Foundation
import Testing

@testable import SQLiteEngine

/// Twice a second a session at rest looks whether the log has grown, and asks the database only if it may have.
struct LogTraceTests {
  @Test("it asks at first and after each change, twice; then once in ten seconds; without a log always")
  func asks() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "trace-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    var trace = LogTrace(path: file.path)
    func asked(_ times: Int) -> Int { (0..<times).count { _ in trace.mayHaveGrown() } }
    #expect(asked(50) == 50)
    try Data([1]).write(to: file)
    #expect(asked(2) == 2)
    #expect(asked(19) == 0)
    #expect(asked(1) == 1, "after ten seconds")
    try Data([1, 2]).write(to: file)
    #expect(asked(20) == 2)
  }
}
