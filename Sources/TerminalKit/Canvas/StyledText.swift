/// A line of text whose pieces have different roles.
package struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// One piece, in one role.
  package struct Piece: Hashable, Sendable {
    /// Its text, not yet made safe.
    package var text: String
    /// What it is for.
    package var role: StyleRole
  }

  /// The pieces, from left to right.
  package var pieces: [Piece]

  /// One piece of text in one role.
  package init(_ text: String = "", _ role: StyleRole = .default) {
    pieces = text.isEmpty ? [] : [Piece(text: text, role: role)]
  }

  /// Pieces, from left to right.
  package init(pieces: [Piece]) {
    self.pieces = pieces
  }

  /// Plain text.
  package init(stringLiteral text: String) {
    self.init(text)
  }

  /// The text of all pieces.
  package var plain: String { pieces.reduce(into: "") { $0 += $1.text } }
  /// The columns it takes.
  package var width: Int { pieces.reduce(0) { $0 + SafeText.width($1.text) } }
  /// Whether there is nothing to show.
  package var isEmpty: Bool { pieces.isEmpty }

  /// Adds a piece at the right.
  package mutating func add(_ text: String, _ role: StyleRole = .default) {
    if !text.isEmpty { pieces.append(Piece(text: text, role: role)) }
  }

  /// `one` with `other` at its right.
  package static func + (one: StyledText, other: StyledText) -> StyledText {
    var sum = one
    sum.pieces += other.pieces
    return sum
  }
}
