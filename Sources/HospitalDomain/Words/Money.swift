/// An amount of United States dollars, exact to the cent (B9). May be negative, as a refund or a balance is.
package struct Money: Hashable, Comparable, Sendable {
  /// The amount in cents.
  package let cents: Int64

  /// An amount of cents.
  package init(cents: Int64) { self.cents = cents }

  /// Nothing at all.
  package static let zero = Money(cents: 0)

  package static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }

  /// The exact sum; refused when it is too large to be kept.
  package static func + (left: Money, right: Money) throws(Refusal) -> Money {
    try exact(left.cents.addingReportingOverflow(right.cents))
  }

  /// The exact difference; refused when it is too large to be kept.
  package static func - (left: Money, right: Money) throws(Refusal) -> Money {
    try exact(left.cents.subtractingReportingOverflow(right.cents))
  }

  /// The amount that many times; refused when it is too large to be kept.
  package static func * (amount: Money, quantity: Int) throws(Refusal) -> Money {
    try exact(amount.cents.multipliedReportingOverflow(by: Int64(quantity)))
  }

  /// The exact sum of amounts; zero for none.
  package static func total(_ amounts: some Sequence<Money>) throws(Refusal) -> Money {
    var sum = Money.zero
    for amount in amounts { sum = try sum + amount }
    return sum
  }

  /// A share of the amount in hundredths of a percent (2,000 is 20 %), rounded half to even as every amount of
  /// the hospital is; refused when it is too large to be kept.
  package func share(basisPoints: Int) throws(Refusal) -> Money {
    try share(numerator: Int64(basisPoints), denominator: 10_000)
  }

  /// The amount × numerator ÷ denominator, rounded half to even. The denominator must be positive.
  package func share(numerator: Int64, denominator: Int64) throws(Refusal) -> Money {
    precondition(denominator > 0, "a share is taken of a positive whole")
    let (product, overflow) = cents.multipliedReportingOverflow(by: numerator)
    guard !overflow else { throw .amountTooLarge }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: denominator)
    let away: Int64 = product < 0 ? -1 : 1
    let doubled = remainder.magnitude.multipliedReportingOverflow(by: 2)
    let half = denominator.magnitude
    let roundsAway =
      doubled.overflow || doubled.partialValue > half
      || (doubled.partialValue == half && !quotient.isMultiple(of: 2))
    return Money(cents: roundsAway ? quotient + away : quotient)
  }

  private static func exact(_ result: (partialValue: Int64, overflow: Bool)) throws(Refusal) -> Money {
    guard !result.overflow else { throw .amountTooLarge }
    return Money(cents: result.partialValue)
  }
}

extension Refusal {
  /// A sum that does not fit: nobody owes this much, so a quantity or a price was mistyped.
  package static let amountTooLarge = Refusal(
    code: "money.tooLarge", sentence: "That amount is too large to be kept; check the quantity and the price.")
}
