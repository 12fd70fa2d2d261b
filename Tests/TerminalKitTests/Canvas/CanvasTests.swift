import TerminalKit
import Testing

@Suite("A canvas: what is written, and what is kept out")
struct CanvasTests {
  private func canvas(_ columns: Int = 10, _ rows: Int = 3, glyphs: GlyphSet = .unicode) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows), glyphs: glyphs)
  }

  private func lines(_ canvas: Canvas) -> [String] { Frame(canvas: canvas, theme: .plain).lines }

  @Test(
    "text longer than its room ends in an ellipsis", arguments: [(10, "OYELARAN,…"), (1, "…"), (15, "OYELARAN, Tunde")])
  func cut(room: Int, shown: String) {
    var canvas = canvas(20)
    let end = canvas.write("OYELARAN, Tunde", column: 0, row: 0, limit: room)
    #expect(lines(canvas)[0] == shown)
    #expect(end == SafeText.width(shown))
  }

  @Test("in ASCII the ellipsis is two dots")
  func cutInASCII() {
    var canvas = canvas(glyphs: .ascii)
    canvas.write("OYELARAN, Tunde", column: 0, row: 0)
    #expect(lines(canvas)[0] == "OYELARAN..")
  }

  @Test("in ASCII every sign of the program is ASCII, and a name keeps its letters")
  func signsInASCII() {
    var canvas = Canvas(size: Size(columns: 40, rows: 2), glyphs: .ascii)
    canvas.write("4A-12 · 2 × 150.00 → free…", column: 0, row: 0)
    canvas.write("DUARTE, Inês · Admit…", column: 0, row: 1)
    #expect(lines(canvas) == ["4A-12 - 2 x 150.00 -> free..", "DUARTE, Inês - Admit.."])
  }

  @Test("hints have room for the two dots of ASCII")
  func hintsInASCII() {
    var canvas = Canvas(size: Size(columns: 20, rows: 1), glyphs: .ascii)
    KeyHintRow(left: [KeyHint("a", "Admit…"), KeyHint("t", "Transfer…")]).draw(on: &canvas)
    #expect(lines(canvas)[0] == " a Admit..")
  }

  @Test("a wide character is never split, neither by the edge nor by what is written over it")
  func wide() {
    var canvas = canvas(6)
    canvas.write("作田花子", column: 0, row: 0)
    #expect(lines(canvas)[0] == "作田…")
    canvas.write("x", column: 1, row: 0)
    #expect(lines(canvas)[0] == " x田…")
    canvas.write("y", column: 2, row: 0)
    #expect(lines(canvas)[0] == " xy …")
  }

  @Test("nothing is drawn outside the part that is open")
  func clipped() {
    var canvas = canvas(8, 3)
    canvas.within(Area(column: 2, row: 1, columns: 3, rows: 1)) { canvas in
      canvas.write("abcdef", column: -1, row: 0)
      canvas.write("abcdef", column: 1, row: 0)
      canvas.write("below", column: 0, row: 1)
      canvas.write("above", column: 0, row: -1)
      canvas.fill(Area(column: -5, row: -5, columns: 6, rows: 6), with: "#")
      canvas.park(column: 90, row: 90)
    }
    #expect(lines(canvas) == ["", "  #a…", ""])
    #expect(canvas.cursor == Point(column: 4, row: 1))
  }

  @Test("an empty part, a part outside and a screen of no size take nothing and do not fail")
  func empty() {
    for size in [Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: 5, rows: 0)] {
      var canvas = Canvas(size: size)
      canvas.within(Area(column: 3, row: 3, columns: 5, rows: 5)) { canvas in
        canvas.write("text 作", column: 0, row: 0)
        canvas.rule(row: 0)
        canvas.tint(Area(column: 0, row: 0, columns: 9, rows: 9), role: .heading)
        canvas.park(column: 0, row: 0)
      }
      #expect(canvas.cells.allSatisfy { $0 == .blank })
    }
  }

  @Test(
    "control, bidirectional, zero-width and lone combining characters show as �",
    arguments: [
      ("a\u{1B}[2Jb", "a�[2Jb"), ("a\u{07}", "a�"), ("\u{202E}abc", "�abc"), ("a\u{200B}b", "a�b"),
      ("a\u{200D}b", "a�b"), ("\u{0301}e", "�e"), ("x\u{AD}y", "x�y"), ("a\nb\tc", "a�b�c"),
      ("\u{9B}31m", "�31m"), ("\u{FEFF}a", "�a"), ("\u{E000}", "�"), ("a\u{2028}b", "a�b"),
      ("Ine\u{0302}s", "Ine\u{0302}s"), ("e\u{0301}\u{0302}\u{0303}\u{0304}\u{0305}x", "�x"),
    ])
  func unsafe(text: String, shown: String) {
    var canvas = canvas(20)
    canvas.write(text, column: 0, row: 0)
    #expect(lines(canvas)[0] == shown)
    #expect(SafeText.shown(text) == shown)
  }

  @Test("composed and decomposed letters take one column")
  func marks() {
    #expect(SafeText.width("Inês") == 4)
    #expect(SafeText.width("Ine\u{0302}s") == 4)
    #expect(SafeText.width("한국") == 4)
    #expect(SafeText.width("\u{1112}\u{1161}\u{11AB}") == 2)
    #expect(SafeText.width("○●◌×█▌…·─│▲▼→") == 13)
  }

  @Test("a number stands at the right of its room, a heading in the middle")
  func aligned() {
    var canvas = canvas(9)
    canvas.write("12", column: 0, row: 0, width: 5, align: .right)
    canvas.write("abc", column: 0, row: 1, width: 9, align: .centre)
    #expect(lines(canvas)[0] == "   12")
    #expect(lines(canvas)[1] == "   abc")
  }

  @Test(
    "long sentences are wrapped at blanks, longer words inside",
    arguments: [
      ("The invoice is issued. Make a credit note.", 16, ["The invoice is", "issued. Make a", "credit note."]),
      ("one\ntwo", 10, ["one", "two"]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("", 5, [""]),
      ("作田花子 作田", 5, ["作田", "花子", "作田"]), ("a  b", 10, ["a  b"]),
    ] as [(String, Int, [String])])
  func wrapped(text: String, columns: Int, lines: [String]) {
    #expect(SafeText.wrapped(text, columns: columns) == lines)
  }

  @Test("pieces of text keep their roles, and stop at the limit together")
  func styled() {
    var canvas = canvas(20)
    var text = StyledText("OYELARAN, Tunde", .heading)
    text.add("  Born ", .caption)
    let end = canvas.write(text, column: 0, row: 0, limit: 18)
    let frame = Frame(canvas: canvas, theme: .plain)
    #expect(frame.line(0) == "OYELARAN, Tunde  …")
    #expect(end == 18)
    #expect(frame.role(of: "OYELARAN") == .heading)
    #expect(canvas.role(column: 17, row: 0) == .caption)
  }

  @Test("a canvas laid over a part keeps text, marks and roles, and is clipped without half a character")
  func lay() {
    var sheet = Canvas(size: Size(columns: 6, rows: 3))
    sheet.write("a病e\u{301}", column: 0, row: 0, role: .caption)
    sheet.write("bbbb病", column: 0, row: 1, role: .hint)
    sheet.write("never", column: 0, row: 2)
    var canvas = Canvas(size: Size(columns: 9, rows: 4))
    canvas.write("漢漢漢漢", column: 0, row: 1, role: .heading)
    canvas.within(Area(column: 3, row: 1, columns: 5, rows: 2)) { $0.lay(sheet) }
    let frame = Frame(canvas: canvas, theme: .plain)
    #expect(frame.line(1) == "漢 a病e\u{301}")
    #expect(frame.line(2) == "   bbbb")
    #expect(frame.line(3) == "")
    #expect(frame.role(of: "e\u{301}") == .caption)
    #expect(frame.role(of: "bbbb") == .hint)
    #expect(frame.role(of: "漢") == .heading)
  }
}
