import TerminalKit

// What may be seen for a limited time only, such as a restricted record (H6).
extension Shell {
  /// When something has to leave the screen next; nil for never.
  var closesAt: Int64? { stacks.flatMap(\.boxes).compactMap(\.closesAt).min() }

  /// Closes what may no longer be seen, with all that was opened above it and every box over it, wherever the person is
  /// now. What was typed is kept. Returns whether there was any.
  func closeOverdue(_ now: Int64) -> Bool {
    var isAny = false
    for stack in stacks {
      guard let place = stack.boxes.firstIndex(where: { $0.closesAt.map { $0 <= now } ?? false }) else { continue }
      for box in stack.boxes[place...].reversed() {
        for overlay in overlays where overlay.asker === box { overlay.park() }
        overlays.removeAll { $0.asker === box }
        underCover.overlays.removeAll { $0.asker === box }
        box.park()
      }
      let gone = Set(stack.boxes[place...].map { ObjectIdentifier($0) })
      done.removeAll { gone.contains(ObjectIdentifier($0.box)) }
      undone.removeAll { gone.contains(ObjectIdentifier($0.box)) }
      stack.boxes.removeSubrange(place...)
      isAny = true
    }
    guard isAny else { return false }
    if covers.isEmpty {
      say(.note, "The restricted record is open to you no longer; it has closed.")
      wishes.append(.redrawAll)
      appearFront()
    }
    return true
  }
}
