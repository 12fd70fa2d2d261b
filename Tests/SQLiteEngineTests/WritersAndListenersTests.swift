import DatabaseKit
import Dispatch
import SQLiteEngine
import Synchronization
import Testing

@Suite("Writers in turn, and those who listen for commits")
struct WritersAndListenersTests {
  private let file: TemporaryDatabase

  init() throws { file = try TemporaryDatabase() }

  @Test("writers on connections of their own wait for each other, and none is turned away or ends the program")
  func contending() throws {
    let engine = try file.open()
    try engine.write { try $0.execute("CREATE TABLE mark (writer BIGINT)") }
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      do {
        let own = try SQLiteDatabase(path: file.path)
        for _ in 0..<20 { try own.write { try $0.execute("INSERT INTO mark VALUES (\(writer))") } }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 }.isEmpty)
    let counts = try engine.read {
      try $0.rows("SELECT COUNT(*) AS n FROM mark GROUP BY writer").map { try $0.count("n") }
    }
    #expect(counts == Array(repeating: 20, count: 8))
  }

  @Test("a commit on another connection is heard (A2)")
  func heard() throws {
    let engine = try file.open()
    let bell = DispatchSemaphore(value: 0)
    let reader = try engine.anotherReader()
    let observation = try reader.observeCommits { bell.signal() }
    defer { observation.cancel() }
    try engine.write { try $0.execute("CREATE TABLE ward (name TEXT)") }
    #expect(bell.wait(timeout: .now() + 30) == .success)
  }

  @Test("a commit of the very connection that listens is heard: a session's feed reads on the session's own (A2)")
  func heardFromItself() throws {
    let engine = try file.open()
    let bell = DispatchSemaphore(value: 0)
    try engine.write { try $0.execute("CREATE TABLE ward (name TEXT)") }
    let observation = try engine.observeCommits { bell.signal() }
    defer { observation.cancel() }
    try engine.write { try $0.execute("INSERT INTO ward VALUES ('4A')") }
    #expect(bell.wait(timeout: .now() + 30) == .success)
  }

  @Test("what triggers announce is read from where one left off; what is too old is said to be gone")
  func announced() throws {
    let engine = try file.open()
    let schema = Migration(
      "1",
      [
        .sql("CREATE TABLE room (id TEXT PRIMARY KEY, state TEXT)"),
        .announce("room", from: "room", keys: "SELECT ROW.id AS key"),
      ])
    try Migrator([schema]).migrate(engine, at: 0)
    try engine.write { try $0.execute("INSERT INTO room VALUES ('a', 'free')") }
    let start = try engine.read { try $0.changes(after: 0) }
    #expect(start.keys == nil && start.newest == 1)
    try engine.write { transaction in
      try transaction.execute("UPDATE room SET state = 'closed' WHERE id = 'a'")
      try transaction.execute("INSERT INTO room VALUES ('b', 'free')")
    }
    let next = try engine.read { try $0.changes(after: start.newest) }
    #expect(next.keys == ["room": ["a", "b"]] && next.newest == 3)
    #expect(try engine.read { try $0.changes(after: next.newest) }.keys == [:])
    try engine.write { transaction in
      for _ in 0..<5_000 { try transaction.execute("UPDATE room SET state = 'free' WHERE id = 'b'") }
    }
    #expect(try engine.read { try $0.changes(after: next.newest) }.keys == nil)
  }
}
