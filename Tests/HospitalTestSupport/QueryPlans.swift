import DatabaseKit
import HospitalRecords

/// How the database goes about the statements that a piece of work runs, statement by statement.
package struct QueryPlan: Hashable, Sendable, CustomStringConvertible {
  /// The statement's text.
  package let statement: String
  /// The steps, in SQLite's words.
  package let steps: [String]

  /// The steps that read a whole table; what a hot query must not have.
  package var scans: [String] {
    steps.filter { step in step.hasPrefix("SCAN") && !Self.derived.contains { step.contains($0) } }
  }

  /// What is no table: constants, and the results of queries within the query; and the first row of an index of the few
  /// restrictions that stand.
  private static let derived = [
    "CONSTANT ROW", "matched", "(subquery", "SCAN counted", "SCAN money",
    "SCAN restriction USING INDEX restriction_of_",
  ]

  package var description: String { "\(statement)\n  \(steps.joined(separator: "\n  "))" }

  init(statement: String, steps: [String]) {
    self.statement = statement
    self.steps = steps
  }
}

extension TestHospital {
  /// The plans of every statement that `work` runs, in order. The work is really done.
  package func plans(of work: (Records) throws -> Void) throws -> [QueryPlan] {
    try write { records in
      let explaining = ExplainingTransaction(records.transaction)
      try work(Records(explaining, author: records.author))
      return explaining.plans
    }
  }
}

/// A transaction that asks for the plan of each statement before it is run.
private final class ExplainingTransaction: Transaction {
  private let transaction: any Transaction
  private(set) var plans: [QueryPlan] = []
  var dialect: any SQLDialect { transaction.dialect }

  init(_ transaction: any Transaction) {
    self.transaction = transaction
  }

  func rows(_ statement: SQLStatement) throws -> [SQLRow] {
    try explain(statement)
    return try transaction.rows(statement)
  }

  func execute(_ statement: SQLStatement) throws -> Int {
    try explain(statement)
    return try transaction.execute(statement)
  }

  func forEachRow(_ statement: SQLStatement, _ body: (SQLRow) throws -> Void) throws {
    try explain(statement)
    try transaction.forEachRow(statement, body)
  }

  func changes(after sequence: Int64) throws -> AnnouncedChanges { try transaction.changes(after: sequence) }
  func readWidely() throws { try transaction.readWidely() }

  private func explain(_ statement: SQLStatement) throws {
    let steps = try transaction.rows(
      SQLStatement(trusted: "EXPLAIN QUERY PLAN " + statement.sql, arguments: statement.arguments))
    plans.append(QueryPlan(statement: statement.sql, steps: try steps.map { try $0.text("detail") }))
  }
}
