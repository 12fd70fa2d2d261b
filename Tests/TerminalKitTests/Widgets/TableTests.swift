import Synchronization
import TerminalKit
import Testing

@Suite("A list in columns")
struct TableTests {
  struct Room: Sendable {
    var number: String
    var state: String
    var patient = ""
    var mark = RowMark.none
  }

  static let table = Table<Room>(
    [
      TableColumn("ROOM", width: .fixed(6)) { $0.number },
      TableColumn("STATE", width: .fixed(8), role: { $0.state == "free" ? .messageOK : nil }) { $0.state },
      TableColumn("PATIENT", width: .flexible(8)) { $0.patient },
      TableColumn("AGE", width: .fixed(3), align: .right, rank: 1) { _ in "35" },
      TableColumn("SINCE", width: .fixed(10), rank: 2) { _ in "2026/11/21" },
    ], empty: "No room is free. Press / to change the filter.", mark: \.mark)

  private let rooms = [
    Room(number: "4A-02", state: "free"), Room(number: "4A-12", state: "free", mark: .changed),
    Room(number: "4A-21", state: "held", patient: "DUARTE, Inês"), Room(number: "4A-22", state: "lost", mark: .wrong),
  ]

  private func frame(
    _ rooms: [Room], columns: Int, rows: Int = 6, selected: Int = 0, marked: Set<Int> = []
  ) -> Frame {
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    var state = TableState(count: rooms.count)
    state.select(selected)
    state.marked = marked
    Self.table.draw(rooms, state: &state, on: &canvas)
    return Frame(canvas: canvas, theme: .plain)
  }

  @Test("says focus, change, fault and mark in column 0 by sign, without colour")
  func signs() {
    let frame = frame(rooms, columns: 60, selected: 2, marked: [0])
    #expect(frame.lines.map { $0.prefix(1) } == [" ", "+", "*", ">", "!", ""])
    #expect(frame.cursor == Point(column: 0, row: 3))
    let both = self.frame(rooms, columns: 60, selected: 1)
    #expect(both.line(2).hasPrefix(">*4A-12"))
  }

  @Test("a list that goes on above or below says so, and hides nothing of a row")
  func goesOn() {
    let many = (1...9).map { Room(number: "4A-0\($0)", state: "free") }
    let roomy = Table<Room>([TableColumn("ROOM", width: .fixed(6)) { $0.number }], empty: "")
    func shown(_ selected: Int, _ rows: [Room]) -> Frame {
      var canvas = Canvas(size: Size(columns: 40, rows: 6))
      var state = TableState(count: rows.count)
      state.select(selected)
      roomy.draw(rows, state: &state, on: &canvas)
      return Frame(canvas: canvas, theme: .plain)
    }
    #expect(shown(0, many).lines.map { $0.hasSuffix("▼") } == [false, false, false, false, false, true])
    #expect(shown(6, many).line(1).hasSuffix("▲") && shown(6, many).line(5).hasSuffix("▼"))
    #expect(shown(8, many).line(1).hasSuffix("▲") && !shown(8, many).shows("▼"))
    #expect(!shown(0, rooms).shows("▼"))
    let full = Table<Room>(
      [TableColumn("ROOM", width: .flexible(6)) { _ in String(repeating: "x", count: 80) }], empty: "")
    var canvas = Canvas(size: Size(columns: 40, rows: 4))
    var state = TableState(count: many.count)
    state.select(5)
    full.draw(many, state: &state, on: &canvas)
    let clipped = Frame(canvas: canvas, theme: .plain)
    let header = clipped.line(0)
    #expect(header.hasPrefix("  ROOM") && header.hasSuffix(" ▲▼"), "away from the word that it may seem to sort by")
    #expect(!clipped.line(3).contains("▼"))
  }

  @Test("a row with the focus is lit at its head; behind it a state has its own role")
  func roles() {
    let frame = frame(rooms, columns: 60, selected: 0)
    #expect(frame.role(of: "4A-02") == .tableRowSelected)
    #expect(frame.texts(in: .tableRowSelected).joined().hasPrefix("> 4A-02"))
    #expect(frame.texts(in: .messageOK) == ["free", "free"])
    #expect(frame.role(of: "4A-12") == .tableRowChanged)
  }

  @Test(
    "the least important columns give way first when it is narrow",
    arguments: [(60, true, true), (36, true, false), (29, false, false)])
  func narrow(columns: Int, age: Bool, since: Bool) {
    let frame = frame(rooms, columns: columns)
    #expect(frame.shows("AGE") == age)
    #expect(frame.shows("SINCE") == since)
    #expect(frame.shows("PATIENT"))
  }

  @Test("says why it is empty")
  func empty() {
    #expect(frame([], columns: 60).line(1) == "  No room is free. Press / to change the filter.")
  }

  @Test("asks only for the rows that are seen, of five thousand")
  func cost() {
    let asked = Mutex(0)
    let table = Table<Int>(
      [
        TableColumn("NUMBER", width: .flexible(6)) { number in
          asked.withLock { $0 += 1 }; return "\(number)"
        }
      ], empty: "")
    var state = TableState(count: 5_000)
    state.select(4_000)
    var canvas = Canvas(size: Size(columns: 40, rows: 21))
    table.draw(0..<5_000, state: &state, on: &canvas)
    #expect(asked.withLock { $0 } == 20)
    #expect(Frame(canvas: canvas, theme: .plain).shows("> 4000"))
  }
}
