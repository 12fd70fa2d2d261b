import HospitalTerminal
import Synchronization
import TerminalKit

/// A list of fruit: a pane to try the shell with.
struct FruitPane: Pane {
  static let keyTable: [Command<FruitPane>] = .table {
    Command.motions(\.list)
    Command.marks(\.list)
    Command(
      "fruit.eat", keys: ["e"], title: "Eat the fruit", hint: "Eat",
      disabled: { $0.fruit.isEmpty ? "There is no fruit left to eat." : nil }
    ) { $0.eat() }
    Command("fruit.drop", keys: [.function(9), "D"], title: "Throw everything away…", hint: "Throw away…") {
      $0.throwAway()
    }
    Command("fruit.open", keys: [.enter], title: "Add a fruit", hint: "Add") { pane in
      pane.push(TypingPane(), for: String.self) { $0.fruit.append($1) }
    }
    Command("fruit.sort", keys: ["o"], title: "Sort", hint: "Sort") { $0.sortSlowly() }
    Command("fruit.count", keys: ["O"], title: "Count") { $0.countForever() }
    Command("fruit.filter", keys: ["/"], title: "Filter…", hint: "Filter", section: .find) { pane in
      pane.askLine(LineQuestion(title: "Filter")) { $0.filter = $1 }
    }
  }

  var asks = Asks()
  var fruit = ["apple", "banana", "cherry", "damson"]
  var list = TableState(count: 4)
  var filter = ""
  var ticks = 0
  let started: @Sendable () -> Void
  var title: String { "Fruit" }
  func context(columns: Int) -> StyledText { filter.isEmpty ? "" : StyledText(" Filter: \(filter)") }
  var hasDetail: Bool { true }

  static let table = Table<String>(
    [
      TableColumn("NAME", width: .flexible(6)) { $0 },
      TableColumn("LETTERS", width: .fixed(7), align: .right) { "\($0.count)" },
    ],
    empty: "No fruit. Press a to add some.")

  mutating func draw(on canvas: inout Canvas) {
    Self.table.draw(fruit, state: &list, on: &canvas)
  }

  mutating func drawDetail(on canvas: inout Canvas) {
    canvas.write("Detail of \(list.selected.map { fruit[$0] } ?? "nothing")", column: 1, row: 0)
  }

  mutating func handle(_ key: Key) -> Bool {
    guard case .mouse(let event) = key else { return false }
    return list.take(event.act, line: event.point.row - 1)
  }

  mutating func back() -> Bool {
    if filter.isEmpty { return false }
    filter = ""
    return true
  }

  mutating func receive(_ news: LiveNews) {
    if let fresh: [String] = news.value() { fruit = fresh }
  }

  mutating func tick(_ now: Int64) { ticks += 1 }

  func paletteEntries(for text: String) -> [PaletteEntry] {
    text.hasPrefix("fruit")
      ? [PaletteEntry(text, place: "Fruit", ask: .say(.ok, "Found \(text).", subject: nil))] : []
  }

  mutating func eat() {
    guard let row = list.selected else { return }
    let eaten = fruit.remove(at: row)
    list.rowsChanged(count: fruit.count)
    asks.ok("Ate \(eaten).")
    reversible("eating \(eaten)") {
      $0.fruit.insert(eaten, at: row)
    } redo: {
      $0.fruit.remove(at: row)
    }
  }

  mutating func throwAway() {
    let question = ConfirmQuestion(
      title: "Throw all away?", lines: ["\(fruit.count) pieces are lost."], act: "Throw away", typed: "\(fruit.count)",
      typedName: "the count")
    confirm(question) { pane in
      pane.fruit = []
      pane.asks.warn("All fruit was thrown away. Buy more.")
    }
  }

  mutating func countForever() {
    let started = started
    work("Counting") { progress in
      try progress.update(done: 3, of: 12)
      started()
      while true { try progress.update(done: 3, of: 12) }
    } then: { (_: inout FruitPane, _: Result<Int, any Error>) in
    }
  }

  mutating func sortSlowly() {
    let fruit = fruit
    work("Sorting") { progress in
      try progress.update(done: 1, of: 2)
      return Array(fruit.reversed())
    } then: { pane, result in
      if case .success(let sorted) = result { pane.fruit = sorted }
    }
  }
}

/// A pane with one field.
struct TypingPane: Pane {
  static let keyTable: [Command<TypingPane>] = [
    Command("typing.save", keys: [.control("s"), .function(10)], title: "Save", hint: "Save", section: .form) {
      $0.asks.close(answer: $0.line.text)
    }
  ]
  var asks = Asks()
  var line = LineEditor()
  var keep: (String) -> Void = { _ in }
  var title: String { "Typing" }
  var holdsText: Bool { true }
  var wouldLose: String? { line.text.isEmpty ? nil : "What you typed would be lost." }

  mutating func draw(on canvas: inout Canvas) { line.draw(column: 2, row: 1, width: 30, on: &canvas) }
  mutating func handle(_ key: Key) -> Bool { line.handle(key) }
  mutating func park() { keep(line.text) }
}

/// Something that another thread may set.
final class Flag: Sendable {
  private let value = Atomic(false)
  var isSet: Bool { value.load(ordering: .acquiring) }
  func set() { value.store(true, ordering: .releasing) }
}

/// The host of the toy panes.
final class ToyHost: ShellHost {
  var now: Int64 = 1_000_000_000_000
  var status = ShellStatus(place: "St Brigid General", user: "OKAFOR N.", role: "nurse", live: .live, clock: "14:02")
  var idleLimit: Int64?
  var waitingNews: [LiveNews] = []
  var signedOut = false
  var hungUpTimes = 0

  var parked: [String] = []
  var titles = ["Home", "Beds", "Register"]
  private let started = Flag()
  /// Whether the work that counts for ever has begun.
  var workStarted: Bool { started.isSet }

  func tabs() -> [ShellTab] {
    titles.enumerated().map { index, title in
      if index == 2 {
        return ShellTab(3, title) { TypingPane(keep: { [weak self] in self?.parked.append($0) }) }
      }
      return ShellTab(TabNumber(index + 1), title) { [started] in FruitPane(started: { started.set() }) }
    }
  }
  func news() -> [LiveNews] {
    defer { waitingNews = [] }
    return waitingNews
  }
  func lock() -> (any PaneBoxing)? { PaneBox(CurtainPane()) }
  func signOut() -> (any PaneBoxing)? {
    signedOut = true
    return nil
  }
  func hungUp() { hungUpTimes += 1 }
  func paletteEntries(for text: String) -> [PaletteEntry] {
    [PaletteEntry(text, place: "Patients", ask: .open(2))]
  }
}

/// Covers the screen until Enter.
struct CurtainPane: Pane {
  static let keyTable: [Command<CurtainPane>] = [
    Command("lock.open", keys: [.enter], title: "Unlock", hint: "Unlock") { $0.asks.uncover() }
  ]
  var asks = Asks()
  var title: String { "" }
  mutating func draw(on canvas: inout Canvas) { canvas.write("LOCKED", column: 10, row: 5, role: .lock) }
}
