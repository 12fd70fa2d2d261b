import HospitalDomain
import HospitalServices

/// Where a person begins: their unfinished forms, what waits for them, free rooms by ward, and what happened last.
package struct HomeScreen {
  /// Something that happened to a room.
  package struct Event: Hashable, Sendable {
    /// The time, `hh:mm`.
    package let when: String
    package let number: String
    package let code: BedCode
    /// Who or what: `DUARTE, Inês`.
    package let note: String
  }

  /// What waits, by kind.
  package private(set) var sections: [HomeSection] = []
  /// The wards with their counts; none for those who may not see the board.
  package private(set) var wards: [WardLine] = []
  /// All rooms together.
  package private(set) var counts = BoardCounts()
  /// What happened today, the newest first.
  package private(set) var events: [Event] = []
  /// The place of the cursor among the lines of all sections.
  package private(set) var cursor = 0
  private let desk: Desk
  private let sources: [HomeSource]

  /// The home screen of who sits at a desk.
  package init(desk: Desk, sources: [HomeSource] = HomeSource.usual) {
    self.desk = desk
    self.sources = sources
    refresh()
  }

  /// The day: `2026/11/21, Saturday`.
  package var day: String {
    let today = desk.workplace.localTime.date(of: desk.now)
    return "\(today), \(today.weekday.title)"
  }

  /// The lines of all sections, from the top.
  package var lines: [HomeLine] { sections.flatMap(\.lines) }

  /// The line under the cursor.
  package var selected: HomeLine? { lines.indices.contains(cursor) ? lines[cursor] : nil }

  /// Moves the cursor by so many lines; it stops at the ends.
  package mutating func move(by step: Int) {
    cursor = min(max(0, cursor + step), max(0, lines.count - 1))
  }

  /// Looks again; the cursor stays on what it was on while that still waits.
  package mutating func refresh() {
    let target = selected?.target
    sections = sources.compactMap { $0.read(desk) }
    if let target, let place = lines.firstIndex(where: { $0.target == target }) {
      cursor = place
    } else {
      move(by: 0)
    }
    readBoard()
  }

  /// The person comes back to it: a form that they left meanwhile is under the cursor, so that Enter goes on with it.
  package mutating func comeBack() {
    let known = Set(drafts)
    refresh()
    guard let new = drafts.first(where: { !known.contains($0) }) else { return }
    cursor = lines.firstIndex { if case .draft(let draft) = $0.target { draft.id == new } else { false } } ?? cursor
  }

  /// The drafts that are listed, newest first.
  private var drafts: [DraftID] {
    lines.compactMap { if case .draft(let draft) = $0.target { draft.id } else { nil } }
  }

  private mutating func readBoard() {
    guard let session = desk.session, let board = desk.board else { return }
    let now = desk.now
    var list = BoardList()
    _ = list.take(board.rooms, at: now)
    wards = list.wards
    counts = BoardCounts(list.codes[...])
    let maker = RoomLineMaker(
      now: now, clock: desk.workplace.localTime, hidesNames: session.hidesNames)
    let midnight = maker.clock.start(of: maker.clock.date(of: now))
    let today = list.rows.indices.filter { list.rows[$0].since(at: now) >= midnight }
    events = today.sorted { list.rows[$0].since(at: now) > list.rows[$1].since(at: now) }.prefix(12)
      .map { place in
        let line = maker.line(list.rows[place], code: list.codes[place], namesakes: 1, was: nil, isMarked: false)
        let note = line.name?.listed ?? (line.code == .held || line.code == .closed ? line.note : "")
        return Event(when: line.since, number: line.number, code: line.code, note: note)
      }
  }
}
