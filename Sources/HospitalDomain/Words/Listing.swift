/// Lists in a sentence.
package enum Listing {
  /// `"a"`, `"a and b"`, `"a, b and c"`; empty for none.
  package static func and(_ items: [String]) -> String { joined(items, by: "and") }

  /// `"a"`, `"a or b"`, `"a, b or c"`; empty for none.
  package static func or(_ items: [String]) -> String { joined(items, by: "or") }

  /// A number with its noun: `"1 room"`, `"2 rooms"`, `"0 rooms"`. Give the plural where it is not noun and s.
  package static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  private static func joined(_ items: [String], by conjunction: String) -> String {
    guard let last = items.last else { return "" }
    return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
