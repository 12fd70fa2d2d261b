/// A blood group of the ABO and Rhesus systems, or unknown. The raw value is stored and shown.
package enum BloodGroup: String, CaseIterable, Hashable, Sendable, Codable {
  case oNegative = "O-"
  case oPositive = "O+"
  case aNegative = "A-"
  case aPositive = "A+"
  case bNegative = "B-"
  case bPositive = "B+"
  case abNegative = "AB-"
  case abPositive = "AB+"
  case unknown

  /// Reads `A+`, `a pos`, `AB negative`, `0-` (a zero), `unknown`; nothing typed is unknown.
  package init(entry text: String) throws(Misentry) {
    var typed = text.trimmed.uppercased().filter { $0 != " " }
    if ["", "UNKNOWN", "U", "?"].contains(typed) {
      self = .unknown
      return
    }
    for (word, sign) in [("POSITIVE", "+"), ("POS", "+"), ("NEGATIVE", "-"), ("NEG", "-")] where typed.hasSuffix(word) {
      typed = typed.dropLast(word.count) + sign
      break
    }
    if typed.first == "0" { typed = "O" + typed.dropFirst() }
    guard let group = BloodGroup(rawValue: typed), group != .unknown else {
      throw Misentry("type one of O-, O+, A-, A+, B-, B+, AB-, AB+ or unknown")
    }
    self = group
  }
}
