/// What someone types to find a patient, taken apart. Every token must fit, each in its own way.
package struct SearchQuery: Hashable, Sendable {
  /// One thing that was typed.
  package enum Token: Hashable, Sendable {
    /// The folded beginning of a word: a name, or an initial with four digits.
    case word(String)
    /// The beginning of a number: hospital number, telephone or birth date.
    case digits(String)
    /// A whole birth date.
    case date(CalendarDate)
    /// The beginning of a ward's or room's name, in capital letters: `4A-1`.
    case room(String)

    /// What a search term (`SearchTerms`) must begin with; nothing for a room, which is no term of a patient.
    package var prefix: String? {
      switch self {
      case .word(let text), .digits(let text): text
      case .date(let date): date.digits
      case .room: nil
      }
    }
  }

  /// More tokens than this are not looked at.
  package static let mostTokens = 8

  /// What was typed, in order.
  package let tokens: [Token]

  /// Takes apart what was typed; never refuses.
  package init(_ typed: String) {
    var tokens: [Token] = []
    for piece in typed.prefix(200).split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
      for token in Self.tokens(of: String(piece)) where !tokens.contains(token) { tokens.append(token) }
    }
    self.tokens = Array(tokens.prefix(Self.mostTokens))
  }

  /// Whether nothing was typed that can be looked for.
  package var isEmpty: Bool { tokens.isEmpty }

  /// What the terms of a patient must begin with, one each.
  package var prefixes: [String] { tokens.compactMap { $0.prefix } }

  /// The rooms that were typed.
  package var rooms: [String] {
    tokens.compactMap { if case .room(let room) = $0 { room } else { nil } }
  }

  private static func tokens(of piece: String) -> [Token] {
    let isNumeric = piece.allSatisfy { $0.isASCIIDigit || "/-.+()".contains($0) }
    if isNumeric {
      if let date = fullDate(piece) { return [.date(date)] }
      let digits = piece.asciiDigits
      return digits.isEmpty ? [] : [.digits(digits)]
    }
    if isRoomLike(piece) { return [.room(piece.uppercased())] }
    return TextFolding.words(piece).map { .word($0) }
  }

  /// A date with its separators, year first or only one way to read it; eight digits are a number like any other.
  private static func fullDate(_ piece: String) -> CalendarDate? {
    guard piece.contains(where: { "/-.".contains($0) }) else { return nil }
    return try? DateEntry.separated(piece)
  }

  /// Digits and then a letter, as wards and rooms are named: `4A`, `4A-1`, `12B-07-C`. At most 12 characters.
  private static func isRoomLike(_ piece: String) -> Bool {
    guard piece.utf8.count <= 12, piece.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
      return false
    }
    let rest = piece.drop(while: \.isASCIIDigit)
    return rest.count < piece.count && rest.first?.isLetter == true
  }
}
