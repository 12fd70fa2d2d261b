import Foundation
import Testing

@testable import SQLiteEngine

/// Twice a second a session at rest looks whether the log has grown, and asks the database only if it may have.
struct LogTraceTests {
  @Test("it asks at first and after each change, twice; then no more, but for once in ten seconds; without a log always")
  func asks() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "trace-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    var trace = LogTrace(path: file.path)
    #expect((0..<50).allSatisfy { _ in trace.mayHaveGrown() })
    try Data([1]).write(to: file)
    #expect(trace.mayHaveGrown() && trace.mayHaveGrown())
    #expect(!(0..<19).contains { _ in trace.mayHaveGrown() })
    #expect(trace.mayHaveGrown(), "after ten seconds")
    try Data([1, 2]).write(to: file)
    #expect(trace.mayHaveGrown() && trace.mayHaveGrown() && !trace.mayHaveGrown())
  }
}
