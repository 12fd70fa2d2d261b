import HospitalDomain

/// A room that is not as it was: what it was before.
struct BoardChange: Hashable, Sendable {
  let room: RoomID
  /// The code that it had.
  let was: BedCode
}

/// Which rooms changed in the last minute, for the `*` beside them.
package struct ChangeMarks: Hashable, Sendable {
  /// How long a mark stays.
  package static let life = Duration.seconds(60)

  private struct Mark: Hashable, Sendable {
    let at: Timestamp
    let was: BedCode
  }

  private var marks: [RoomID: Mark] = [:]

  /// Marks rooms.
  mutating func mark(_ changes: [BoardChange], at now: Timestamp) {
    for change in changes { marks[change.room] = Mark(at: now, was: change.was) }
  }

  /// Takes marks away that are a minute old. A clock that was put back takes them away too.
  mutating func fade(at now: Timestamp) {
    if marks.isEmpty { return }
    marks = marks.filter { (Duration.zero..<Self.life).contains(now - $0.value.at) }
  }

  /// Whether a room changed in the last minute.
  package func isMarked(_ room: RoomID) -> Bool { marks[room] != nil }

  /// The code that a room had before it changed in the last minute.
  package func formerCode(of room: RoomID) -> BedCode? { marks[room]?.was }

  /// When the next mark goes away.
  package var nextFading: Timestamp? { marks.values.map(\.at).min().map { $0 + Self.life } }
}
