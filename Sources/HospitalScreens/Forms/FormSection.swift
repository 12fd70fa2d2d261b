/// A titled group of rows, with one to three fields in each.
package struct FormSection: Sendable {
  /// The heading, in capitals on the screen; none if empty.
  package let title: String
  /// The rows from the top, each from the left.
  package let rows: [[FormField]]

  /// A group of rows under a heading.
  package init(_ title: String, rows: [[FormField]]) {
    self.title = title
    self.rows = rows
  }
}

/// Where the fields of a form stand, by their place in `Form.fields`.
package struct FormLayout: Sendable, Hashable {
  /// One group of rows.
  package struct Group: Sendable, Hashable {
    /// The heading; none if empty.
    package let title: String
    /// The rows, each a list of places in `Form.fields`.
    package let rows: [[Int]]
  }

  /// The pages, each a list of groups.
  package let pages: [[Group]]

  /// All rows of one page from the top.
  package func rows(ofPage page: Int) -> [[Int]] { pages[page].flatMap(\.rows) }

  /// The page that the field at `place` stands on.
  package func page(of place: Int) -> Int {
    pages.firstIndex { $0.contains { $0.rows.contains { $0.contains(place) } } } ?? 0
  }
}
