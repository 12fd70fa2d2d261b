import DatabaseKit
import Dispatch
import Glibc

/// The queue in which the writers of all processes wait: a `Turnstile` in a file beside the database.
///
/// SQLite's own waiting sleeps and tries again, which starves some writers and fails others; locks that block serve them in
/// turn. They go with their process, so a writer that dies holds nobody up.
struct WritersQueue: Sendable {
  private let path: String
  private let turnstile: Turnstile
  /// How long a writer waits for one that does not come to an end.
  private let patience: DispatchTimeInterval

  /// Opens `PATH.queue`, making it if need be. It stays open as long as the process.
  init(besides path: String, patience: DispatchTimeInterval = .seconds(10)) throws {
    self.patience = patience
    self.path = path + ".queue"
    turnstile = Turnstile(descriptor: try Self.open(self.path))
  }

  private static func open(_ path: String) throws -> Int32 {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    if descriptor < 0 {
      throw errno == ENOSPC ? DatabaseFault.diskFull : DatabaseFault.readOnly
    }
    return descriptor
  }

  /// Runs `body` when it is this writer's turn. Throws `DatabaseFault.busy` when the turn does not come.
  func inTurn<Result>(_ body: () throws -> Result) throws -> Result {
    if turnstile.tryToEnter() {
      defer { turnstile.leave() }
      return try body()
    }
    let own = try waitInLine()
    defer { close(own.descriptor) }
    return try body()
  }

  /// Waits with a descriptor of the turn's own, which holds its locks until it is closed: a turn that was given up, and comes
  /// later, must not take or give back the locks of one that is under way. The place is taken at once, and waited at in the
  /// background.
  private func waitInLine() throws -> Turnstile {
    let (own, turn) = (Turnstile(descriptor: try Self.open(path)), Turn())
    let place = own.takePlace(waiting: false)
    DispatchQueue.global(qos: .userInitiated).async {
      if let place = place ?? own.takePlace(waiting: true) { own.awaitTurn(at: place) }
      if !turn.take() { close(own.descriptor) }
    }
    guard turn.wait(patience) else { throw DatabaseFault.busy }
    return own
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
  func wait(_ patience: DispatchTimeInterval) -> Bool {
    if taken.wait(timeout: .now() + patience) == .success { return true }
    if decision.wait(timeout: .now()) == .success { return false }
    taken.wait()  // It was taken at the very last moment.
    return true
  }
}
