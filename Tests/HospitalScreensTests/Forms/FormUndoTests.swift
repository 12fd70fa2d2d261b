import Testing

@testable import HospitalScreens

/// A small generator with a seed, so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

@Suite("Undo in a form")
struct FormUndoTests {
  @Test("takes a word back at a time, in the field where it was typed")
  func undoesByWords() {
    var form = sampleForm()
    form.typeOut("van der Berg")
    form.next()
    form.typeOut("Inês")
    form.undo()
    #expect(form.text("given").isEmpty && form.focused.id == "given")
    form.undo()
    #expect(form["family"]?.text == "van der " && form.focused.id == "family")
    form.redo()
    #expect(form.text("family") == "van der Berg")
    form.type("s")
    #expect(!form.canRedo)
  }

  @Test("says so when nothing is left to undo")
  func saysWhenDone() {
    var form = sampleForm()
    form.undo()
    #expect(form.message?.sentence == "Nothing more to undo in this form.")
    form.redo()
    #expect(form.message?.sentence == "Nothing more to redo in this form.")
  }

  @Test("brings back the beginning after any edits, and redo brings back their end", arguments: 0..<40)
  func undoAllReturnsToStart(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    var form = sampleForm()
    for _ in 0..<400 { act(on: &form, &random) }
    form.closeList()
    while form.canRedo { form.redo() }
    let end = form.fields.map(\.text)
    while form.canUndo { form.undo() }
    #expect(form.fields.map(\.text) == sampleForm().fields.map(\.text))
    #expect(!form.isModified)
    while form.canRedo { form.redo() }
    #expect(zip(form.fields, end).allSatisfy { $0.text.unicodeScalars.elementsEqual($1.unicodeScalars) })
  }

  private func act(on form: inout Form, _ random: inout SeededGenerator) {
    let texts = ["a", "Z", " ", "é", "\u{302}", "7", "👩🏽‍⚕️", "y", "f", "\u{200D}", "\u{1F1EB}"]
    switch Int.random(in: 0..<22, using: &random) {
    case 0..<8: form.type(texts.randomElement(using: &random) ?? "")
    case 8: form.backspace()
    case 9: form.delete()
    case 10: form.deleteWord()
    case 11: form.clearField()
    case 12:
      form.paste("one\ntwo \u{301}three\t" + String(repeating: "ö", count: Int.random(in: 0..<90, using: &random)))
    case 13: form.moveCursor { $0.left() }
    case 14: form.moveCursor { $0.home() }
    case 15: form.next()
    case 16: form.previous()
    case 17: form.toggleOvertype()
    case 18: form.undo()
    case 19: form.redo()
    case 20:
      form.openList()
      form.inList { $0.move(by: Int.random(in: -2...3, using: &random)) }
      form.takeFromList()
      form.closeList()
    default:
      form.breakLine()
      _ = form.checkAll()
    }
  }
}
