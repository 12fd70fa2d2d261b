import TerminalKit
import Testing

@Suite("One line of typing")
struct LineEditorTests {
  private func typed(_ keys: Key..., into text: String = "") -> LineEditor {
    var line = LineEditor(text)
    for key in keys { _ = line.handle(key) }
    return line
  }

  @Test("types, deletes and moves by characters, marks and all")
  func editing() {
    #expect(typed("a", "b", .left, "c").text == "acb")
    #expect(typed(.backspace, into: "Ine\u{0302}").text == "In")
    #expect(typed(.home, .delete, into: "abc").text == "bc")
    #expect(typed(.end, .backspace, .backspace, .backspace, .backspace, into: "abc").text == "")
  }

  @Test("^U clears, ^W takes a word")
  func words() {
    #expect(typed(.control("u"), into: "a b").text == "")
    #expect(typed(.control("w"), into: "free  ward:4A").text == "free  ")
    #expect(typed(.control("w"), into: "free  ").text == "")
    #expect(typed(.control("w"), into: "").text == "")
  }

  @Test("a paste becomes one line and stops at the longest")
  func paste() {
    #expect(typed(.paste("a\r\nb\tc")).text == "a b c")
    var line = LineEditor(longest: 5)
    _ = line.handle(.paste(String(repeating: "x", count: 1_000_000)))
    #expect(line.text == "xxxxx")
  }

  @Test("keys that are not for it are left to others")
  func others() {
    var line = LineEditor()
    let taken = [Key.enter, .function(1), .up].map { line.handle($0) }
    #expect(taken == [false, false, false])
  }
}
