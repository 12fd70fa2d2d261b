/// How a file shows whose database it is, so that one of another program is never changed.
package struct DatabaseMark: Hashable, Sendable {
  /// The number that the file carries. Files without one may be older than the mark.
  package let number: Int64
  /// The tables by which a file that is older than the mark is known.
  package let tables: [String]

  package init(number: Int64, tables: [String]) {
    self.number = number
    self.tables = tables
  }
}
