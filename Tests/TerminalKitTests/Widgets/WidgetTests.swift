import TerminalKit
import Testing

@Suite("Small things on the screen")
struct WidgetTests {
  private func drawn(_ columns: Int, glyphs: GlyphSet = .unicode, _ draw: (inout Canvas) -> Void) -> Frame {
    var canvas = Canvas(size: Size(columns: columns, rows: 1), glyphs: glyphs)
    draw(&canvas)
    return Frame(canvas: canvas, theme: .plain)
  }

  @Test(
    "a bar shows its share to an eighth of a cell",
    arguments: [
      (0, 8, "········"), (8, 8, "████████"), (3, 8, "███·····"), (1, 64, "▏·······"), (9, 8, "████████"),
      (1, 0, "········"),
    ])
  func bar(done: Int, total: Int, shown: String) {
    #expect(drawn(8) { ProgressBar(done: done, of: total).draw(column: 0, row: 0, width: 8, on: &$0) }.line(0) == shown)
  }

  @Test("in ASCII a bar's cells are all or nothing")
  func barInASCII() {
    let frame = drawn(8, glyphs: .ascii) { ProgressBar(done: 35, of: 80).draw(column: 0, row: 0, width: 8, on: &$0) }
    #expect(frame.line(0) == "###.....")
  }

  @Test(
    "a field shows its text in brackets and the caret is in sight, however long the text", arguments: [0, 3, 10, 26])
  func field(caret: Int) throws {
    let text = "abcdefghijklmnopqrstuvwxyz"
    let frame = drawn(12) {
      TextField(text: text, caret: caret, width: 10, isFocused: true).draw(column: 0, row: 0, on: &$0, role: .field)
    }
    let cursor = try #require(frame.cursor)
    #expect(cursor.column >= 1 && cursor.column <= 11)
    #expect(frame.line(0).hasPrefix("["))
    #expect(frame.line(0).hasSuffix("]"))
    if caret < text.count {
      let shown = Array(frame.line(0))[cursor.column]
      #expect(shown == Array(text)[caret])
    }
  }

  @Test("a field that is left shows its beginning, cut; a secret shows stars")
  func unfocused() {
    let cut = drawn(12) {
      TextField(text: "DUARTE, Inês Maria", caret: 9, width: 10, isFocused: false).draw(
        column: 0, row: 0, on: &$0, role: .field)
    }
    #expect(cut.line(0) == "[DUARTE, I…]")
    let secret = drawn(12) {
      TextField(text: "demo", caret: 4, width: 10, isFocused: false, isSecret: true).draw(
        column: 0, row: 0, on: &$0, role: .field)
    }
    #expect(secret.line(0) == "[****______]")
  }

  @Test("hints that do not fit are left out from the end; those at the right stay")
  func hints() {
    let row = KeyHintRow(
      left: [KeyHint("a", "Admit…"), KeyHint("t", "Transfer…"), KeyHint("h", "Hold…", isEnabled: false)],
      right: [KeyHint(.control("k"), "Lock")])
    #expect(drawn(60) { row.draw(on: &$0) }.line(0) == " a Admit…  t Transfer…  h Hold…                     ^K Lock")
    #expect(drawn(32) { row.draw(on: &$0) }.line(0) == " a Admit…  t Transfer…  ^K Lock")
    #expect(drawn(60) { row.draw(on: &$0) }.role(of: "h Hold…") == .disabled)
  }

  @Test(
    "what is typed is found by the beginnings of words",
    arguments: [
      ("dis pat", "Discharge patient…", true), ("pat", "Discharge patient…", true),
      ("charge", "Discharge patient…", false),
      ("DIS", "Discharge patient…", true), ("bed 7", "Go to bed 7", true), ("", "anything", true),
      ("pat dis", "Discharge patient…", true),
    ])
  func matching(typed: String, text: String, found: Bool) {
    #expect((WordMatch.score(typed, in: text) != nil) == found)
  }

  @Test("the better match comes first")
  func ranking() throws {
    let first = try #require(WordMatch.score("dis", in: "Dispense prescription"))
    let second = try #require(WordMatch.score("dis", in: "Go to dispensary"))
    #expect(first < second)
  }
}
