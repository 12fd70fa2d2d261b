/// Where everything stands on a screen of some size: a pure function of the size.
package struct ScreenLayout: Hashable, Sendable {
  /// How much room there is.
  package enum Kind: Sendable {
    /// Below 60×18: too small to work on.
    case tooSmall
    /// Below 80×24: one row of key hints, no context row below 20 rows.
    case compact
    /// From 80×24.
    case regular
    /// From 120×30: the body has a right column for the detail.
    case wide
  }

  /// The least size that can be worked on.
  package static let least = Size(columns: 60, rows: 18)

  /// How much room there is.
  package let kind: Kind
  /// Row 0: place, pane, user.
  package let title: Area
  /// The row of tabs.
  package let tabs: Area
  /// The banner, the filter or a form's progress; empty when there is no room.
  package let context: Area
  /// The pane.
  package let body: Area
  /// The one row for messages.
  package let message: Area
  /// The row of the pane's keys.
  package let paneKeys: Area
  /// The row of the keys that work everywhere; empty when there is no room.
  package let globalKeys: Area

  /// Lays out a screen of `size`.
  package init(_ size: Size) {
    func row(_ number: Int, _ rows: Int = 1) -> Area {
      Area(column: 0, row: number, columns: size.columns, rows: rows)
    }
    let small = size.columns < Self.least.columns || size.rows < Self.least.rows
    let compact = size.columns < 80 || size.rows < 24
    kind =
      small ? .tooSmall : compact ? .compact : size.columns >= 120 && size.rows >= 30 ? .wide : .regular
    let keyRows = size.rows < 24 ? 1 : 2
    let head = size.rows < 20 ? 2 : 3
    title = row(0)
    tabs = row(1)
    context = head == 3 ? row(2) : row(2, 0)
    body = row(head, size.rows - head - 1 - keyRows)
    message = row(size.rows - 1 - keyRows)
    paneKeys = row(size.rows - keyRows)
    globalKeys = keyRows == 2 ? row(size.rows - 1) : row(size.rows, 0)
  }

  /// The body in two columns, 60 to 40, for a pane with a detail; nil below 120×30.
  package var columns: (list: Area, detail: Area)? {
    guard kind == .wide else { return nil }
    let list = body.columns * 6 / 10
    return (
      Area(column: 0, row: body.row, columns: list, rows: body.rows),
      Area(column: list + 1, row: body.row, columns: body.columns - list - 1, rows: body.rows)
    )
  }
}
