import DatabaseKit
import Synchronization

/// The real engine of a test hospital, of which nothing can be read while it is closed: as with a file that is out of reach
/// for a while.
package final class ClosableEngine: DatabaseEngine {
  private let engine: any DatabaseEngine
  private let closed = Mutex(false)

  package init(_ engine: any DatabaseEngine) { self.engine = engine }

  /// Whether what is asked for is refused.
  package var isClosed: Bool {
    get { closed.withLock { $0 } }
    set { closed.withLock { $0 = newValue } }
  }

  package var dialect: any SQLDialect { engine.dialect }

  package func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
    if isClosed { throw DatabaseFault.disk("out of reach") }
    return try engine.read(body)
  }

  @discardableResult package func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
    try engine.write(body)
  }

  package func observeCommits(_ changed: @escaping @Sendable () -> Void) throws -> any CommitObservation {
    try engine.observeCommits(changed)
  }

  package func anotherReader() throws -> any DatabaseEngine { try engine.anotherReader() }
  package func anotherWriter() throws -> any DatabaseEngine { try engine.anotherWriter() }
  package func copyForRehearsal() throws -> any DatabaseEngine { try engine.copyForRehearsal() }
  package func integrityProblems() throws -> [String] { try engine.integrityProblems() }
  package func eraseDeleted() throws -> Bool { try engine.eraseDeleted() }
  package func brokenReferences() throws -> [String] { try engine.brokenReferences() }
}
