import HospitalDomain

/// Which rooms changed in the last minute, for the `*` beside them.
package struct ChangeMarks: Hashable, Sendable {
  /// How long a mark stays.
  package static let life = Duration.seconds(60)

  private var moments: [RoomID: Timestamp] = [:]

  /// Marks rooms.
  mutating func mark(_ rooms: [RoomID], at now: Timestamp) {
    for room in rooms { moments[room] = now }
  }

  /// Takes marks away that are older than a minute. A clock that was put back takes them away too.
  mutating func fade(at now: Timestamp) {
    moments = moments.filter { (Duration.zero..<Self.life).contains(now - $0.value) }
  }

  /// Whether a room changed in the last minute.
  package func isMarked(_ room: RoomID) -> Bool { moments[room] != nil }

  /// When the next mark goes away.
  package var nextFading: Timestamp? { moments.values.min().map { $0 + Self.life } }
}
