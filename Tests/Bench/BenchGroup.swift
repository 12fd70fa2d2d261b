/// Some rows of the table that are measured together.
struct BenchGroup: Sendable {
  /// What to call it on the command line.
  let name: String
  /// Measures its rows in a world.
  let measure: @Sendable (BenchWorld) throws -> [BenchRow]

  /// Every group, in the order of the table.
  static let all = usual + [growth, ssh, soak]

  /// Those that are measured when none is named.
  static let usual = [
    start, keys, bytes, memory, live, crowd, search, checks, acts, stays, sales, invoices, pharmacy, race, paper, audit,
    signin,
  ]

  /// Their names, for a message.
  static var names: String { all.map(\.name).joined(separator: " ") }
}

/// An act that was to be measured was not done.
struct NotDone: Error {
  let answer: String
}
