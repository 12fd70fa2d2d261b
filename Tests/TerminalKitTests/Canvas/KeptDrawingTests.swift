import TerminalKit
import Testing

@Suite("A part of the screen that is drawn only when it changes")
struct KeptDrawingTests {
  private var kept = KeptDrawing<String, Int>()
  private var drawn = 0

  /// A screen whose first row has something of its own and whose second shows `text`.
  private mutating func screen(_ text: String, columns: Int = 20, glyphs: GlyphSet = .unicode) -> (Canvas, Int) {
    var canvas = Canvas(size: Size(columns: columns, rows: 2), glyphs: glyphs)
    canvas.write("o\u{301}ld", column: 0, row: 0, role: .messageWarn)
    var product = 0
    let before = drawn
    canvas.within(Area(column: 2, row: 1, columns: columns - 2, rows: 1)) { canvas in
      product = kept.show(text, on: &canvas) { canvas in
        drawn = before + 1
        return canvas.write(text, column: 0, row: 0, role: .title)
      }
    }
    return (canvas, product)
  }

  private func plain(_ text: String, columns: Int = 20, glyphs: GlyphSet = .unicode) -> Canvas {
    var canvas = Canvas(size: Size(columns: columns, rows: 2), glyphs: glyphs)
    canvas.write("o\u{301}ld", column: 0, row: 0, role: .messageWarn)
    canvas.write(text, column: 2, row: 1, role: .title)
    return canvas
  }

  private func looks(_ canvas: Canvas) -> [String] {
    (0..<canvas.rows).flatMap { row in
      (0..<canvas.columns).map { column in
        "\(canvas.text(of: canvas.cell(column: column, row: row))) \(canvas.role(column: column, row: row))"
      }
    }
  }

  @Test("what is the same is drawn once, looks as if it were drawn, and says where things stand")
  mutating func once() {
    for text in ["Beds", "Beds", "e\u{301}tat 病房 …", "e\u{301}tat 病房 …", "Beds"] {
      let (canvas, end) = screen(text)
      #expect(looks(canvas) == looks(plain(text)) && end == SafeText.width(text))
    }
    #expect(drawn == 3)
  }

  @Test("another size and other signs are another drawing")
  mutating func otherScreen() {
    _ = screen("Beds…")
    #expect(looks(screen("Beds…", columns: 8).0) == looks(plain("Beds…", columns: 8)))
    #expect(looks(screen("Beds…", columns: 8, glyphs: .ascii).0) == looks(plain("Beds…", columns: 8, glyphs: .ascii)))
    #expect(drawn == 3)
  }
}
