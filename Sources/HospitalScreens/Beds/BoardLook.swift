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

/// What one line of a board is made of. While that is the same, so is the line, whatever became of the others.
struct LineMakings: Sendable {
  let row: RoomBoardRow
  let code: BedCode
  let namesakes: Int
  /// The code that the room had before it changed in the last minute.
  let was: BedCode?
  let isMarked: Bool
  let maker: RoomLineMaker

  /// The line.
  func line() -> RoomLine {
    maker.line(row, code: code, namesakes: namesakes, was: was, isMarked: isMarked)
  }

  /// Whether they make the line that others made. Times are told in minutes.
  func makeTheSame(as others: LineMakings) -> Bool {
    row.isShared(with: others.row) && code == others.code && namesakes == others.namesakes && was == others.was
      && isMarked == others.isMarked && maker.hidesNames == others.maker.hidesNames
      && maker.now.milliseconds / 60_000 == others.maker.now.milliseconds / 60_000
  }
}

/// Remembers the lines that were made last, by place, so that neither a key that only moves the cursor nor a change of
/// another room makes one anew.
final class LineMemory: Sendable {
  private final class Kept {
    let makings: LineMakings
    let line: RoomLine
    /// The look that it was last found to belong to.
    var turn: Int

    init(_ makings: LineMakings, turn: Int) {
      self.makings = makings
      self.turn = turn
      line = makings.line()
    }
  }

  private struct Page {
    var look: BoardLook?
    /// Counts the looks.
    var turn = 0
    var kept: [Kept?] = []
  }

  private let page = Mutex(Page())

  /// The line of a place of a board that looks so, remembered or made. While the board looks the same, nobody asks what the
  /// line is made of.
  func line(at place: Int, of look: BoardLook, _ makings: () -> LineMakings) -> RoomLine {
    page.withLock { page in
      if page.look != look {
        page.look = look
        page.turn += 1
      }
      if place >= page.kept.count { page.kept += Array(repeating: nil, count: place + 1 - page.kept.count) }
      if let kept = page.kept[place], kept.turn == page.turn { return kept.line }
      let fresh = makings()
      if let kept = page.kept[place], kept.makings.makeTheSame(as: fresh) {
        kept.turn = page.turn
        return kept.line
      }
      let made = Kept(fresh, turn: page.turn)
      page.kept[place] = made
      return made.line
    }
  }
}
