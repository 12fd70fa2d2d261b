import TerminalKit
import Testing

@Suite("Where everything stands, at every size")
struct ScreenLayoutTests {
  @Test(
    "every row of the screen belongs to exactly one part",
    arguments: [(60, 18), (80, 24), (120, 30), (120, 40), (200, 60), (79, 23), (60, 60), (200, 18)])
  func rows(columns: Int, rows: Int) {
    let layout = ScreenLayout(Size(columns: columns, rows: rows))
    let parts = [
      layout.title, layout.tabs, layout.context, layout.body, layout.message, layout.paneKeys, layout.globalKeys,
    ]
    #expect(parts.flatMap { Array($0.row..<$0.endRow) } == Array(0..<rows))
    #expect(layout.body.rows >= 13)
  }

  @Test("at 80×24 the message stands in row 21 and the keys in the last two")
  func usual() {
    let layout = ScreenLayout(Size(columns: 80, rows: 24))
    #expect(layout.body == Area(column: 0, row: 3, columns: 80, rows: 18))
    #expect(layout.message.row == 21)
    #expect(layout.paneKeys.row == 22)
    #expect(layout.globalKeys.row == 23)
  }

  @Test(
    "banner and hints shrink first below 80×24; below 60×18 it asks for a larger window",
    arguments: [
      (60, 18, ScreenLayout.Kind.compact), (80, 23, .compact), (80, 24, .regular), (119, 40, .regular),
      (120, 30, .wide), (59, 18, .tooSmall), (60, 17, .tooSmall), (1, 1, .tooSmall),
    ])
  func kinds(columns: Int, rows: Int, kind: ScreenLayout.Kind) {
    #expect(ScreenLayout(Size(columns: columns, rows: rows)).kind == kind)
  }

  @Test("from 120×30 the body has a column for the detail, 60 to 40")
  func columns() throws {
    let columns = try #require(ScreenLayout(Size(columns: 200, rows: 60)).columns)
    #expect(columns.list.columns == 120)
    #expect(columns.detail.columns == 79)
    #expect(columns.detail.column == 121)
    #expect(ScreenLayout(Size(columns: 119, rows: 60)).columns == nil)
  }
}
