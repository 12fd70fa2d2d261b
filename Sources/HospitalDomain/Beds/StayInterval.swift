/// The time a patient had a room: from a moment, up to but not including another; open while there is no end.
package struct StayInterval: Hashable, Sendable {
  /// When the patient came into the room.
  package let start: Timestamp
  /// When the patient left it; nothing while they are there.
  package let end: Timestamp?

  /// A stay; nothing if it would end before it starts.
  package init?(start: Timestamp, end: Timestamp? = nil) {
    if let end, end < start { return nil }
    self.start = start
    self.end = end
  }

  /// Whether the room is taken by this stay at a moment.
  package func contains(_ moment: Timestamp) -> Bool {
    guard let end else { return start <= moment }
    return start <= moment && moment < end
  }

  /// Whether both take the room at some moment. A stay that begins when another ends does not overlap it.
  package func overlaps(_ other: StayInterval) -> Bool {
    func begins(_ one: StayInterval, beforeEndOf two: StayInterval) -> Bool {
      guard let end = two.end else { return true }
      return one.start < end
    }
    func isEmpty(_ stay: StayInterval) -> Bool { stay.end == stay.start }
    return !isEmpty(self) && !isEmpty(other) && begins(self, beforeEndOf: other) && begins(other, beforeEndOf: self)
  }
}
