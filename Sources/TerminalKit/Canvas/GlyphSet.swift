/// The signs that widgets draw with: Unicode where the terminal can show it,
/// ASCII where it cannot. Each sign is one column wide in either set, but for
/// the ellipsis in ASCII, which is two.
package enum GlyphSet: String, Sendable, CaseIterable {
  /// Box drawing, eighth blocks and typographic signs.
  case unicode
  /// Nothing above 0x7E.
  case ascii

  /// Stands where text was cut.
  package var ellipsis: String { self == .unicode ? "…" : ".." }
  /// A horizontal line.
  package var rule: Character { self == .unicode ? "─" : "-" }
  /// A vertical line.
  package var upright: Character { self == .unicode ? "│" : "|" }
  /// A frame's corners: top left, top right, bottom left, bottom right.
  package var corners: (Character, Character, Character, Character) {
    self == .unicode ? ("┌", "┐", "└", "┘") : ("+", "+", "+", "+")
  }
  /// The filled part of a bar.
  package var barDone: Character { self == .unicode ? "█" : "#" }
  /// The empty part of a bar.
  package var barTodo: Character { self == .unicode ? "·" : "." }
  /// From one eighth to seven eighths of a bar's cell; empty where a cell is all or nothing.
  package var barEighths: [Character] { self == .unicode ? ["▏", "▎", "▍", "▌", "▋", "▊", "▉"] : [] }
  /// An arrow to the right, as in a path or a change of state.
  package var arrow: String { self == .unicode ? "→" : "->" }
  /// Shows that a list goes on above.
  package var more: (above: Character, below: Character) { self == .unicode ? ("▲", "▼") : ("^", "v") }
}

extension GlyphSet {
  /// `text` with the signs that this set has: in ASCII `·` is `-`, `…` is `..`. Letters, as of a name, stay as they are.
  package func plain(_ text: String) -> String {
    guard self == .ascii, text.utf8.contains(where: { $0 > 0x7E }) else { return text }
    return text.unicodeScalars.reduce(into: "") { plain, scalar in
      if let sign = Self.asciiSigns[scalar] { plain += sign } else { plain.unicodeScalars.append(scalar) }
    }
  }

  private static let asciiSigns: [Unicode.Scalar: String] = [
    "…": "..", "·": "-", "×": "x", "→": "->", "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "≤": "<=",
    "≥": ">=", "─": "-", "│": "|", "█": "#", "▲": "^", "▼": "v", "○": ".", "●": "#", "◌": "~", "\u{A0}": " ",
  ]
}
