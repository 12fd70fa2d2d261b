import TerminalKit
import Testing

@Suite("From bytes to keys")
struct KeyDecoderTests {
  private func keys(_ text: String, sequences: [[UInt8]: Key] = [:]) -> [Key] {
    keys(Array(text.utf8), sequences: sequences)
  }

  private func keys(_ bytes: [UInt8], sequences: [[UInt8]: Key] = [:]) -> [Key] {
    var decoder = KeyDecoder(sequences: sequences)
    decoder.take(bytes)
    var keys: [Key] = []
    while let key = decoder.next(atLast: true) { keys.append(key) }
    return keys
  }

  @Test(
    "the sequences of common terminals",
    arguments: [
      ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[5~", .pageUp), ("\u{1B}[H", .home), ("\u{1B}[1~", .home),
      ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
      ("\u{1B}[24~", .function(12)), ("\u{1B}[3~", .delete), ("\r", .enter), ("\t", .tab), ("\u{7F}", .backspace),
      ("\u{08}", .backspace), ("\u{0B}", .control("k")), ("\u{1A}", .control("z")), ("\u{1B}[1;5A", .up),
      ("ê", .character("ê")), ("作", .character("作")), (" ", .character(" ")),
      ("\u{1B}[<0;10;5M", .mouse(MouseEvent(.press, at: Point(column: 9, row: 4)))),
      ("\u{1B}[<64;1;1M", .mouse(MouseEvent(.wheelUp, at: Point(column: 0, row: 0)))),
    ])
  func sequence(text: String, key: Key) {
    #expect(keys(text) == [key])
  }

  @Test("the terminal's own description goes before the common sequences")
  func described() {
    #expect(keys("\u{1B}[A", sequences: [Array("\u{1B}[A".utf8): .function(7)]) == [.function(7)])
  }

  @Test("the Esc key alone, and before another key")
  func escape() {
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}q") == [.escape, "q"])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
  }

  @Test("a sequence that comes in pieces is waited for; the Esc key is not waited for once time is up")
  func pieces() {
    var decoder = KeyDecoder()
    decoder.take([0x1B])
    #expect(decoder.next() == nil)
    #expect(decoder.isWaiting)
    decoder.take(Array("[".utf8))
    #expect(decoder.next() == nil)
    decoder.take(Array("B".utf8))
    #expect(decoder.next() == .down)
    #expect(!decoder.isWaiting)
    decoder.take([0xE4, 0xBD])
    #expect(decoder.next() == nil)
    decoder.take([0x9C])
    #expect(decoder.next() == .character("作"))
  }

  @Test("an unknown sequence is swallowed whole: its tail is never typing")
  func unknown() {
    #expect(keys("\u{1B}[?62;22cx") == ["x"])
    #expect(keys("\u{1B}[99~x") == ["x"])
    #expect(keys("\u{1B}[<35;10;5mx") == ["x"])
  }

  @Test(
    "bytes that are no text become �, one by one",
    arguments: [([0xFF], 1), ([0xC3, 0x28], 2), ([0xED, 0xA0, 0x80], 1), ([0xC0, 0x80], 2)] as [([UInt8], Int)])
  func wrongText(bytes: [UInt8], count: Int) {
    let found = keys(bytes)
    #expect(found.count == count)
    #expect(found.first == .character("\u{FFFD}"))
  }

  @Test("pasted text is one key, whatever is in it, and runs no command")
  func paste() {
    #expect(keys("a\u{1B}[200~line\rq\u{1B}[A\u{1B}[201~b") == ["a", .paste("line\rq\u{1B}[A"), "b"])
  }

  @Test("the end of a paste may come in pieces, at any place", arguments: 0..<30)
  func pasteInPieces(at place: Int) {
    let bytes = Array("\u{1B}[200~Inês\u{1B}[\u{1B}[201~z".utf8)
    var decoder = KeyDecoder()
    var found: [Key] = []
    for piece in [bytes.prefix(place), bytes.dropFirst(place)] {
      decoder.take(piece)
      while let key = decoder.next() { found.append(key) }
    }
    #expect(found == [.paste("Inês\u{1B}["), "z"])
  }

  @Test("a paste of a megabyte is read whole; a longer one than is kept is cut, and its end is still found")
  func longPaste() {
    func pasted(_ count: Int) -> [Key] {
      var decoder = KeyDecoder()
      var found: [Key] = []
      decoder.take(Array("\u{1B}[200~".utf8))
      for _ in 0..<(count / 50_000) {
        decoder.take([UInt8](repeating: 0x78, count: 50_000))
        while let key = decoder.next() { found.append(key) }
      }
      decoder.take(Array("\u{1B}[201~q".utf8))
      while let key = decoder.next() { found.append(key) }
      return found
    }
    #expect(pasted(1_000_000) == [.paste(String(repeating: "x", count: 1_000_000)), "q"])
    #expect(pasted(5_000_000) == [.paste(String(repeating: "x", count: KeyDecoder.longestPaste)), "q"])
  }

  @Test("an endless sequence ends")
  func flood() {
    let found = keys("\u{1B}[" + String(repeating: "1;", count: 5_000))
    #expect(found.first == .escape)
  }

  @Test("what was typed ahead can be dropped")
  func drop() {
    var decoder = KeyDecoder()
    decoder.take(Array("yes".utf8))
    decoder.drop()
    #expect(decoder.next() == nil)
  }

  @Test("where text is not UTF-8, each byte is a character")
  func otherCharacterSet() {
    var decoder = KeyDecoder(scalarOfByte: { UInt32($0) })
    decoder.take([0xEA, 0x41])
    #expect(decoder.next() == .character("ê"))
    #expect(decoder.next() == "A")
  }
}
