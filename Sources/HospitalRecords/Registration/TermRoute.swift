import DatabaseKit

/// A range of the terms: those that begin with what was typed. The index is read from its first term to its last.
struct TermRange: Hashable {
  /// The first text in the range.
  let first: String
  /// The first text behind it.
  let end: String

  init(beginning prefix: String) {
    first = prefix
    end = prefix + "\u{10FFFF}"
  }
}

/// A way to the patients that fit every token: the leading range is read in order, and each patient met in it is asked for
/// the others. It is as fast as the leading range is short.
struct TermRoute: Hashable {
  let leading: TermRange
  /// Those that are looked up for each patient met.
  let others: [TermRange]
  /// Those whose patients are gathered beforehand, once.
  var gathered: [TermRange] = []

  /// So many terms make a range long.
  static let long = 500
  /// A range of fewer terms is quicker gathered beforehand than looked up again and again on a long route.
  static let gathered = 20_000

  /// The routes that are led by one token, the longest tokens first.
  static func leading(each tokens: [String]) -> [TermRoute] {
    tokens.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }.map { leading in
      TermRoute(
        leading: TermRange(beginning: leading),
        others: tokens.filter { $0 != leading }.map(TermRange.init(beginning:)))
    }
  }

  /// The routes that are led by the key of two words of a name (`PatientTerms.pair`), for tokens that are all common. Words
  /// that one word may fit both, such as `ann` and `anna`, make no pair.
  static func leadingPairs(of tokens: [String]) -> [TermRoute] {
    let words = tokens.filter { $0.allSatisfy(\.isLetter) }
    return words.flatMap { first in
      words.filter { !$0.hasPrefix(first) && !first.hasPrefix($0) }.map { second in
        TermRoute(
          leading: TermRange(beginning: PatientTerms.pair(first, second)),
          others: tokens.filter { $0 != second && !($0 == first && first.count == 1) }
            .map(TermRange.init(beginning:)))
      }
    }
  }

  /// The route with those of its other ranges gathered beforehand that `isShort`.
  func gathering(where isShort: (TermRange) throws -> Bool) rethrows -> TermRoute {
    let short = try others.filter(isShort)
    return TermRoute(leading: leading, others: others.filter { !short.contains($0) }, gathered: short)
  }

  /// A query for the numbers of the patients.
  func numbers(atMost limit: Int) -> SQLStatement {
    // The plus keeps the leading range in the lead.
    let gatherings = gathered.map { range -> SQLStatement in
      """
      AND +leading.patient_number IN (SELECT patient_number FROM patient_term
        WHERE term >= \(range.first) AND term < \(range.end))
      """
    }
    return """
      SELECT DISTINCT leading.patient_number FROM patient_term AS leading
      WHERE leading.term >= \(leading.first) AND leading.term < \(leading.end)
      \(part: gatherings.joined(separator: " ")) \(part: Self.conditions(others, on: "leading.patient_number"))
      LIMIT \(limit)
      """
  }

  /// The conditions that the patient with this number has a term in each range.
  static func conditions(_ ranges: [TermRange], on number: String) -> SQLStatement {
    let conditions = ranges.map { range in
      SQLStatement(trusted: "AND EXISTS (SELECT 1 FROM patient_term AS other WHERE other.patient_number = \(number)")
        + " AND other.term >= \(range.first) AND other.term < \(range.end)) "
    }
    return conditions.joined(separator: "")
  }
}
