/// Sends colours and attributes only where they differ from what the terminal has. ncurses names both colours at every
/// change and takes all of them back after every frame; over a slow line that is a third of a frame.
///
/// What it does not understand goes through as it is, after the style that was wanted by then.
struct StyleThrift {
  /// How text is to look: the parameters of SGR (ECMA-48, 8.3.117) for both colours, and the attributes that are on.
  private struct Style: Equatable {
    var foreground: [UInt8] = []
    var background: [UInt8] = []
    /// A bit for each of SGR 1 to 9.
    var attributes: UInt16 = 0
  }

  private static let escape: UInt8 = 0x1B

  private var wanted = Style()
  /// How the terminal writes now; nil when that is not known.
  private var actual: Style?
  /// What a saved cursor (DECSC) has saved with it.
  private var saved: Style?
  /// Whether the terminal was sent a style that is not known here since it was sent one that is.
  private var isStrange = false
  private var isASCIICharset = false
  private var output: [UInt8] = []

  /// Takes nothing for granted of the terminal's state.
  mutating func forget() {
    (actual, saved) = (nil, nil)
    isASCIICharset = false
  }

  /// What to send for a frame. A style that no text has followed yet waits for the next frame, unless it is the last.
  mutating func spare(_ bytes: [UInt8], isLast: Bool = false) -> [UInt8] {
    output.removeAll(keepingCapacity: true)
    var rest = bytes[...]
    while let byte = rest.first {
      if byte == Self.escape {
        takeSequence(&rest)
      } else {
        // Carriage return, backspace and tab only move; a line feed can scroll, which fills with the style.
        if !(byte == 0x0D || byte == 0x08 || byte == 0x09) { sendStyle() }
        output.append(byte)
        rest.removeFirst()
      }
    }
    if isLast { sendStyle() }
    return output
  }

  /// Takes what begins with an escape.
  private mutating func takeSequence(_ rest: inout ArraySlice<UInt8>) {
    let kind = rest.dropFirst().first
    if kind == UInt8(ascii: "["),
      let end = rest.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) })
    {
      let sequence = rest[rest.startIndex...end]
      let parameters = sequence.dropFirst(2).dropLast()
      let final = rest[end]
      rest = rest[(end + 1)...]
      if final == UInt8(ascii: "m"), want(parameters) { return }
      if !Self.moves.contains(final) { sendStyle() }
      isStrange = isStrange || final == UInt8(ascii: "m")
      output += sequence
    } else if kind == UInt8(ascii: "("), rest.dropFirst(2).first == UInt8(ascii: "B") {
      if !isASCIICharset { output += rest.prefix(3) }
      isASCIICharset = true
      rest = rest.dropFirst(3)
    } else if kind == UInt8(ascii: "7") || kind == UInt8(ascii: "8") {
      if kind == UInt8(ascii: "7") { saved = actual } else { actual = saved }
      output += rest.prefix(2)
      rest = rest.dropFirst(2)
    } else {
      if kind == UInt8(ascii: "(") { isASCIICharset = false }
      sendStyle()
      output += rest.prefix(2)
      rest = rest.dropFirst(2)
    }
  }

  /// The ends of sequences that move the cursor or set the scrolling region, whatever the style is.
  private static let moves = Set("ABCDEFGHdfr".utf8)

  /// Notes what SGR asks for; false if it asks for something that is not known here.
  private mutating func want(_ parameters: ArraySlice<UInt8>) -> Bool {
    var style = wanted
    var groups = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(Array.init)[...]
    while let group = groups.popFirst() {
      guard let number = group.isEmpty ? 0 : Self.number(group) else { return false }
      switch number {
      case 0: style = Style()
      case 1...9: style.attributes |= 1 << number
      case 22: style.attributes &= ~(1 << 1 | 1 << 2)
      case 23...25, 27...29: style.attributes &= ~(1 << (number - 20))
      case 30...37, 90...97: style.foreground = group
      case 40...47, 100...107: style.background = group
      case 39: style.foreground = []
      case 49: style.background = []
      case 38, 48:
        let count = groups.first == [UInt8(ascii: "5")] ? 2 : groups.first == [UInt8(ascii: "2")] ? 4 : 0
        guard count > 0, groups.count >= count else { return false }
        let colour = Array(([group] + groups.prefix(count)).joined(separator: [UInt8(ascii: ";")]))
        if number == 38 { style.foreground = colour } else { style.background = colour }
        groups = groups.dropFirst(count)
      default: return false
      }
    }
    wanted = style
    if isStrange { actual = nil }
    isStrange = false
    return true
  }

  /// Sends what is missing to the style that is wanted.
  private mutating func sendStyle() {
    guard actual != wanted else { return }
    var from = actual ?? Style()
    var parts: [[UInt8]] = []
    if actual == nil || from.attributes & ~wanted.attributes != 0 || wanted == Style() {
      from = Style()
      parts.append(wanted == from ? [] : [UInt8(ascii: "0")])
    }
    for attribute: UInt16 in 1...9 where (wanted.attributes & ~from.attributes) >> attribute & 1 == 1 {
      parts.append([UInt8(ascii: "0") + UInt8(attribute)])
    }
    if from.foreground != wanted.foreground {
      parts.append(wanted.foreground.isEmpty ? Array("39".utf8) : wanted.foreground)
    }
    if from.background != wanted.background {
      parts.append(wanted.background.isEmpty ? Array("49".utf8) : wanted.background)
    }
    output += [Self.escape, UInt8(ascii: "[")] + parts.joined(separator: [UInt8(ascii: ";")]) + [UInt8(ascii: "m")]
    actual = wanted
  }

  private static func number(_ digits: [UInt8]) -> Int? {
    guard digits.count <= 3 else { return nil }
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }
}
