/// The order of room numbers and the like: runs of digits by their value, so that `4A-2` comes before `4A-12`.
package enum NaturalOrder {
  /// Whether the first text comes before the second.
  package static func precedes(_ one: String, _ two: String) -> Bool {
    let (left, right) = (pieces(one), pieces(two))
    for (first, second) in zip(left, right) where first != second {
      switch (first, second) {
      case (.number(let a, _), .number(let b, _)) where a != b: return a < b
      case (.number(_, let a), .number(_, let b)): return a < b
      case (.number, .text): return true
      case (.text, .number): return false
      case (.text(let a), .text(let b)): return a < b
      }
    }
    return left.count < right.count
  }

  private enum Piece: Equatable {
    case text(String)
    /// The value, held at the largest integer, and the digits as written.
    case number(Int, String)
  }

  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let first = rest.first {
      let run = rest.prefix { $0.isASCIIDigit == first.isASCIIDigit }
      pieces.append(first.isASCIIDigit ? .number(Int(run) ?? .max, String(run)) : .text(String(run)))
      rest = rest.dropFirst(run.count)
    }
    return pieces
  }
}
