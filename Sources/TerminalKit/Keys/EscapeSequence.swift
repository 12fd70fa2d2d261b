/// What bytes that begin with an escape byte mean on the common terminals.
enum EscapeSequence: Equatable {
  /// Not a sequence: the Esc key, and something after it.
  case none
  /// The beginning of a sequence.
  case incomplete
  /// A key, in so many bytes.
  case key(Key, Int)
  /// Pasted text follows after so many bytes.
  case pasteBegins(Int)
  /// A whole sequence that means nothing to us, of so many bytes.
  case unknown(Int)

  /// No sequence is longer, so that a flood of digits cannot be waited for.
  static let longest = 64

  /// Reads the sequence at the beginning of `bytes`.
  init(_ bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    guard bytes.count > 1 else {
      self = .incomplete
      return
    }
    switch bytes[start + 1] {
    case UInt8(ascii: "O"): self = Self.applicationKey(bytes)
    case UInt8(ascii: "["): self = Self.controlSequence(bytes)
    default: self = .none
    }
  }

  /// ESC O x.
  private static func applicationKey(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    guard bytes.count > 2 else { return .incomplete }
    let final = bytes[bytes.startIndex + 2]
    if let name = letters[final] { return .key(name, 3) }
    return (0x40...0x7E).contains(final) ? .unknown(3) : .none
  }

  /// ESC [ parameters final.
  private static func controlSequence(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    let start = bytes.startIndex
    if bytes.count > 2, bytes[start + 2] == UInt8(ascii: "[") {  // the Linux console's F1 to F5
      guard bytes.count > 3 else { return .incomplete }
      let number = Int(bytes[start + 3]) - 0x40
      return (1...5).contains(number) ? .key(.function(number), 4) : .unknown(4)
    }
    var end = start + 2
    while end < bytes.endIndex, (0x20...0x3F).contains(bytes[end]) { end += 1 }
    guard end < bytes.endIndex else { return .incomplete }
    let length = end - start + 1
    guard (0x40...0x7E).contains(bytes[end]) else { return .unknown(end - start) }
    let text = String(decoding: bytes[(start + 2)..<end], as: UTF8.self)
    return control(final: bytes[end], parameters: text, length: length)
  }

  private static func control(final: UInt8, parameters: String, length: Int) -> EscapeSequence {
    if parameters.hasPrefix("<") { return mouse(parameters.dropFirst(), isPress: final == 0x4D, length: length) }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard final == UInt8(ascii: "~") else {
      return letters[final].map { .key($0, length) } ?? .unknown(length)
    }
    switch numbers.first ?? 0 {
    case 200: return .pasteBegins(length)
    case let number: return tildes[number].map { .key($0, length) } ?? .unknown(length)
    }
  }

  private static func mouse(_ parameters: Substring, isPress: Bool, length: Int) -> EscapeSequence {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 3, isPress else { return .unknown(length) }
    let act: MouseEvent.Act
    switch numbers[0] & ~0x1C {
    case 0: act = .press
    case 64: act = .wheelUp
    case 65: act = .wheelDown
    default: return .unknown(length)
    }
    let point = Point(column: max(0, numbers[1] - 1), row: max(0, numbers[2] - 1))
    return .key(.mouse(MouseEvent(act, at: point)), length)
  }

  /// Keys by the final letter of ESC O or ESC [.
  private static let letters: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]

  /// Keys by the number before ~.
  private static let tildes: [Int: Key] = [
    1: .home, 2: .named(.insert), 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6),
    18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]
}
