/// How alike two words are: the measure of Jaro (1989) with the bonus for a common beginning of Winkler (1990,
/// "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage").
package enum JaroWinkler {
  /// 1 for equal words, 0 for words without a letter in common. Fold the words first.
  package static func similarity(_ one: String, _ two: String) -> Double {
    let (left, right) = (Array(one.unicodeScalars.prefix(limit)), Array(two.unicodeScalars.prefix(limit)))
    if left == right { return left.isEmpty ? 0 : 1 }
    let jaro = jaro(left, right)
    let prefix = zip(left, right).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }

  /// Longer words are compared by their beginning, so that no text takes long.
  private static let limit = 64

  private static func jaro(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    let reach = max(0, max(left.count, right.count) / 2 - 1)
    var taken = [Bool](repeating: false, count: right.count)
    var matched: [Unicode.Scalar] = []
    for (index, scalar) in left.enumerated() {
      let window = right.indices.clamped(to: max(0, index - reach)..<(index + reach + 1))
      guard let match = window.first(where: { !taken[$0] && right[$0] == scalar }) else { continue }
      taken[match] = true
      matched.append(scalar)
    }
    guard !matched.isEmpty else { return 0 }
    let others = right.indices.filter { taken[$0] }.map { right[$0] }
    let transposed = zip(matched, others).count { $0 != $1 } / 2
    let matches = Double(matched.count)
    return (matches / Double(left.count) + matches / Double(right.count) + (matches - Double(transposed)) / matches) / 3
  }
}
