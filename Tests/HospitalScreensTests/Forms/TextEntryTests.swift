import HospitalTestSupport
import Testing

@testable import HospitalScreens

@Suite("A text entry")
struct TextEntryTests {
  @Test("types, rubs out and moves by characters as a person sees them")
  func editsByGrapheme() {
    var entry = TextEntry("Inês 👩🏽‍⚕️")
    entry.backspace()
    #expect(entry.text == "Inês ")
    entry.left()
    entry.left()
    entry.delete()
    #expect(entry.text == "Inê ")
    entry.type("s")
    #expect(entry.text == "Inês ")
    #expect(entry.cursor == 4)
  }

  @Test("joins a mark with the letter before it")
  func joinsMarks() {
    var entry = TextEntry("", limit: 1)
    entry.type("e")
    entry.type("\u{302}")
    #expect(entry.characters == ["ê"])
    #expect(entry.cursor == 1)
    entry.backspace()
    #expect(entry.text.isEmpty)
  }

  @Test("is full at its limit and says so", arguments: [1, 5, 40])
  func stopsAtLimit(limit: Int) {
    var entry = TextEntry("", limit: limit)
    for _ in 0..<limit { entry.type("x") }
    let note = entry.type("y")
    #expect(note == .full(limit: limit))
    #expect(entry.text == String(repeating: "x", count: limit))
  }

  @Test("overtypes the character under the cursor, and goes on at the end")
  func overtypes() {
    var entry = TextEntry("1991", limit: 4)
    entry.toggleOvertype()
    entry.home()
    entry.type("2")
    entry.type("0")
    #expect(entry.text == "2091")
    #expect(entry.cursor == 2)
    entry.end()
    let note = entry.type("5")
    #expect(note == .full(limit: 4))
  }

  @Test("deletes the word before the cursor (^W) and everything (^U)")
  func deletesWords() {
    var entry = TextEntry("14 Quay Lane  ")
    entry.deleteWord()
    #expect(entry.text == "14 Quay ")
    entry.left()
    entry.deleteWord()
    #expect(entry.text == "14  ")
    entry.clear()
    #expect(entry.text.isEmpty && entry.cursor == 0)
  }

  @Test("moves by words and to both ends")
  func movesByWords() {
    var entry = TextEntry("14 Quay Lane")
    entry.wordLeft()
    #expect(entry.cursor == 8)
    entry.home()
    entry.wordRight()
    #expect(entry.cursor == 2)
    entry.end()
    #expect(entry.cursor == 12)
  }

  @Test("takes a pasted line, and turns line breaks inside it into spaces")
  func pastesLines() {
    var entry = TextEntry()
    var note = entry.insert("DUARTE\r\n")
    #expect(note == nil)
    #expect(entry.text == "DUARTE")
    note = entry.insert("\nInês\tMaria\n\n")
    #expect(note == .joined(breaks: 2))
    #expect(entry.text == "DUARTE Inês Maria")
  }

  @Test("keeps line breaks where lines may stand")
  func keepsLines() {
    var entry = TextEntry("", limit: 100, allowsLines: true)
    let note = entry.insert("one\r\ntwo\rthree\n")
    #expect(note == nil)
    #expect(entry.text == "one\ntwo\nthree")
    entry.insert("\n")
    #expect(entry.text == "one\ntwo\nthree\n")
    entry.home()
    #expect(entry.cursor == 14)
  }

  @Test(
    "cuts a paste of a megabyte to what it holds, and says so",
    arguments: ["x", "ê", "👩🏽‍⚕️", "\u{301}", "\n", "\u{1B}[31m"])
  func cutsMegabyte(unit: String) {
    var entry = TextEntry("ab", limit: 40)
    entry.left()
    let note = entry.insert(String(repeating: unit, count: 1_048_576 / unit.utf8.count))
    #expect(entry.characters.count <= 40)
    #expect(entry.text.unicodeScalars.first == "a" && entry.text.unicodeScalars.last == "b")
    #expect(entry.text.unicodeScalars.count <= 40 * 8)
    if unit == "x" { #expect(note == .cut(kept: 38, limit: 40)) }
    #expect(note != nil)
  }

  @Test("never loses a stored text that is longer than its limit")
  func keepsLongText() {
    var entry = TextEntry("longer than this", limit: 4)
    let note = entry.type("!")
    #expect(note == .full(limit: 4))
    entry.backspace()
    #expect(entry.text == "longer than thi")
  }

  @Test("holds every naughty string with the cursor inside it")
  func holdsNaughtyStrings() {
    for naughty in NaughtyStrings.all {
      var entry = TextEntry("", limit: 4_000)
      entry.insert(naughty)
      let joined = naughty.filter { !$0.isNewline && $0 != "\t" }
      #expect(entry.text.filter { $0 != " " }.unicodeScalars.count >= joined.filter { $0 != " " }.unicodeScalars.count)
      let steps: [(inout TextEntry) -> Void] = [
        { $0.left() }, { $0.home() }, { $0.wordRight() }, { $0.delete() }, { $0.wordLeft() }, { $0.backspace() },
      ]
      for step in steps {
        step(&entry)
        #expect((0...entry.characters.count).contains(entry.cursor))
      }
      entry.end()
      while !entry.text.isEmpty { entry.backspace() }
      #expect(entry.cursor == 0)
    }
  }
}
