/// Administrative sex (HL7 v2 table 0001 in the four values the hospital uses). The raw value is stored and shown.
package enum Sex: String, CaseIterable, Hashable, Sendable, Codable {
  case female = "F"
  case male = "M"
  /// Neither, or not to be named as either.
  case other = "X"
  case unknown = "U"

  /// The word for the screen.
  package var title: String {
    switch self {
    case .female: "female"
    case .male: "male"
    case .other: "other"
    case .unknown: "unknown"
    }
  }

  /// Reads a letter or a word: `F`, `female`, `woman`, `m`, `X`, `unknown`.
  package init(entry text: String) throws(Misentry) {
    switch text.trimmed.lowercased() {
    case "f", "female", "woman", "girl": self = .female
    case "m", "male", "man", "boy": self = .male
    case "x", "other", "diverse": self = .other
    case "u", "unknown", "?": self = .unknown
    default: throw Misentry("type F, M, X (other) or U (unknown)")
    }
  }
}
