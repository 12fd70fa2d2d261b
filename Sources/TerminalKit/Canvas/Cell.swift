/// One character cell of a canvas. It is small and plain so that a screen of
/// 200×60 is made, compared and thrown away in microseconds.
package struct Cell: Hashable, Sendable {
  /// A Unicode scalar's value; or, with the top bit set, an index into the
  /// canvas's table of composed characters; or 0 for the right half of a wide one.
  package var glyph: UInt32
  /// An index into the canvas's table of roles.
  package var role: UInt16
  /// Columns that it takes: 1, 2, or 0 for the right half of a wide character.
  package var width: UInt8
  /// Always 0. With it a cell has no bytes of chance, and rows of cells can be compared as bytes.
  private var spare: UInt8 = 0

  package init(glyph: UInt32, role: UInt16, width: UInt8) {
    self.glyph = glyph
    self.role = role
    self.width = width
  }

  /// The bit that tells a composed character from a scalar.
  package static let composed: UInt32 = 0x8000_0000
  /// An empty cell in the first role of the table.
  package static let blank = Cell(glyph: 0x20, role: 0, width: 1)

  /// Whether it is the right half of a wide character.
  package var isContinuation: Bool { width == 0 }
}
