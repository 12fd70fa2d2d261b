/// Sends colours and attributes only where they differ from what the terminal has. ncurses names both colours at every
/// change and takes all of them back after every frame; over a slow line that is a third of a frame.
///
/// What it does not understand goes through as it is, after the style that was wanted by then.
struct StyleThrift {
  /// How text is to look: both colours and the attributes that are on, as SGR says them (ECMA-48, 8.3.117).
  private struct Style: Equatable {
    var foreground = SGRColour.usual
    var background = SGRColour.usual
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
  /// The numbers of the sequence that is read; kept, since a key should cost no memory.
  private var numbers: [Int] = []

  /// Takes nothing for granted of the terminal's state.
  mutating func forget() {
    (actual, saved) = (nil, nil)
    isASCIICharset = false
  }

  /// What to send for a frame. A style that no text has followed yet waits for the next frame, unless it is the last.
  mutating func spare(_ bytes: [UInt8], isLast: Bool = false) -> [UInt8] {
    output.removeAll(keepingCapacity: true)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == Self.escape {
        at = takeSequence(in: bytes, at: at)
      } else {
        // Carriage return, backspace and tab only move; a line feed can scroll, which fills with the style.
        if !(byte == 0x0D || byte == 0x08 || byte == 0x09) { sendStyle() }
        output.append(byte)
        at += 1
      }
    }
    if isLast { sendStyle() }
    return output
  }

  /// Takes what begins with an escape; returns where the rest begins.
  private mutating func takeSequence(in bytes: [UInt8], at start: Int) -> Int {
    let kind = start + 1 < bytes.count ? bytes[start + 1] : 0
    if kind == UInt8(ascii: "["), let last = Self.end(of: start, in: bytes) {
      let final = bytes[last]
      if final == UInt8(ascii: "m"), want(bytes, from: start + 2, to: last) { return last + 1 }
      if !Self.onlyMoves(final) { sendStyle() }
      isStrange = isStrange || final == UInt8(ascii: "m")
      output += bytes[start...last]
      return last + 1
    }
    let end = min(start + 2, bytes.count)
    if kind == UInt8(ascii: "("), end < bytes.count, bytes[end] == UInt8(ascii: "B") {
      if !isASCIICharset { output += bytes[start...end] }
      isASCIICharset = true
      return end + 1
    }
    switch kind {
    case UInt8(ascii: "7"): saved = actual
    case UInt8(ascii: "8"): actual = saved
    default:
      if kind == UInt8(ascii: "(") { isASCIICharset = false }
      sendStyle()
    }
    output += bytes[start..<end]
    return end
  }

  /// Where the control sequence that begins at `start` ends; nil where the frame ends before it.
  private static func end(of start: Int, in bytes: [UInt8]) -> Int? {
    var at = start + 2
    while at < bytes.count {
      if (0x40...0x7E).contains(bytes[at]) { return at }
      at += 1
    }
    return nil
  }

  /// Whether a sequence of that end moves the cursor or sets the scrolling region, whatever the style is.
  private static func onlyMoves(_ final: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "H")).contains(final) || final == UInt8(ascii: "d") || final == UInt8(ascii: "f")
      || final == UInt8(ascii: "r")
  }

  /// Notes what SGR asks for; false if it asks for something that is not known here.
  private mutating func want(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    guard readNumbers(in: bytes, from: start, to: end) else { return false }
    var style = wanted
    var at = 0
    while at < numbers.count {
      let number = numbers[at]
      at += 1
      switch number {
      case 0: style = Style()
      case 1...9: style.attributes |= 1 << number
      case 22: style.attributes &= ~(1 << 1 | 1 << 2)
      case 23...25, 27...29: style.attributes &= ~(1 << (number - 20))
      case 30...37, 90...97: style.foreground = .plain(number)
      case 40...47, 100...107: style.background = .plain(number)
      case 39: style.foreground = .usual
      case 49: style.background = .usual
      case 38, 48:
        guard let colour = SGRColour(after: number, numbers, &at) else { return false }
        if number == 38 { style.foreground = colour } else { style.background = colour }
      default: return false
      }
    }
    wanted = style
    if isStrange { actual = nil }
    isStrange = false
    return true
  }

  /// Reads the numbers of a sequence, of which an empty one is 0; false where there is anything else.
  private mutating func readNumbers(in bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    numbers.removeAll(keepingCapacity: true)
    var number = 0
    for at in start..<end {
      switch bytes[at] {
      case UInt8(ascii: ";"):
        numbers.append(number)
        number = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = number * 10 + Int(bytes[at] - UInt8(ascii: "0"))
        guard number < 1_000 else { return false }
      default: return false
      }
    }
    numbers.append(number)
    return true
  }

  /// Sends what is missing to the style that is wanted.
  private mutating func sendStyle() {
    guard actual != wanted else { return }
    var from = actual ?? Style()
    output.append(Self.escape)
    output.append(UInt8(ascii: "["))
    let start = output.count
    if actual == nil || from.attributes & ~wanted.attributes != 0 || wanted == Style() {
      from = Style()
      if wanted != from { SGRColour.add(0, to: &output, from: start) }
    }
    for attribute in 1...9 where (wanted.attributes & ~from.attributes) >> UInt16(attribute) & 1 == 1 {
      SGRColour.add(attribute, to: &output, from: start)
    }
    if from.foreground != wanted.foreground { wanted.foreground.add(to: &output, from: start, usual: 39) }
    if from.background != wanted.background { wanted.background.add(to: &output, from: start, usual: 49) }
    output.append(UInt8(ascii: "m"))
    actual = wanted
  }
}

/// A colour as SGR names it (ECMA-48, 8.3.117; ISO 8613-6 for those of 256 and of all).
private enum SGRColour: Equatable {
  /// The terminal's own.
  case usual
  /// One of the sixteen, by its whole number: 30 to 37, 40 to 47, 90 to 97, 100 to 107.
  case plain(Int)
  /// One of 256, after 38 or 48.
  case indexed(Int, Int)
  /// Red, green and blue, after 38 or 48.
  case mixed(Int, Int, Int, Int)

  /// The colour that follows 38 or 48; nil if it is not known here. `at` is moved behind it.
  init?(after kind: Int, _ numbers: [Int], _ at: inout Int) {
    guard at < numbers.count else { return nil }
    switch (numbers[at], numbers.count - at) {
    case (5, 2...):
      self = .indexed(kind, numbers[at + 1])
      at += 2
    case (2, 4...):
      self = .mixed(kind, numbers[at + 1], numbers[at + 2], numbers[at + 3])
      at += 4
    default: return nil
    }
  }

  /// Adds it to a sequence whose numbers begin at `start`; `usual` is the number that asks for the terminal's own.
  func add(to output: inout [UInt8], from start: Int, usual: Int) {
    switch self {
    case .usual: Self.add(usual, to: &output, from: start)
    case .plain(let number): Self.add(number, to: &output, from: start)
    case .indexed(let kind, let index):
      Self.add(kind, to: &output, from: start)
      Self.add(5, to: &output, from: start)
      Self.add(index, to: &output, from: start)
    case .mixed(let kind, let red, let green, let blue):
      Self.add(kind, to: &output, from: start)
      Self.add(2, to: &output, from: start)
      Self.add(red, to: &output, from: start)
      Self.add(green, to: &output, from: start)
      Self.add(blue, to: &output, from: start)
    }
  }

  /// Adds a number below 1,000 to a sequence whose numbers begin at `start`.
  static func add(_ number: Int, to output: inout [UInt8], from start: Int) {
    if output.count > start { output.append(UInt8(ascii: ";")) }
    if number >= 100 { output.append(UInt8(ascii: "0") + UInt8(number / 100)) }
    if number >= 10 { output.append(UInt8(ascii: "0") + UInt8(number / 10 % 10)) }
    output.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
