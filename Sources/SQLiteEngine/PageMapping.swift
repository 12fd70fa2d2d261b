import GRDB
import Synchronization

/// Whether a connection reads the file where the system keeps it, once for all sessions of the host, or copies its pages.
///
/// A search reads a hundred pages for every letter that is typed: they are not copied. But a connection drops its mapping
/// whenever somebody else has committed, and to come by it again costs an act, or the news of a change, more than copying the
/// few pages that they read. So it is up from a search until the next writing (docs/decisions 42).
final class PageMapping: Sendable {
  private let isUp = Atomic(false)

  /// Puts it up or takes it down. On the connection's queue alone; not while it writes.
  func set(_ isWanted: Bool, for database: Database) throws {
    guard isUp.exchange(isWanted, ordering: .relaxed) != isWanted else { return }
    // What is mapped at most: the greatest that SQLite takes. It is done while the statement is prepared.
    try database.execute(sql: "PRAGMA mmap_size = \(isWanted ? 2_147_418_112 : 0)")
  }
}
