import HospitalDomain
import Synchronization

/// Everything that the lines of a board are made of. While it is the same, no line has changed, whatever the cursor does.
package struct BoardLook: Equatable, Sendable {
  let edition: BoardEdition
  let changes: ChangeMarks
  let marked: Set<RoomID>
  let hidesNames: Bool
  let now: Timestamp
}

/// A state of the rows of a board. Each change makes another, and no two are ever the same, not even in two copies of a
/// board that were changed apart.
final class BoardEdition: Equatable, Sendable {
  static func == (one: BoardEdition, other: BoardEdition) -> Bool { one === other }
}

/// Remembers the lines that were made last, by place, so that a key that only moves the cursor makes none anew.
final class LineMemory: Sendable {
  private struct Page {
    var look: BoardLook
    var lines: [RoomLine?] = []
  }

  private let page = Mutex<Page?>(nil)

  /// The line of a place of a board that looks so, remembered or made.
  func line(at place: Int, of look: BoardLook, _ make: () -> RoomLine) -> RoomLine {
    page.withLock { page in
      var known = page.flatMap { $0.look == look ? $0 : nil } ?? Page(look: look)
      page = nil  // One owner, so that its lines are changed in place.
      defer { page = known }
      if let line = known.lines.indices.contains(place) ? known.lines[place] : nil { return line }
      if place >= known.lines.count {
        known.lines += Array(repeating: nil, count: place + 1 - known.lines.count)
      }
      let line = make()
      known.lines[place] = line
      return line
    }
  }
}
