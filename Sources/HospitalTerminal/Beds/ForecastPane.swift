import HospitalDomain
import HospitalScreens
import TerminalKit

/// The forecast of free rooms, with the reason for each that is not free, and the expected discharges (A7).
package struct ForecastPane: Pane {
  package var asks = Asks()
  package var screen: ForecastScreen
  private var wards = TableState()
  private var lines = TableState()

  /// The forecast for a board.
  package init(_ screen: ForecastScreen) {
    self.screen = screen
  }

  package static let keyTable: [Command<ForecastPane>] =
    [
      Command(
        "forecast.view", keys: ["d"], title: "Show discharges, or rooms", hint: "Discharges/rooms", isMotion: true
      ) {
        pane in pane.act { $0.nextView() }
      },
      Command(
        "forecast.horizon", keys: ["s"], title: "Look further ahead: now, 2, 6, 24 h", hint: "How far", isMotion: true
      ) { pane in pane.act { $0.nextHorizon() } },
      Command("forecast.back", keys: ["S"], title: "Look less far ahead", isMotion: true) { pane in
        pane.act { $0.nextHorizon(by: -1) }
      },
      Command("forecast.open", keys: [.enter], title: "Go to the room on the board", hint: "Go to room", isMotion: true)
      {
        $0.openRoom()
      },
    ]
    + Command.areas(
      move: { pane, step in pane.act { $0.move(by: step) } }, next: { pane in pane.act { $0.nextArea() } },
      page: { $0.screen.area == .wards ? $0.wards.visible : $0.lines.visible })

  package var title: String { "Forecast" + (screen.wardName.map { " · \($0)" } ?? "") }

  package func context(columns: Int) -> StyledText {
    let what = screen.view == .rooms ? "Rooms free" : "Patients who leave"
    return StyledText("\(what): \(screen.horizon.title)", .caption)
      + StyledText("    expected, never promised", .hint)
  }

  package mutating func appear() { act { $0.showAgain() } }

  package mutating func receive(_ news: LiveNews) {
    guard news.topic == .board else { return }
    act { $0.receive(news.payload) }
  }

  package mutating func tick(_ now: Int64) { act { $0.tick(Timestamp(milliseconds: now)) } }

  private mutating func act(_ act: (inout ForecastScreen) -> Void) {
    act(&screen)
    sync()
  }

  private mutating func sync() {
    lines.follow(count: screen.lines.count, cursor: screen.cursor)
    wards.follow(count: screen.wards.count, cursor: screen.wardCursor)
  }

  private mutating func openRoom() {
    if screen.area == .wards { return act { $0.nextArea() } }
    if let room = screen.selected { asks.close(answer: room) }
  }

  package mutating func draw(on canvas: inout Canvas) {
    sync()
    let height = min(screen.wards.count + 1, max(3, canvas.rows * 9 / 20))
    let isInWards = screen.area == .wards
    canvas.within(Area(column: 0, row: 0, columns: canvas.columns, rows: height)) {
      Self.wardTable.draw(screen.wards, state: &wards, on: &$0, focused: isInWards)
      if !isInWards { wards.drawChosen(on: &$0) }
    }
    canvas.rule(row: height)
    canvas.within(
      Area(column: 0, row: height + 1, columns: canvas.columns, rows: canvas.rows - height - 1)
    ) {
      table(glyphs: $0.glyphs).draw(screen.lines, state: &lines, on: &$0, focused: !isInWards)
      if isInWards { lines.drawChosen(on: &$0) }
    }
  }

  private static let wardTable = Table<WardForecast>(
    [
      TableColumn("WARD", width: .flexible(16)) { $0.name },
      TableColumn("ROOMS", width: .fixed(5), align: .right) { "\($0.total)" },
      TableColumn("FREE NOW", width: .fixed(8), align: .right) { "\($0.free[0])" },
      TableColumn("IN 2 H", width: .fixed(6), align: .right) { "\($0.free[1])" },
      TableColumn("IN 6 H", width: .fixed(6), align: .right) { "\($0.free[2])" },
      TableColumn("IN 24 H", width: .fixed(7), align: .right) { "\($0.free[3])" },
      TableColumn("MEAN NIGHTS", width: .fixed(11), align: .right, rank: 1) { $0.meanStay },
    ], empty: "No rooms yet.")

  private func table(glyphs: GlyphSet) -> Table<ForecastLine> {
    var columns: [TableColumn<ForecastLine>] = [
      TableColumn("ROOM", width: .fixed(8)) { $0.number },
      TableColumn("", width: .fixed(1), role: { $0.code.role }) { $0.code.mark(glyphs) },
    ]
    if screen.view == .rooms {
      columns += [
        TableColumn("FREE", width: .fixed(16)) { $0.when },
        TableColumn("WHY NOT NOW", width: .flexible(14)) { $0.reason },
      ]
    } else {
      columns += [
        TableColumn("LEAVES", width: .fixed(16), role: { $0.isLate ? .overdue : nil }) { $0.when },
        TableColumn("PATIENT", width: .flexible(14)) { $0.who },
        TableColumn("STAY SO FAR", width: .fixed(11), rank: 1) { $0.stay },
      ]
    }
    let empty =
      screen.view == .rooms
      ? "No room can be expected to be free so soon. s looks further." : "Nobody is expected to leave."
    return Table(columns, empty: empty, mark: { $0.isLate ? .wrong : .none })
  }
}
