import HospitalDomain

/// One line of a pick list.
package struct FieldChoice: Sendable, Hashable {
  /// What is stored when it is taken: a code or an id.
  package let value: String
  /// What a person reads, such as `LINDQVIST, Maja`.
  package let title: String
  /// What tells it from others with a like title, such as `Orthopaedics`.
  package let detail: String

  /// What a detail begins with that says why the choice cannot be taken: `no: occupied by DUARTE, Inês`.
  static let no = "no: "

  /// Whether it cannot be taken, as its detail says.
  var isRuledOut: Bool { detail.hasPrefix(Self.no) }

  /// A choice; its value is its title unless told otherwise.
  package init(_ title: String, value: String? = nil, detail: String = "") {
    self.value = value ?? title
    self.title = title
    self.detail = detail
  }

  /// Whether what was typed begins the value or any word of the title or detail.
  package func matches(_ typed: String) -> Bool {
    let terms = TextFolding.words(typed)
    // Nothing to look for, although something is typed (an emoji, dots): nothing is meant by it, not everything.
    if terms.isEmpty { return typed.allSatisfy(\.isWhitespace) }
    let words = TextFolding.words(value) + TextFolding.words(title) + TextFolding.words(detail)
    return terms.allSatisfy { term in words.contains { $0.hasPrefix(term) } }
  }

  /// Whether it is exactly what was typed, by value or title, whatever its case and accents.
  package func isNamed(_ typed: String) -> Bool {
    let typed = TextFolding.fold(typed)
    return TextFolding.fold(value) == typed || TextFolding.fold(title) == typed
  }
}
