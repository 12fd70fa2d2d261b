import DatabaseKit
import Dispatch
import HospitalDomain
import HospitalRecords
import Synchronization

/// Keeps unfinished forms while they are typed, on a background queue with a connection of its own, so that no key waits
/// for the disk. What is handed over replaces what still waits of the same draft.
package final class DraftKeeper: Sendable {
  private let session: Session
  private let wake: @Sendable () -> Void
  private let queue = DispatchQueue(label: "hms.drafts", qos: .utility)
  private let state = Mutex(State())

  private struct State {
    var drafts: DraftService?
    var waiting: [DraftID: Draft] = [:]
    var discarded: Set<DraftID> = []
    var savedAt: [DraftID: Timestamp] = [:]
    var failure: Fault?
  }

  /// A keeper of the session's drafts; `wake` is called on the background queue when one was kept, or could not be.
  package init(_ session: Session, wake: @escaping @Sendable () -> Void) {
    self.session = session
    self.wake = wake
  }

  /// Hands a draft over to be kept soon.
  package func keep(_ draft: Draft) {
    state.withLock { state in
      if !state.discarded.contains(draft.id) { state.waiting[draft.id] = draft }
    }
    queue.async { self.work() }
  }

  /// Discards a draft: what was kept of it, and what still waits. It does not come back.
  package func discard(_ id: DraftID) {
    state.withLock { state in
      state.waiting[id] = nil
      state.savedAt[id] = nil
      state.discarded.insert(id)
    }
    queue.async { try? self.service().discard(id) }
  }

  /// Takes back what was kept of a draft that holds nothing any more; it may be kept again.
  package func withdraw(_ id: DraftID) {
    state.withLock { state in
      state.waiting[id] = nil
      state.savedAt[id] = nil
    }
    queue.async {
      if self.state.withLock({ $0.waiting[id] == nil }) { try? self.service().discard(id) }
    }
  }

  /// When a draft was last kept; nil while it has not been.
  package func savedAt(_ id: DraftID) -> Timestamp? { state.withLock { $0.savedAt[id] } }

  /// Why drafts can not be kept now; nil while they can.
  package var failure: Fault? { state.withLock { $0.failure } }

  /// Waits until everything handed over is kept; for the moment before the program ends or the line is gone.
  package func finish() { queue.sync { work() } }

  private func work() {
    for draft in state.withLock({ Array($0.waiting.values) }) {
      do {
        try service().keep(draft)
        let now = session.workplace.clock()
        state.withLock { state in
          if state.waiting[draft.id] == draft { state.waiting[draft.id] = nil }
          state.savedAt[draft.id] = now
          state.failure = nil
        }
      } catch {
        state.withLock { $0.failure = error as? Fault ?? Fault(.other) }
      }
      wake()
    }
  }

  /// The service on the keeper's own connection, opened when it is first needed.
  private func service() throws -> DraftService {
    if let drafts = state.withLock({ $0.drafts }) { return drafts }
    let drafts = DraftService(session.on(try session.workplace.engine.anotherWriter()))
    state.withLock { $0.drafts = drafts }
    return drafts
  }
}
