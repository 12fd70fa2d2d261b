import DatabaseKit
import HospitalDomain
import HospitalRecords
import Synchronization

/// The board as the feed last read it.
package struct BoardReading: Sendable {
  /// Every room, by department and number.
  package let rooms: [RoomBoardRow]
  /// The number of the newest change that the rooms contain: a reading with a smaller one is older.
  package let edition: Int64
  /// When the board was read, or last found unchanged.
  package let readAt: Timestamp
  /// Why the board could not be read again since; nil while it is live.
  package let fault: Fault?

  package init(rooms: [RoomBoardRow], edition: Int64 = 0, readAt: Timestamp, fault: Fault? = nil) {
    self.rooms = rooms
    self.edition = edition
    self.readAt = readAt
    self.fault = fault
  }
}

/// The live feed of the board (A2). On a background Dispatch queue it hears of every commit of every session, reads what
/// changed on a connection of its own, leaves the fresh board in a mailbox with one place, and rings the run loop's wake-up.
///
/// What is read is in proportion to what changed: triggers note the rooms that a change touches.
package final class OccupancyFeed: Sendable {
  private let session: Session
  private let wake: @Sendable () -> Void
  private let state = Mutex(State())
  private let observation: Mutex<(any CommitObservation)?> = Mutex(nil)

  private struct State {
    var board = Board()
    /// The mailbox: the newest reading that nobody has taken.
    var mail: BoardReading?
  }

  /// A feed for the session's hospital; `wake` is called on the background queue when there is mail.
  package init(_ session: Session, wake: @escaping @Sendable () -> Void) throws {
    if let refusal = session.refusal(of: .seeBoard) { throw refusal }
    self.session = session.on(try session.workplace.engine.anotherReader())
    self.wake = wake
  }

  /// Reads the board once, here and now, and begins to listen for what comes after.
  package func start() throws -> BoardReading {
    let reading = try session.look(.seeBoard) { records in
      try state.withLock { state in
        try state.board.catchUp(records)
        return BoardReading(rooms: state.board.rooms, edition: state.board.edition, readAt: records.now)
      }
    }
    let observation = try session.workplace.engine.observeCommits { [weak self] in self?.catchUp() }
    self.observation.withLock { $0 = observation }
    catchUp()  // Something may have been committed between the reading and the listening.
    return reading
  }

  /// Takes the mail, if there is any.
  package func take() -> BoardReading? {
    state.withLock { state in
      defer { state.mail = nil }
      return state.mail
    }
  }

  /// Ends the listening.
  package func stop() {
    observation.withLock { observation in
      observation?.cancel()
      observation = nil
    }
  }

  deinit { stop() }

  /// Runs on the background queue after each commit.
  private func catchUp() {
    let isNews = state.withLock { state in
      do {
        let wasStale = state.mail?.fault != nil || state.board.isStale
        let hasChanged = try session.look(.seeBoard) { try state.board.catchUp($0) }
        state.board.isStale = false
        guard hasChanged || wasStale else { return false }
        state.mail = BoardReading(
          rooms: state.board.rooms, edition: state.board.edition, readAt: session.workplace.clock())
      } catch {
        let fault = error as? Fault ?? Fault(.other)
        state.board.isStale = true
        state.mail = BoardReading(
          rooms: state.board.rooms, edition: state.board.edition, readAt: state.board.readAt, fault: fault)
      }
      return true
    }
    if isNews { wake() }
  }
}

/// The board as it grows with the changes.
private struct Board {
  private(set) var rooms: [RoomBoardRow] = []
  private(set) var readAt = Timestamp(milliseconds: 0)
  /// Whether the last reading failed.
  var isStale = false
  private var positions: [String: Int] = [:]
  private(set) var edition: Int64 = 0

  /// Reads what changed since the last time; true if any room did.
  @discardableResult
  mutating func catchUp(_ records: Records) throws -> Bool {
    let changes = try records.transaction.changes(after: edition)
    // No keys at all means that changes so old are no longer kept: then every room is read.
    let touched = changes.keys.map { $0["room"] ?? [] }
    if touched != [] {
      if try !replace(touched, records) { try readAll(records) }
    }
    edition = changes.newest
    readAt = records.now
    return touched != []
  }

  private mutating func readAll(_ records: Records) throws {
    rooms = try records.board.rows()
    positions = Dictionary(uniqueKeysWithValues: rooms.enumerated().map { ($1.id.text, $0) })
  }

  /// Puts the changed rooms in the places of the old; false when a room came, went or moved, and all have to be read.
  private mutating func replace(_ keys: Set<String>?, _ records: Records) throws -> Bool {
    guard let keys, keys.count < max(16, rooms.count / 4) else { return false }
    let fresh = try records.board.rows(keys)
    guard fresh.count == keys.count else { return false }
    for row in fresh {
      guard let position = positions[row.id.text], rooms[position].number == row.number,
        rooms[position].department.id == row.department.id
      else { return false }
    }
    for row in fresh { positions[row.id.text].map { rooms[$0] = row } }
    return true
  }
}
