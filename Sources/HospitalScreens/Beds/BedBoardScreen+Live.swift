import HospitalDomain
import HospitalServices

extension BedBoardScreen {
  /// Takes a fresh board. The cursor stays on its room, what is being typed stays as it is. While live changes are paused
  /// the board waits, and only what the person did themselves shows.
  ///
  /// A board that was read before the one that is shown is not news: what the person just did would seem undone.
  package mutating func apply(_ reading: BoardReading, at now: Timestamp) {
    guard reading.edition >= edition else { return tick(now) }
    if isPaused {
      waiting = reading
      tick(now)
    } else {
      let changes = take(reading, at: now)
      tell(changes)
    }
  }

  /// Takes a board that was read for what the person did themselves: there is nothing to tell.
  mutating func takeQuietly(_ reading: BoardReading, at now: Timestamp) {
    guard reading.edition >= edition else { return tick(now) }
    _ = take(reading, at: now)
  }

  /// Takes rooms that were just acted on, which are ahead of the board that the feed read last.
  package mutating func apply(changed reading: BoardReading, at now: Timestamp) {
    for row in reading.rooms { ahead[row.id] = reading.edition }
    _ = settle(at: now) { $0.take(changed: Array(reading.rooms), at: now) }
  }

  private mutating func take(_ reading: BoardReading, at now: Timestamp) -> [BoardChange] {
    edition = reading.edition
    ahead = ahead.filter { $0.value > reading.edition }
    let rooms =
      ahead.isEmpty
      ? reading.rooms : BoardRooms(reading.rooms.map { ahead[$0.id] == nil ? $0 : list.row($0.id) ?? $0 })
    return settle(at: now) { $0.take(rooms, at: now) }
  }

  /// Lets time pass: marks of changes fade, holds come to their end.
  package mutating func tick(_ now: Timestamp) {
    let changes = settle(at: now) { $0.pass(to: now) }
    tell(changes)
  }

  /// When something on the board changes by itself: a mark fades, a hold ends.
  package var wakesAt: Timestamp? { [changes.nextFading, list.nextChange].compactMap(\.self).min() }

  /// Holds live changes back, or lets those that waited in.
  package mutating func togglePause() {
    isPaused.toggle()
    guard !isPaused, let board = waiting else {
      say(.note, isPaused ? "Live changes wait until p is pressed again." : "The board is live.")
      return
    }
    let count = waitingCount
    waiting = nil
    takeQuietly(board, at: now)
    say(.note, "The board is live again: \(Listing.count(count, "room")) changed meanwhile.")
  }

  /// How many rooms changed while the board was paused.
  package var waitingCount: Int {
    guard let waiting else { return 0 }
    return waiting.rooms.count { row in list.row(row.id) != row }
  }

  private mutating func settle(at now: Timestamp, _ take: (inout BoardList) -> [BoardChange]?) -> [BoardChange] {
    self.now = now
    changes.fade(at: now)
    let position = cursor
    let isFirst = list.rows.isEmpty
    let changed = take(&list)
    if let changed {
      changes.mark(changed, at: now)
    } else if !isFirst {
      marked = marked.filter { list.row($0) != nil }
    }
    keepCursor(near: position)
    return changed ?? []
  }

  /// Says what others did that matters most: to the room under the cursor, and rooms that became free.
  private mutating func tell(_ changes: [BoardChange]) {
    let turned = changes.compactMap { change in
      list.place(of: change.room).flatMap {
        list.codes[$0] == change.was ? nil : (change, list.rows[$0], list.codes[$0])
      }
    }
    if let (_, row, code) = turned.first(where: { $0.0.room == selected }) {
      let who = code.isOccupied ? line(ofPlace: list.place(of: row.id) ?? 0).name.map { " by \($0.listed)" } ?? "" : ""
      return say(.note, "\(row.number), under the cursor, is \(code.title)\(who) now.")
    }
    let free = turned.filter { $0.2 == .free }.map { $0.1.number }
    guard !free.isEmpty else { return }
    let names = free.count > 4 ? Listing.count(free.count, "room") : Listing.and(free)
    say(.note, "\(names) became free.")
  }

  /// Finds the room under the cursor again; the nearest one if it is no longer on the board.
  mutating func keepCursor(near position: Int?) {
    if let selected, list.place(of: selected) != nil {
      list.keep(selected)
    } else {
      let near = min(position ?? 0, list.shown.count - 1)
      selected = list.shown.indices.contains(near) ? list.rows[list.shown[near]].id : nil
      list.keep(selected)
    }
  }
}
