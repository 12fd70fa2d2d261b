/// What a person is called. One of the two parts may be empty: some people have a single name.
package struct PersonName: Hashable, Sendable {
  /// The family name as written, such as `"Duarte"`.
  package let family: String
  /// The given name or names as written, such as `"Inês"`.
  package let given: String

  /// A name of text that `SafeText` has let through.
  package init(family: String, given: String) {
    self.family = family
    self.given = given
  }

  /// The name as lists and banners show it: `"DUARTE, Inês"`, or the only name there is.
  package var listed: String {
    if family.isEmpty { return given }
    return given.isEmpty ? family.uppercased() : "\(family.uppercased()), \(given)"
  }

  /// The name as a letter would write it: `"Inês Duarte"`.
  package var spoken: String {
    if family.isEmpty { return given }
    return given.isEmpty ? family : "\(given) \(family)"
  }

  /// The name with only the initial of the given name: `"DUARTE I."`, for the title row.
  package var short: String {
    guard !family.isEmpty, let initial = given.first else { return listed }
    return "\(family.uppercased()) \(String(initial).uppercased())."
  }

  /// The listed name in so many columns, cut with `…`: the given name first, then the family name.
  /// - Parameter width: how many columns a character takes; one each, unless the caller knows better.
  package func listed(fitting columns: Int, width: (Character) -> Int = { _ in 1 }) -> String {
    func cut(_ text: String, to columns: Int) -> String {
      var used = 1
      var kept = ""
      for character in text {
        used += width(character)
        if used > columns { break }
        kept.append(character)
      }
      while kept.last == " " || kept.last == "," { kept.removeLast() }
      return kept + "…"
    }
    func fits(_ text: String) -> Bool { text.reduce(0) { $0 + width($1) } <= columns }

    guard columns > 0 else { return "" }
    let listed = listed
    // No character takes more columns than its text has bytes, so most names need not be measured.
    return listed.utf8.count <= columns || fits(listed) ? listed : cut(listed, to: columns)
  }

  /// The names with the parts changed over, as a hurried hand types them.
  package var swapped: PersonName { PersonName(family: given, given: family) }
}

extension PersonName: Comparable {
  /// The order of lists: by family, then given name, without regard to case and accents.
  package static func < (left: PersonName, right: PersonName) -> Bool { left.order < right.order }

  private var order: String { TextFolding.fold(listed) }
}

extension PersonName: CustomStringConvertible {
  package var description: String { listed }
}
