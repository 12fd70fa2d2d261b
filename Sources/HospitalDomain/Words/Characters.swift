extension Character {
  /// Whether the character is one of 0 to 9; other scripts' digits are not.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// The ASCII digits of the text, in order.
  var asciiDigits: String { String(filter(\.isASCIIDigit)) }
}
