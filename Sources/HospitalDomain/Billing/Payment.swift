/// How money comes in. The raw value is the stored code.
package enum PaymentMethod: String, CaseIterable, Hashable, Sendable {
  case cash
  /// By a card terminal that the cashier reads from: only its reference is kept.
  case card
  case transfer
  case insurer
  /// What the hospital keeps for the patient: a deposit, or what was paid too much.
  case credit

  /// The words for the screen.
  package var title: String {
    switch self {
    case .card: "card terminal"
    case .credit: "credit of the patient"
    default: rawValue
    }
  }

  /// Whether it needs the payer's or the terminal's reference.
  package var needsReference: Bool { self != .cash && self != .credit }
}

/// Money as it is taken in, checked: what of it pays, what is kept as credit, and the change.
package struct Receipt: Hashable, Sendable {
  package let method: PaymentMethod
  /// What pays what is due.
  package let applied: Money
  /// What is kept as the patient's credit.
  package let kept: Money
  /// What was handed over in cash; nil for other ways.
  package let tendered: Money?
  package let reference: String

  /// What goes back to the payer from what was handed over.
  package var change: Money {
    Money(cents: (tendered?.cents ?? 0) - (tendered == nil ? 0 : applied.cents + kept.cents))
  }
}

/// A payment or a deposit as it was typed.
package struct PaymentEntry: Hashable, Sendable {
  package var method: PaymentMethod?
  package var amount: Money
  /// What was handed over in cash; nil for exactly the amount.
  package var tendered: Money?
  package var reference: String
  /// Whether what is more than due is kept as credit.
  package var keepsRest: Bool

  /// The most that is taken at once.
  package static let highest = Money(cents: 1_000_000_00)

  package init(
    _ method: PaymentMethod?, _ amount: Money, tendered: Money? = nil, reference: String = "", keepsRest: Bool = false
  ) {
    self.method = method
    self.amount = amount
    self.tendered = tendered
    self.reference = reference
    self.keepsRest = keepsRest
  }

  /// What was meant.
  ///
  /// - Parameters:
  ///   - due: what is due; nothing for a deposit, which is wholly kept.
  ///   - credit: what is kept for the patient, for paying by it.
  /// - Throws: `InvalidEntry` with every wrong field: `method`, `amount`, `tendered`, `reference`.
  package func check(due: Money, credit: Money) throws(InvalidEntry) -> Receipt {
    var problems: [FieldProblem] = []
    if method == nil { problems.append(Misentry("say how it is paid; F4 lists the ways").at("method")) }
    if let problem = amountProblem(due: due, credit: credit) { problems.append(problem.at("amount")) }
    if let problem = tenderedProblem { problems.append(problem.at("tendered")) }
    if let problem = referenceProblem { problems.append(problem.at("reference")) }
    guard problems.isEmpty, let method, let reference = try? PaymentReference.read(reference, by: method) else {
      throw InvalidEntry(problems: problems)
    }
    let applied = min(amount, due)
    return Receipt(
      method: method, applied: applied, kept: Money(cents: amount.cents - applied.cents),
      tendered: method == .cash ? tendered ?? amount : nil, reference: reference)
  }

  private func amountProblem(due: Money, credit: Money) -> Misentry? {
    guard amount > .zero else { return Misentry("an amount is more than 0.00") }
    guard amount <= Self.highest else { return Misentry("more than \(Self.highest) at once; check the amount") }
    if method == .credit, amount > credit { return Misentry("only \(credit) is kept for the patient") }
    if amount > due, !keepsRest || method == .credit {
      return Misentry("\(due) is due; say below that the rest is kept as credit")
    }
    return nil
  }

  private var tenderedProblem: Misentry? {
    guard let tendered else { return nil }
    guard method == .cash else { return Misentry("only cash is handed over; ^U clears it") }
    return tendered < amount ? Misentry("less than the amount was handed over") : nil
  }

  private var referenceProblem: Misentry? {
    guard let method else { return nil }
    do throws(Misentry) {
      _ = try PaymentReference.read(reference, by: method)
      return nil
    } catch {
      return error
    }
  }
}
