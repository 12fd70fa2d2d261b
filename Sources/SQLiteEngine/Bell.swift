import DatabaseKit
import Dispatch
import Glibc
import Synchronization

/// The bell that a writer rings after each commit: a byte written to a file beside the database, which every session
/// watches. A database in memory has one without a file.
final class Bell: Sendable {
  private let descriptor: Int32
  private let listeners = Mutex<[ObjectIdentifier: Listener]>([:])

  /// A bell at `PATH.bell`. A bell that can not be opened stays silent: the others notice a commit by looking.
  init(besides path: String) {
    descriptor = open(path + ".bell", O_WRONLY | O_CREAT | O_CLOEXEC, 0o660)
  }

  /// A bell heard in this process alone.
  init() {
    descriptor = -1
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Tells all who listen that something was committed.
  func ring() {
    if descriptor >= 0 {
      var byte: UInt8 = 0
      _ = pwrite(descriptor, &byte, 1, 0)
    }
    for listener in listeners.withLock({ Array($0.values) }) { listener.changed() }
  }

  /// Calls `changed` at each ring in this process.
  func hear(_ changed: @escaping @Sendable () -> Void) -> any CommitObservation {
    let listener = Listener(bell: self, changed: changed)
    listeners.withLock { $0[ObjectIdentifier(listener)] = listener }
    return listener
  }

  private func forget(_ listener: Listener) {
    _ = listeners.withLock { $0.removeValue(forKey: ObjectIdentifier(listener)) }
  }

  /// One who listens in this process.
  private final class Listener: CommitObservation {
    let changed: @Sendable () -> Void
    private let bell: Bell

    init(bell: Bell, changed: @escaping @Sendable () -> Void) {
      self.bell = bell
      self.changed = changed
    }

    func cancel() { bell.forget(self) }
  }
}

/// An observation of a database that never changes.
final class SilentObservation: CommitObservation {
  func cancel() {}
}
