import DatabaseKit
import HospitalDomain

/// Looks after each commit whether who has signed in may go on, for those who have no board that would notice.
package final class StandingWatch: Sendable {
  private let session: Session
  private let observation: any CommitObservation

  /// A watch over the session; `wake` is called on a background queue when the session has ended.
  package init(_ session: Session, wake: @escaping @Sendable () -> Void) throws {
    self.session = session
    observation = try session.workplace.engine.observeCommits {
      guard session.end.reason == nil else { return }
      try? session.confirmStanding()
      if session.end.reason != nil { wake() }
    }
  }

  /// Ends the watch.
  package func stop() { observation.cancel() }

  deinit { stop() }
}
