import CVTerm

/// One cell of an emulated screen.
package struct ScreenCell: Equatable, Sendable {
  /// A colour as the terminal would mix it.
  package struct Colour: Equatable, Sendable {
    package let red: UInt8, green: UInt8, blue: UInt8
  }

  /// What stands in it: a space when nothing does, nothing in the second half of a wide character.
  package let text: String
  package let foreground: Colour
  package let background: Colour
  package let isBold: Bool
  package let isUnderlined: Bool
  package let isReversed: Bool

  init(_ raw: VTermScreenCell, colour: (VTermColor) -> Colour) {
    text = Self.text(raw)
    foreground = colour(raw.fg)
    background = colour(raw.bg)
    isBold = raw.attrs.bold != 0
    isUnderlined = raw.attrs.underline != 0
    isReversed = raw.attrs.reverse != 0
  }

  private static func text(_ raw: VTermScreenCell) -> String {
    let chars = raw.chars
    if chars.0 == 0 { return " " }
    if chars.0 == UInt32.max { return "" }
    let scalars = [chars.0, chars.1, chars.2, chars.3, chars.4, chars.5].prefix { $0 != 0 }.compactMap(
      Unicode.Scalar.init)
    return String(String.UnicodeScalarView(scalars))
  }
}
