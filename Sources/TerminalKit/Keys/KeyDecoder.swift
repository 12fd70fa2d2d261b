/// Turns the bytes that a terminal sends into keys: UTF-8 text, control bytes,
/// the escape sequences of the common terminals and those of the terminal's own
/// description, pasted text and the mouse. Wrong bytes become `�`; an unknown
/// sequence is swallowed whole, so that its tail is never taken for typing.
package struct KeyDecoder: Sendable {
  /// The most bytes of one paste that are kept; the rest is thrown away.
  package static let longestPaste = 4 << 20
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private var buffer: [UInt8] = []
  private var position = 0
  private var paste: [UInt8]?
  private let sequences: [[UInt8]: Key]
  private let scalarOfByte: (@Sendable (UInt8) -> UInt32)?

  /// A decoder. `sequences` are those of the terminal's description; they go before
  /// the common ones. `scalarOfByte` gives the character of a byte above 0x7F where
  /// text is not UTF-8.
  package init(sequences: [[UInt8]: Key] = [:], scalarOfByte: (@Sendable (UInt8) -> UInt32)? = nil) {
    self.sequences = sequences
    self.scalarOfByte = scalarOfByte
  }

  /// Whether bytes wait that may still become another key than they are now:
  /// an escape byte, or the beginning of a sequence or character.
  package var isWaiting: Bool { paste == nil && position < buffer.count }

  /// Whether the end of a paste is still to come.
  package var isPasting: Bool { paste != nil }

  /// Takes bytes as they arrived.
  package mutating func take(_ bytes: [UInt8]) { take(bytes[...]) }

  /// The same of a part of what was read.
  package mutating func take(_ bytes: ArraySlice<UInt8>) {
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// Forgets what has arrived but was not asked for.
  package mutating func drop() {
    (buffer, position, paste) = ([], 0, nil)
  }

  /// The next key; nil when more bytes are needed. With `atLast`, bytes that wait
  /// for more are taken for what they are: an escape byte for the Esc key.
  package mutating func next(atLast: Bool = false) -> Key? {
    while true {
      if paste != nil {
        guard let text = takePaste() else { return nil }
        return .paste(text)
      }
      guard position < buffer.count else { return nil }
      switch decode(atLast: atLast) {
      case .key(let key): return key
      case .nothing: continue
      case .needsMore: return nil
      }
    }
  }

  private enum Step {
    case key(Key)
    case nothing
    case needsMore
  }

  private mutating func decode(atLast: Bool) -> Step {
    let byte = buffer[position]
    switch byte {
    case 0x1B: return decodeEscape(atLast: atLast)
    case 0x0D, 0x0A: return take(1, .enter)
    case 0x09: return take(1, .tab)
    case 0x7F, 0x08: return take(1, .backspace)
    case 0x00: return take(1, nil)
    case 0x01..<0x20: return take(1, .control(Character(Unicode.Scalar(byte | 0x60))))
    case 0x20..<0x7F: return take(1, .character(Character(Unicode.Scalar(byte))))
    default: return decodeText(atLast: atLast)
    }
  }

  private mutating func take(_ count: Int, _ key: Key?) -> Step {
    position += count
    return key.map { .key($0) } ?? .nothing
  }

  private mutating func decodeText(atLast: Bool) -> Step {
    if let scalarOfByte {
      let scalar = Unicode.Scalar(scalarOfByte(buffer[position])) ?? "\u{FFFD}"
      return take(1, .character(Character(scalar)))
    }
    let length: Int
    switch buffer[position] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return take(1, .character("\u{FFFD}"))
    }
    var end = position + 1
    while end < buffer.count, end < position + length, buffer[end] & 0xC0 == 0x80 { end += 1 }
    if end == buffer.count, end < position + length, !atLast { return .needsMore }
    let text = String(decoding: buffer[position..<end], as: UTF8.self)
    return take(end - position, .character(text.count == 1 ? text.first ?? "\u{FFFD}" : "\u{FFFD}"))
  }

  private mutating func decodeEscape(atLast: Bool) -> Step {
    let rest = buffer[position...]
    if rest.count == 1 { return atLast ? take(1, .escape) : .needsMore }
    if let (key, length) = longestSequence(in: rest) { return take(length, key) }
    let sequence = EscapeSequence(rest)
    switch sequence {
    case .none: return take(1, .escape)
    case .incomplete:
      if !atLast, rest.count < EscapeSequence.longest { return .needsMore }
      return take(1, .escape)
    case .pasteBegins(let length):
      position += length
      paste = []
      return .nothing
    case .key(let key, let length): return take(length, key)
    case .unknown(let length): return take(length, nil)
    }
  }

  /// The longest sequence of the terminal's description that `bytes` begin with.
  private func longestSequence(in bytes: ArraySlice<UInt8>) -> (Key, Int)? {
    guard !sequences.isEmpty else { return nil }
    for length in stride(from: min(bytes.count, 8), to: 1, by: -1) {
      if let key = sequences[Array(bytes.prefix(length))] { return (key, length) }
    }
    return nil
  }

  /// Moves pasted bytes aside until the end of the paste has come; nil while it has not.
  private mutating func takePaste() -> String? {
    let end = Self.pasteEnd
    // The end may have come in two pieces: leave what could be its beginning.
    var stop = buffer.count
    var isWhole = false
    var at = position
    while at < buffer.count {
      guard let escape = buffer[at...].firstIndex(of: 0x1B) else { break }
      let candidate = buffer[escape...].prefix(end.count)
      if candidate.elementsEqual(end) {
        (stop, isWhole) = (escape, true)
        break
      }
      if escape + candidate.count == buffer.count, end.starts(with: candidate) {
        stop = escape
        break
      }
      at = escape + 1
    }
    let room = Self.longestPaste - (paste?.count ?? 0)
    paste?.append(contentsOf: buffer[position..<stop].prefix(max(0, room)))
    position = stop
    guard isWhole else { return nil }
    position += end.count
    defer { paste = nil }
    return paste.map { text(of: $0) }
  }

  private func text(of bytes: [UInt8]) -> String {
    guard let scalarOfByte else { return String(decoding: bytes, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte < 0x80 ? UInt32(byte) : scalarOfByte(byte)) ?? "\u{FFFD}") }
    return String(text)
  }
}
