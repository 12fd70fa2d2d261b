import DatabaseKit
import Dispatch
import HospitalDomain
import HospitalRecords
import Synchronization

/// The board as the feed last read it.
package struct BoardReading: Sendable {
  /// Every room, by department and number.
  package let rooms: BoardRooms
  /// The number of the newest change that the rooms contain: a reading with a smaller one is older.
  package let edition: Int64
  /// When the board was read, or last found unchanged.
  package let readAt: Timestamp
  /// Why the board could not be read again since; nil while it is live.
  package let fault: Fault?
  /// The openings of restricted records since the reading before, for those who review them (H6).
  package let openings: [AccessGrant]
  /// What happened at the pharmacy since the reading before; nil for nothing, and for those whom it does not concern (M1).
  package let pharmacy: PharmacyNews?
  /// Whether stock was moved or ordered since the reading before (M5).
  package let isStockMoved: Bool
  /// Whether something was done to the record that is followed since the reading before (P5).
  package let isRecordChanged: Bool

  package init(
    rooms: BoardRooms, edition: Int64 = 0, readAt: Timestamp, fault: Fault? = nil, openings: [AccessGrant] = [],
    pharmacy: PharmacyNews? = nil, isStockMoved: Bool = false, isRecordChanged: Bool = false
  ) {
    self.rooms = rooms
    self.edition = edition
    self.readAt = readAt
    self.fault = fault
    self.openings = openings
    self.pharmacy = pharmacy
    self.isStockMoved = isStockMoved
    self.isRecordChanged = isRecordChanged
  }
}

/// The live feed of the board (A2). On a background Dispatch queue it hears of every commit of every session, reads what
/// changed, leaves the fresh board in a mailbox with one place, and rings the run loop's wake-up.
///
/// It reads on the session's own connection (docs/decisions/027-one-connection.md).
/// What is read is in proportion to what changed: triggers note the rooms that a change touches.
package final class OccupancyFeed: Sendable {
  /// How long to wait before the next try where the feed can't begin, and until a screen that was opened is painted: 500 ms.
  private static let pause = DispatchTimeInterval.milliseconds(500)

  private let session: Session
  private let wake: @Sendable () -> Void
  private let queue = DispatchQueue(label: "hms.feed", qos: .userInitiated)
  private let state = Mutex(State())
  private let followed = Mutex<PatientID?>(nil)

  private struct State {
    var board = Board()
    var pharmacy = PharmacyWatch()
    /// The mailbox: the newest reading that nobody has taken.
    var mail: BoardReading?
    /// The listening; nil while it could not begin.
    var listening: (any CommitObservation)?
    var isStopped = false
    /// When the board is read again because an opening of this person's ends.
    var looksAgainAt: Timestamp?
  }

  /// A feed for the session's hospital; `wake` is called on the background queue when there is mail. Throws a refusal for
  /// those who may not see the board.
  package init(_ session: Session, wake: @escaping @Sendable () -> Void) throws(Refusal) {
    if let refusal = session.refusal(of: .seeBoard) { throw refusal }
    self.session = session
    self.wake = wake
  }

  /// Reads the board once, here and now, and begins to listen for what comes after. Where that can not be done, the reading
  /// is an empty one with the fault, and the feed tries again by itself until it has the board.
  package func start() -> BoardReading {
    do { return try begin() } catch {
      beginLater()
      return BoardReading(rooms: [], readAt: session.workplace.clock(), fault: error as? Fault ?? Fault(.other))
    }
  }

  private func begin() throws -> BoardReading {
    let reading = try state.withLock { state in
      try session.look(.seeBoard) { records in
        try state.board.catchUp(records, for: session)
        let pharmacy = try state.pharmacy.look(nil, for: session, in: records)
        return BoardReading(
          rooms: state.board.rooms, edition: state.board.edition, readAt: records.now, pharmacy: pharmacy)
      }
    }
    let observation = try session.workplace.engine.observeCommits { [weak self] in self?.catchUp() }
    let isStopped = state.withLock { state in
      if !state.isStopped { state.listening = observation }
      return state.isStopped
    }
    if isStopped { observation.cancel() }
    catchUp()  // Something may have been committed between the reading and the listening.
    queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in self?.rehearse(reading.rooms.first) }
    return reading
  }

  /// Reads a room as a change makes it read, so that the first change is not painted later than those that follow.
  private func rehearse(_ room: RoomBoardRow?) {
    guard let room, !state.withLock({ $0.isStopped }) else { return }
    _ = try? session.lookOn(.seeBoard) { try $0.board.rows([room.id.text]) }
  }

  private func beginLater() {
    queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in
      guard let self, !state.withLock({ $0.isStopped }) else { return }
      do {
        let reading = try begin()
        state.withLock { $0.mail = $0.mail ?? reading }
      } catch {
        beginLater()
      }
      wake()  // For the board, or for the seconds that it is late.
    }
  }

  /// Tells of what is done to this patient's record from now on, in place of any other's.
  package func follow(_ patient: PatientID) { followed.withLock { $0 = patient } }

  /// Takes the mail, if there is any.
  package func take() -> BoardReading? {
    state.withLock { state in
      defer { state.mail = nil }
      return state.mail
    }
  }

  /// Ends the listening.
  package func stop() {
    let observation = state.withLock { state in
      defer { state.listening = nil }
      state.isStopped = true
      return state.listening
    }
    observation?.cancel()
  }

  deinit { stop() }

  /// The openings among these that are reported to this person: those of others, where they review them.
  private static func openings(
    _ keys: Set<String>, for session: Session, in records: Records
  ) throws -> [AccessGrant] {
    guard !keys.isEmpty, session.may(.reviewOpenings) else { return [] }
    return try keys.sorted().compactMap { try records.restrictions.opening(AccessGrantID($0)) }
      .filter { $0.account != session.account.id }
  }

  /// Has the board read again when what this person may see of it ends (H6).
  private func lookAgain(at end: Timestamp?, now: Timestamp, _ planned: inout Timestamp?) {
    guard let end, end != planned else { return }
    planned = end
    let wait = Int((end - now).components.seconds) + 1
    queue.asyncAfter(deadline: .now() + .seconds(max(0, wait))) { [weak self] in self?.catchUp() }
  }

  /// Runs on the background queue after each commit.
  private func catchUp() {
    let isNews = state.withLock { state in
      guard state.listening != nil else { return false }
      let before = state.board.edition
      do {
        let wasStale = state.mail?.fault != nil || state.board.isStale
        let (hasChanged, openings, pharmacy) = try session.lookOn(.seeBoard) { records in
          (
            try state.board.catchUp(records, for: session),
            try Self.openings(state.board.opened, for: session, in: records),
            try state.pharmacy.look(state.board.prescriptions, for: session, in: records)
          )
        }
        state.board.isStale = false
        lookAgain(at: state.board.sightEnds, now: session.workplace.clock(), &state.looksAgainAt)
        let isStockMoved = state.board.isStockMoved && session.may(.seeStock)
        let isRecordChanged = followed.withLock { $0.map(state.board.hasTouched) ?? false }
        guard hasChanged || wasStale || !openings.isEmpty || pharmacy != nil || isStockMoved || isRecordChanged else {
          return false
        }
        state.mail = BoardReading(
          rooms: state.board.rooms, edition: state.board.edition, readAt: session.workplace.clock(),
          openings: (state.mail?.openings ?? []) + openings,
          pharmacy: pharmacy.map { $0.after(state.mail?.pharmacy) } ?? state.mail?.pharmacy,
          isStockMoved: isStockMoved || state.mail?.isStockMoved == true,
          isRecordChanged: isRecordChanged || state.mail?.isRecordChanged == true)
      } catch {
        let fault = error as? Fault ?? Fault(.other)
        state.board.isStale = true
        // What this reading heard of is told by the next.
        state.board.hearAgain(after: before)
        state.mail = BoardReading(
          rooms: state.board.rooms, edition: state.board.edition, readAt: state.board.readAt, fault: fault,
          openings: state.mail?.openings ?? [], pharmacy: state.mail?.pharmacy,
          isStockMoved: state.mail?.isStockMoved == true, isRecordChanged: state.mail?.isRecordChanged == true)
      }
      return true
    }
    if isNews { wake() }
  }
}

/// The board as it grows with the changes.
private struct Board {
  private(set) var rooms: BoardRooms = []
  private(set) var readAt = Timestamp(milliseconds: 0)
  /// Whether the last reading failed.
  var isStale = false
  private var positions: [String: Int] = [:]
  private(set) var edition: Int64 = 0
  /// The openings of restricted records that the last reading heard of.
  private(set) var opened: Set<String> = []
  /// The prescriptions that it heard of; nil for all.
  private(set) var prescriptions: Set<String>? = []
  /// Whether it heard of stock that was moved or ordered.
  private(set) var isStockMoved = false
  /// The patients to whose records something was done; nil for all.
  private var records: Set<String>? = []
  /// When an opening of the reader's ends, and with it what they may see of the board (H6).
  private(set) var sightEnds: Timestamp?

  /// Reads what changed since the last time, if the reader may still go on; true if any room did.
  @discardableResult
  mutating func catchUp(_ records: Records, for session: Session) throws -> Bool {
    let changes = try records.transaction.changes(after: edition)
    if changes.keys?["standing"]?.contains(session.account.id.text) ?? (changes.keys == nil) {
      try session.confirmStanding(in: records)
    }
    // No keys at all means that changes so old are no longer kept: then every room is read.
    let touched = changes.keys.map { $0["room"] ?? [] }
    opened = changes.keys.flatMap { $0["access_grant"] } ?? []
    prescriptions = changes.keys.map { $0["prescription"] ?? [] }
    isStockMoved = changes.keys.map { $0["stock"] != nil } ?? true
    self.records = changes.keys.map { $0["record"] ?? [] }
    let isSeenAnew = try sightHasChanged(changes.keys, records)
    if touched != [] || isSeenAnew {
      if try isSeenAnew || !replace(touched, records) { try readAll(records) }
    }
    edition = changes.newest
    readAt = records.now
    return touched != [] || isSeenAnew
  }

  /// Reads the changes after that one again at the next time.
  mutating func hearAgain(after edition: Int64) { self.edition = edition }

  /// Whether something was done to this patient's record.
  func hasTouched(_ patient: PatientID) -> Bool { records?.contains(patient.text) ?? true }

  /// Whether the reader may see more or less of the board than before: a record was restricted, or they opened one, or the
  /// time of that is over.
  private func sightHasChanged(_ keys: [String: Set<String>]?, _ records: Records) throws -> Bool {
    if let sightEnds, records.now >= sightEnds { return true }
    if !(keys?["restriction"] ?? []).isEmpty { return true }
    return try opened.contains {
      try records.restrictions.opening(AccessGrantID($0))?.account == records.author.account
    }
  }

  private mutating func readAll(_ records: Records) throws {
    sightEnds = try records.restrictions.nextEnd()
    rooms = BoardRooms(try records.board.rows())
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
