/// The size of a screen or of a part of it, in character cells.
package struct Size: Hashable, Sendable {
  /// Cells in one row; never negative.
  package var columns: Int
  /// Rows; never negative.
  package var rows: Int

  /// Makes a size; negative numbers become 0.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// Whether nothing fits in it.
  package var isEmpty: Bool { columns == 0 || rows == 0 }
}

/// One cell's place, counted from 0 at the top left.
package struct Point: Hashable, Sendable {
  /// Cells from the left edge.
  package var column: Int
  /// Rows from the top edge.
  package var row: Int

  /// Makes a point.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells.
package struct Area: Hashable, Sendable {
  /// Its top-left cell.
  package var origin: Point
  /// Its extent.
  package var size: Size

  /// Makes an area; negative extents become 0.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Point(column: column, row: row)
    size = Size(columns: columns, rows: rows)
  }

  /// The area of a whole screen of `size`.
  package init(_ size: Size) {
    origin = Point(column: 0, row: 0)
    self.size = size
  }

  /// Its first column.
  package var column: Int { origin.column }
  /// Its first row.
  package var row: Int { origin.row }
  /// How many columns it has.
  package var columns: Int { size.columns }
  /// How many rows it has.
  package var rows: Int { size.rows }
  /// The first column to the right of it.
  package var endColumn: Int { column + columns }
  /// The first row below it.
  package var endRow: Int { row + rows }

  /// What it has in common with `other`; empty when they do not meet.
  package func intersection(_ other: Area) -> Area {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Area(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }

  /// Whether `point` lies in it.
  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// The same area without `left`, `top`, `right` and `bottom` cells at its edges.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Area {
    Area(column: column + left, row: row + top, columns: columns - left - right, rows: rows - top - bottom)
  }
}
