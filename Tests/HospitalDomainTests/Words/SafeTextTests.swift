import Testing

@testable import HospitalDomain

@Suite("Stored text can do no harm on a screen (screens.md, Text)")
struct SafeTextTests {
  @Test(arguments: [
    ("Inês", "Inês"), ("  Inês  ", "Inês"), ("Ine\u{302}s", "In\u{EA}s"), ("作田\u{3000}花子", "作田 花子"),
    ("a\u{A0}b", "a b"),
    ("a   b", "a b"), ("", ""), ("   ", ""), ("O’Brien", "O’Brien"), ("محمد", "محمد"), ("नेहा", "नेहा"),
    ("👩 nurse", "👩 nurse"),
  ])
  func aLineIsKeptInNormalFormC(typed: String, stored: String) throws {
    let line = try SafeText.line(typed)
    #expect(Array(line.unicodeScalars) == Array(stored.unicodeScalars))
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "character 2 is a control character (U+001B); retype the text without it"),
    ("a\tb", "character 2 is a control character (U+0009); retype the text without it"),
    ("a\nb", "character 2 is a control character (U+000A); retype the text without it"),
    ("ab\u{7}", "character 3 is a control character (U+0007); retype the text without it"),
    ("\u{202E}evil", "character 1 is a hidden direction mark (U+202E); retype the text without it"),
    ("a\u{2066}b", "character 2 is a hidden direction mark (U+2066); retype the text without it"),
    ("a\u{200B}b", "character 2 is an invisible character of no width (U+200B); retype the text without it"),
    ("\u{FEFF}a", "character 1 is an invisible character of no width (U+FEFF); retype the text without it"),
    ("a\u{AD}b", "character 2 is an invisible control (U+00AD); retype the text without it"),
    ("a\u{FFFD}", "character 2 is damaged (U+FFFD); retype the text without it"),
    ("a\u{E000}", "character 2 is unknown to this hospital (U+E000); retype the text without it"),
    ("\u{3164}", "character 1 is an invisible character (U+3164); retype the text without it"),
    ("a\u{2028}b", "character 2 is a line break (U+2028); retype the text without it"),
    ("\u{301}a", "character 1 is a mark without a letter (U+0301); retype the text without it"),
    (
      "a\u{334}\u{335}\u{336}\u{337}\u{338}",
      "character 1 is a letter with more than 4 marks; retype the text without it"
    ),
  ])
  func refusesWhatHidesReordersOrCommands(typed: String, sentence: String) {
    #expect(problem { () throws(Misentry) in try SafeText.line(typed) } == sentence)
  }

  @Test func lengthIsCountedInCharacters() throws {
    let limit = SafeText.nameLimit
    #expect(try SafeText.line(String(repeating: "é", count: limit), limit: limit).count == limit)
    let long = String(repeating: "é", count: limit + 1)
    #expect(
      problem { () throws(Misentry) in try SafeText.line(long, limit: limit) } == "61 characters typed, at most 60 fit")
    let paste = String(repeating: "x", count: 1_000_000)
    #expect(problem { () throws(Misentry) in try SafeText.line(paste) } == "1000000 characters typed, at most 120 fit")
  }

  @Test func aNoteHasLines() throws {
    #expect(try SafeText.note("one  \r\ntwo\rthree\n\n") == "one\ntwo\nthree")
    #expect(try SafeText.note("one\n\n  indented") == "one\n\n  indented")
    #expect(problem { () throws(Misentry) in try SafeText.note("a\tb") } != nil)
    #expect(problem { () throws(Misentry) in try SafeText.note("a\u{1B}b") } != nil)
    let long = String(repeating: "a\n", count: 2_001)
    #expect(problem { () throws(Misentry) in try SafeText.note(long) } == "4001 characters typed, at most 4000 fit")
  }

  @Test func aRequiredLineSaysWhatIsMissing() {
    #expect(problem { () throws(Misentry) in try SafeText.requiredLine(" ", hint: "type it") } == "type it")
  }
}
