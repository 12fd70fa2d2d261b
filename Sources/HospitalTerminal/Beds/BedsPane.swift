import HospitalDomain
import HospitalScreens
import TerminalKit

/// The bed board (A1, A2): wards with their counts and the rooms below; every ward as tiles where there is room for them.
package struct BedsPane: HistoryKeeping {
  package var asks = Asks()
  /// What the board holds and can do.
  package var screen: BedBoardScreen
  /// Which part of the rooms is seen.
  var rooms = TableState()
  /// Which part of the wards is seen.
  var wards = TableState()
  /// The wards as they were drawn last, and how much of them was seen.
  var keptWards = KeptDrawing<WardsShown, TableState>()
  /// The tiles as they were last drawn; nil while the rooms stand in a list.
  var page: TilePage?
  /// How the tiles stood when they were last drawn; nil while the rooms stand in a list.
  var tiling: BedTiling? { page?.tiling }

  /// The terminal that the board is seen at.
  let desk: Desk

  /// A form that is gone on with as soon as the board is seen.
  private var waiting: (form: BedForm, draft: Draft)?

  /// The pane of a board, with a form over it that was left unfinished.
  package init(_ screen: BedBoardScreen, desk: Desk, goingOn waiting: (form: BedForm, draft: Draft)? = nil) {
    self.screen = screen
    self.desk = desk
    self.waiting = waiting
  }

  package var title: String { screen.wardName.map { "Beds · \($0)" } ?? "Beds" }
  package var hasDetail: Bool { true }
  package var holdsText: Bool { screen.entry != nil }
  package var wakesAt: Int64? { screen.wakesAt?.milliseconds }

  package func context(columns: Int) -> StyledText {
    var text = StyledText("Filter: ", .caption)
    text.add(screen.filterTitle.padded(to: 29))
    let count = screen.countText
    text.add(" " + count.padded(to: max(15, SafeText.width(count))) + " ")
    if screen.isPaused {
      text.add("PAUSED, \(screen.waitingCount) wait; p shows", .messageWarn)
    } else if let marks = screen.markText {
      text.add(marks, .messageNote)
    } else if let order = screen.orderText {
      text.add(order, .hint)
    } else {
      text.add("* changed in last minute", .hint)
    }
    return text
  }

  package mutating func appear() {
    screen.tickNow()
    screen.readToCollect()
    sync()
    if let (form, draft) = waiting {
      waiting = nil
      show(form, draft)
    }
  }

  package mutating func receive(_ news: LiveNews) {
    if news.topic == .prescriptions { screen.readToCollect() }
    guard news.topic == .board else { return }
    screen.receive(news.payload)
    settle()
  }

  package mutating func tick(_ now: Int64) {
    screen.tick(Timestamp(milliseconds: now))
    settle()
  }

  package mutating func back() -> Bool {
    let cleared = screen.clearFilter()
    sync()
    return cleared
  }

  package mutating func handle(_ key: Key) -> Bool {
    if screen.entry != nil { return type(key) }
    guard case .mouse(let event) = key else { return false }
    return use(event)
  }

  /// After an act of the person: says what there is to say, and follows the cursor.
  mutating func act(_ act: (inout BedBoardScreen) -> Void) {
    act(&screen)
    speak()
    sync()
  }

  /// After something that came from outside: the cursor stays at the same height of the screen.
  mutating func settle() {
    speak()
    rooms.rowsChanged(count: screen.list.shown.count, selectedNow: screen.cursor)
    wards.rowsChanged(count: screen.list.wards.count + 1, selectedNow: screen.wardCursor)
  }

  /// Brings the parts that are seen to where the cursors are.
  mutating func sync() {
    if rooms.count != screen.list.shown.count { rooms.rowsChanged(count: screen.list.shown.count) }
    if let cursor = screen.cursor { rooms.select(cursor) }
    if wards.count != screen.list.wards.count + 1 { wards.rowsChanged(count: screen.list.wards.count + 1) }
    wards.select(screen.wardCursor)
  }

  /// Hands what the board has to say to the message row.
  mutating func speak() {
    for message in screen.takeNews() { asks.add(message.ask) }
  }
}

extension FormMessage {
  /// The message as the shell takes it.
  var ask: Ask {
    switch level {
    case .ok: .say(.ok, sentence, subject: nil)
    case .note: .say(.note, sentence, subject: nil)
    case .warning: .say(.warn, sentence, subject: nil)
    case .error: .say(.error, sentence, subject: nil)
    }
  }
}

extension String {
  /// The text cut or filled with blanks to so many columns.
  func padded(to columns: Int) -> String {
    let width = TerminalKit.SafeText.width(self)
    guard width < columns else { return TerminalKit.SafeText.cut(self, to: columns, ellipsis: "…") }
    return self + String(repeating: " ", count: columns - width)
  }
}
