import DatabaseKit

extension Migration {
  /// What is paid is paid, and cash goes through a till (I2, I3).
  static let moneyGuards = Migration("2026-11-money-guards", MoneyGuards.invoices + MoneyGuards.cash)
}

private enum MoneyGuards {
  static let invoices: [MigrationStep] = [
    .refuse(
      "invoice_balanced_when_paid", on: "invoice", .update,
      when: """
        NEW.status = 'balanced' AND OLD.status <> 'balanced'
        AND (SELECT \(CashSchema.net) <> \(CashSchema.paid) FROM invoice WHERE invoice.id = NEW.id)
        """,
      saying: "an invoice is paid when all that it asks for is paid"),
    .refuse(
      "invoice_issued_not_struck_out", on: "invoice", .update,
      when: "NEW.status = 'entered-in-error' AND OLD.status <> 'entered-in-error' AND OLD.number IS NOT NULL",
      saying: "an invoice that was issued is taken back by a credit note, not struck out"),
  ]

  static let cash: [MigrationStep] = [
    inShift("payment"), inShift("patient_credit"),
    .refuse(
      "refund_asked_in_no_shift", on: "refund", .insert, when: "NEW.shift_id IS NOT NULL", saying: outOfShift),
    .refuse(
      "refund_out_of_open_shift", on: "refund", .update,
      when: """
        (NEW.shift_id IS NOT NULL AND (NEW.paid_at IS NULL OR NEW.method <> 'cash'))
        OR (NEW.paid_at IS NOT NULL AND NEW.method = 'cash' AND NOT EXISTS (
          SELECT 1 FROM cash_shift WHERE \(ownOpenShift)))
        """,
      saying: outOfShift),
    .refuse(
      "refund_within_till", on: "refund", .update,
      when: """
        NEW.paid_at IS NOT NULL AND NEW.method = 'cash' AND NEW.amount_cents > (
          SELECT float_cents + \(CashSchema.cash("cash_shift.id")) FROM cash_shift WHERE \(ownOpenShift))
        """,
      saying: "no more cash is paid out than is in the till"),
  ]

  private static let outOfShift = "a refund in cash is paid out of one's own open shift"

  /// The condition that `cash_shift` is the open shift of who pays a refund.
  private static let ownOpenShift =
    "cash_shift.id = NEW.shift_id AND cash_shift.closed_at IS NULL AND cash_shift.account_id = NEW.paid_by"

  /// Whose the shift is and whether it is open, `CashSchema.inOpenShift` looks at.
  private static func inShift(_ table: String) -> MigrationStep {
    .refuse(
      "\(table)_cash_in_shift", on: table, .insert, when: "NEW.method = 'cash' AND NEW.shift_id IS NULL",
      saying: "cash is taken in one's own open shift")
  }
}
