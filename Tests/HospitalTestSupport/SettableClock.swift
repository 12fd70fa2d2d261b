import HospitalDomain
import SQLiteEngine
import Synchronization

/// A clock that stands still until it is moved.
package final class SettableClock: Sendable {
  private let time: Mutex<Timestamp>

  /// A clock that shows this time.
  package init(_ time: Timestamp) {
    self.time = Mutex(time)
  }

  /// What it shows; may be set, backwards too.
  package var now: Timestamp {
    get { time.withLock { $0 } }
    set { time.withLock { $0 = newValue } }
  }

  /// The same time, as the clock of a database.
  package var ofDatabase: SQLiteClock { SQLiteClock { self.now.milliseconds } }

  /// Moves it on.
  package func advance(by duration: Duration) { time.withLock { $0 = $0 + duration } }
}
