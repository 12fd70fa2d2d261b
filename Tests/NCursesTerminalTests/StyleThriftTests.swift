import BuiltProgramSupport
import Testing

@testable import NCursesTerminal

/// Fewer bytes, the same screen (screens.md: bytes for a key).
struct StyleThriftTests {
  private static let colour = "\u{1B}[38;5;252m\u{1B}[48;5;234m"

  private func spared(_ text: String, isLast: Bool = false) -> String {
    var thrift = StyleThrift()
    return String(decoding: thrift.spare(Array(text.utf8), isLast: isLast), as: UTF8.self)
  }

  @Test func bothColoursGoOutAsOneAndOnce() {
    #expect(
      spared(Self.colour + "a" + Self.colour + "b\u{1B}[48;5;24mc") == "\u{1B}[0;38;5;252;48;5;234mab\u{1B}[48;5;24mc")
  }

  @Test func aStyleThatNothingIsWrittenInIsNotSent() {
    #expect(spared("a\u{1B}[1m\u{1B}[3;4H\u{1B}[22mb") == "\u{1B}[ma\u{1B}[3;4Hb")
  }

  @Test func whatTakesAnAttributeAwayBeginsAnew() {
    #expect(spared("\u{1B}[1;31ma\u{1B}[0;31mb") == "\u{1B}[0;1;31ma\u{1B}[0;31mb")
  }

  @Test(arguments: ["\u{1B}[K", "\u{1B}[J", "\n", "\u{1B}M", "\u{1B}[2L", "\u{1B}[?1049l"])
  func whatFillsWithTheStyleHasItFirst(_ filler: String) {
    #expect(spared("a" + Self.colour + filler) == "\u{1B}[ma\u{1B}[38;5;252;48;5;234m" + filler)
  }

  @Test func theLastFrameLeavesNoStyleBehind() {
    #expect(spared("\u{1B}[1ma\u{1B}[m", isLast: true).hasSuffix("a\u{1B}[m"))
    #expect(spared("\u{1B}[1ma\u{1B}[m").hasSuffix("a"))
  }

  @Test func anUnknownStyleGoesThroughAndTheNextIsSentWhole() {
    #expect(spared("\u{1B}[58;5;9ma\u{1B}[1mb") == "\u{1B}[m\u{1B}[58;5;9ma\u{1B}[0;1mb")
  }

  /// Streams of everything that ncurses sends look the same on an emulator, cell by cell, with the thrift and without.
  @Test(arguments: 0..<60) func theScreenIsTheSame(_ seed: UInt64) {
    var chance = Chance(seed: seed)
    var thrift = StyleThrift()
    let (whole, thrifty) = (ScreenEmulator(rows: 12, columns: 40), ScreenEmulator(rows: 12, columns: 40))
    for _ in 0..<8 {
      let frame = Array((0..<40).map { _ in chance.piece }.joined().utf8)
      _ = whole.feed(frame)
      _ = thrifty.feed(thrift.spare(frame))
      if chance.number(below: 9) == 0 { thrift.forget() }
    }
    _ = thrifty.feed(thrift.spare([], isLast: true))
    for row in 0..<12 {
      for column in 0..<40 { #expect(whole.cell(row: row, column: column) == thrifty.cell(row: row, column: column)) }
    }
  }
}

/// Draws pieces of what ncurses sends, the same for the same seed.
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  var piece: String {
    mutating get {
      let (first, second) = (number(below: 12), number(below: 40))
      return switch number(below: 16) {
      case 0: "\u{1B}[38;5;\(second)m\u{1B}[48;5;\(first)m"
      case 1: "\u{1B}[\(30 + first % 8)m"
      case 2: "\u{1B}[97;48;2;\(second);\(first);9m"
      case 3: "\u{1B}[39;49m"
      case 4: "\u{1B}(B\u{1B}[m"
      case 5: "\u{1B}(B\u{1B}[0;\([1, 3, 4, 7][first % 4])m"
      case 6: "\u{1B}[\([22, 23, 24, 27][first % 4])m"
      case 7, 8: "\u{1B}[\(first + 1);\(second + 1)H"
      case 9: "\u{1B}[K"
      case 10: "\u{1B}[\(first)X"
      case 11: "\u{1B}7\u{1B}[1;\(first + 1)r\u{1B}8"
      case 12: "\r\n"
      case 13: "\u{1B}[\(first % 3 + 1)P"
      default: String(repeating: "x·", count: first) + "é\u{8}"
      }
    }
  }
}
