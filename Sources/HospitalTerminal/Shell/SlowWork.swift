import Synchronization
import TerminalKit

/// How far slow work is. Safe from any thread.
package final class WorkProgress: Sendable {
  /// What is known of the work.
  package struct State: Sendable {
    /// Steps done.
    package var done = 0
    /// Steps in all; 0 while that is not known.
    package var total = 0
    /// Whether it was asked to stop.
    package var isStopped = false
  }

  private let state = Mutex(State())
  private let wakeUp: WakeUp?

  /// Progress that rings `wakeUp` when it goes on.
  package init(wakeUp: WakeUp? = nil) {
    self.wakeUp = wakeUp
  }

  /// How far it is now.
  package var now: State { state.withLock { $0 } }

  /// Says how far it is, and ends the work with `CancellationError` if the person pressed Esc.
  package func update(done: Int, of total: Int) throws {
    let stopped = state.withLock { state in
      (state.done, state.total) = (done, total)
      return state.isStopped
    }
    wakeUp?.ring()
    if stopped { throw CancellationError() }
  }

  /// Asks the work to stop at its next `update`.
  package func stop() { state.withLock { $0.isStopped = true } }
}

/// Work that is too slow for the keyboard's thread.
package struct SlowWork {
  /// What is being done: "Printing".
  package let title: String
  /// Does it, on a background queue.
  package let job: @Sendable (WorkProgress) throws -> any Sendable
  /// Takes what came of it to the pane that asked, on the keyboard's thread.
  package let then: (Result<any Sendable, any Error>, any PaneBoxing) -> Void
}
