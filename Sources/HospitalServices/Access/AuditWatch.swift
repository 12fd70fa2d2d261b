import DatabaseKit

/// Wakes who reads the audit trail after each commit of anybody, for as long as it is kept.
package final class AuditWatch: Sendable {
  private let listener: any DatabaseEngine
  private let observation: any CommitObservation

  /// A watch on a connection of its own; `wake` is called on a background queue.
  package init(_ session: Session, wake: @escaping @Sendable () -> Void) throws {
    listener = try session.workplace.reading { try session.workplace.engine.anotherReader() }
    observation = try listener.observeCommits(wake)
  }

  deinit { observation.cancel() }
}
