/// A cashier's shift at the till: opened with a float, closed with a count.
package struct CashShift: Hashable, Sendable, Identifiable {
  package let id: Identifier<CashShift>
  /// Whose shift it is.
  package let cashier: String
  package let openedAt: Timestamp
  /// The cash that was in the till at the beginning.
  package let float: Money
  /// The cash that was taken since.
  package let cashIn: Money
  /// The cash that was paid out since.
  package let cashOut: Money
  /// When it was closed; nil while it runs.
  package let closedAt: Timestamp?
  /// What was counted at the end.
  package let counted: Money?
  /// Why what was counted differs from what was expected; empty where it does not.
  package let explanation: String

  /// What the records tell of it.
  package init(
    id: Identifier<CashShift>, cashier: String, openedAt: Timestamp, float: Money, cashIn: Money, cashOut: Money,
    closedAt: Timestamp? = nil, counted: Money? = nil, explanation: String = ""
  ) {
    self.id = id
    self.cashier = cashier
    self.openedAt = openedAt
    self.float = float
    self.cashIn = cashIn
    self.cashOut = cashOut
    self.closedAt = closedAt
    self.counted = counted
    self.explanation = explanation
  }

  /// What should be in the till.
  package var expected: Money { Money(cents: float.cents + cashIn.cents - cashOut.cents) }

  /// How much more was counted than expected; negative where some is missing.
  package func difference(_ counted: Money) -> Money { Money(cents: counted.cents - expected.cents) }

  /// Whether it may be closed with a count: a difference is explained.
  package func checkClose(counted: Money, explanation: String) throws(Refusal) {
    guard counted >= .zero else {
      throw Refusal(code: "shift.count", sentence: "A count is not below zero; count the till again.", field: "counted")
    }
    guard difference(counted) == .zero || explanation.trimmed.count >= 3 else {
      throw Refusal(
        code: "shift.difference",
        sentence: "\(expected) is expected, \(counted) counted: explain the difference of \(difference(counted)).",
        field: "explanation")
    }
  }
}

extension Refusal {
  /// Cash needs an open till.
  package static let noShift = Refusal(
    code: "shift.none", sentence: "You have no open shift; open one with its float first (More, Cash).", field: "method"
  )

  /// A second shift of one cashier.
  package static let shiftOpen = Refusal(
    code: "shift.open", sentence: "Your shift is open already; close it with a count first.", field: "float")
}
