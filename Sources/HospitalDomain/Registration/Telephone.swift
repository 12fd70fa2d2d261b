/// A telephone number, or the statement that there is none. Ten digits are a number of this country; a number that
/// begins with `+` is international.
package struct Telephone: Hashable, Sendable, CustomStringConvertible {
  /// The number as it is stored and shown: as typed, with single spaces; `"none"` if there is none.
  package let text: String

  /// The statement that there is no telephone.
  package static let noNumber = Telephone(text: "none")

  private init(text: String) { self.text = text }

  /// Reads a number of ten digits, an international one (`+353 87 155 1009`, 8 to 15 digits) or `none`.
  /// Spaces, hyphens, dots, slashes and brackets may stand between the digits.
  package init(entry typed: String) throws(Misentry) {
    let text = try SafeText.line(typed, limit: 30)
    guard !text.isEmpty else { throw Misentry("type a telephone number, or none") }
    if ["none", "no", "-"].contains(text.lowercased()) {
      self = .noNumber
      return
    }
    let isInternational = text.first == "+"
    let rest = isInternational ? text.dropFirst() : Substring(text)
    if let stray = rest.first(where: { !$0.isASCIIDigit && !" -./()".contains($0) }) {
      throw Misentry("\"\(stray)\" is no part of a telephone number: type digits, or none")
    }
    let count = rest.asciiDigits.count
    if isInternational {
      guard (8...15).contains(count) else {
        throw Misentry("\(Listing.count(count, "digit")) typed after +, 8 to 15 needed")
      }
    } else if count != 10 {
      let hint = count > 10 ? "; a number abroad begins with +" : ""
      throw Misentry("\(Listing.count(count, "digit")) typed, 10 needed\(hint)")
    }
    self.text = text
  }

  /// A number as it was stored; text that is no number any more is kept and shown as it is.
  package init(stored text: String) { self.text = text }

  /// The digits alone, by which numbers are compared and found; empty if there is no number.
  package var digits: String { text.asciiDigits }

  package var description: String { text }
}
