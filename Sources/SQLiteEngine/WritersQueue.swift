import DatabaseKit
import Dispatch
import Glibc

/// The queue in which the writers of all processes wait: a blocking lock on a file beside the database.
///
/// SQLite's own waiting sleeps and tries again, which starves some writers and fails others; a lock that blocks serves
/// them in turn. The lock goes with its process, so a writer that dies holds nobody up.
struct WritersQueue: Sendable {
  private let descriptor: Int32
  /// How long a writer waits for one that does not come to an end, in seconds.
  private let patience = 10

  /// Opens `PATH.queue`, making it if need be. It stays open as long as the process.
  init(besides path: String) throws {
    descriptor = open(path + ".queue", O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    if descriptor < 0 {
      throw errno == ENOSPC ? DatabaseFault.diskFull : DatabaseFault.readOnly
    }
  }

  /// Runs `body` when it is this writer's turn. Throws `DatabaseFault.busy` when the turn does not come.
  func inTurn<Result>(_ body: () throws -> Result) throws -> Result {
    try wait()
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }

  private func wait() throws {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    let turn = Turn()
    DispatchQueue.global(qos: .userInitiated).async { [descriptor] in
      while flock(descriptor, LOCK_EX) != 0 {
        if errno != EINTR { return }
      }
      if !turn.take() { flock(descriptor, LOCK_UN) }
    }
    guard turn.wait(seconds: patience) else { throw DatabaseFault.busy }
  }
}

/// A turn that is either taken in time or given up, never both.
private final class Turn: Sendable {
  private let taken = DispatchSemaphore(value: 0)
  private let decision: DispatchSemaphore

  /// A semaphore may not end below the value it was made with, and this one ends taken: it is made empty, then filled.
  init() {
    decision = DispatchSemaphore(value: 0)
    decision.signal()
  }

  /// Says that the lock is held; false when nobody waits for it any more.
  func take() -> Bool {
    guard decision.wait(timeout: .now()) == .success else { return false }
    taken.signal()
    return true
  }

  /// Waits for the lock; false when it was given up.
  func wait(seconds: Int) -> Bool {
    if taken.wait(timeout: .now() + .seconds(seconds)) == .success { return true }
    if decision.wait(timeout: .now()) == .success { return false }
    taken.wait()  // It was taken at the very last moment.
    return true
  }
}
