import HospitalDomain
import HospitalScreens
import TerminalKit

/// A line of the wards: one ward, or all of them together.
struct WardRow: Equatable {
  let name: String
  let counts: BoardCounts

  /// All wards together, then each.
  static func all(_ screen: BedBoardScreen) -> [WardRow] {
    let wards = screen.list.wards
    let total = WardRow(name: "All wards", counts: screen.list.counts)
    return [total] + wards.map { WardRow(name: $0.name, counts: $0.counts) }
  }
}

/// What is seen of the wards: nothing of them is drawn again while it is the same.
struct WardsShown: Equatable {
  let rows: [WardRow]
  let state: TableState
}

/// The table of wards with their counts, and a bar for how full each is.
struct WardTable {
  private let table: Table<WardRow>
  private let bar: (column: Int, width: Int)?

  init(columns: Int) {
    let numbers = 5 + 1 + 4 + 1 + 4 + 1 + 4 + 1 + 4 + 1 + 4 + 1 + 5
    let room = columns - 2 - numbers - 1
    let bar = min(20, room - 21)
    let name = max(10, bar >= 8 ? room - bar - 3 : room)
    self.bar = bar >= 8 ? (2 + name + 1 + numbers + 2, bar) : nil
    func count(_ title: String, _ width: Int, _ number: @escaping @Sendable (BoardCounts) -> Int) -> TableColumn<
      WardRow
    > {
      TableColumn(title, width: .fixed(width), align: .right) { "\(number($0.counts))" }
    }
    table = Table(
      [
        TableColumn("WARD", width: .fixed(name)) { $0.name }, count("ROOMS", 5) { $0.total },
        count("FREE", 4) { $0.free }, count("OCC", 4) { $0.occupied }, count("HSK", 4) { $0.housekeeping },
        count("HELD", 4) { $0.held }, count("SHUT", 4) { $0.shut },
        TableColumn("FULL", width: .fixed(5), align: .right) { "\($0.counts.percentOccupied) %" },
      ], empty: "No rooms yet. An administrator adds them (A6).")
  }

  func draw(_ rows: [WardRow], state: inout TableState, on canvas: inout Canvas, focused: Bool) {
    table.draw(rows, state: &state, on: &canvas, focused: focused)
    guard let bar else { return }
    for (line, number) in state.window.enumerated() where rows.indices.contains(number) {
      let counts = rows[number].counts
      ProgressBar(done: counts.occupied, of: counts.total).draw(
        column: bar.column, row: line + 1, width: bar.width, on: &canvas)
    }
  }
}
