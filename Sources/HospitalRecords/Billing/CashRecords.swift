import DatabaseKit
import HospitalDomain

/// Money: payments, what is kept for patients, and shifts at the till.
package struct CashRecords {
  let records: Records
  var transaction: any Transaction { records.transaction }

  /// What is kept for a patient and promised to nobody, under records merged into theirs too.
  package func kept(for patient: PatientID) throws -> Money { try Money.total(holdings(of: patient).map(\.kept)) }

  /// What is kept under each record of a patient. A merge moves nothing, so it is used and given back record by record.
  func holdings(of patient: PatientID) throws -> [(record: PatientID, kept: Money)] {
    try transaction.rows(
      """
      SELECT patient.id, \(part: SQLStatement(trusted: CashSchema.kept("patient.id"))) AS kept FROM patient
      WHERE patient.id IN (\(part: MergedRecords.identifiers(of: patient))) ORDER BY patient.id
      """
    ).map { (try $0.identifier("id"), Money(cents: try $0.integer("kept"))) }
  }

  /// An amount in parts, each of what is kept under one record of a patient.
  func parts(of amount: Money, for patient: PatientID) throws -> [(record: PatientID, amount: Money)] {
    var left = amount
    return try holdings(of: patient).compactMap { holding in
      let part = min(left, holding.kept)
      guard part > .zero else { return nil }
      left = try left - part
      return (holding.record, part)
    }
  }

  /// Records a payment on an invoice; one that is wholly paid is balanced.
  package func pay(_ id: ListedInvoice.ID, _ receipt: Receipt, in shift: Identifier<CashShift>?) throws {
    let payment: Identifier<Receipt> = records.newIdentifier()
    let tendered = receipt.tendered.map { Money(cents: $0.cents - receipt.kept.cents) }
    try transaction.execute(
      """
      INSERT INTO payment (id, invoice_id, method, amount_cents, received_at, received_by, reference, shift_id, tendered_cents)
      VALUES (\(payment), \(id), \(receipt.method), \(receipt.applied.cents), \(records.now), \(records.author.account),
        \(receipt.reference), \(shift), \(tendered?.cents))
      """)
    try balance(id)
  }

  /// Uses what is kept for a patient on an invoice.
  package func use(_ amount: Money, of patient: PatientID, on id: ListedInvoice.ID) throws {
    for part in try parts(of: amount, for: patient) {
      let use: Identifier<Receipt> = records.newIdentifier()
      try transaction.execute(
        """
        INSERT INTO credit_use (id, patient_id, invoice_id, amount_cents, used_at, used_by)
        VALUES (\(use), \(part.record), \(id), \(part.amount.cents), \(records.now), \(records.author.account))
        """)
    }
    try balance(id)
  }

  /// Keeps a deposit for a patient.
  package func keep(
    _ amount: Money, for patient: PatientID, _ receipt: Receipt, in shift: Identifier<CashShift>?
  ) throws {
    try keep(amount, of: "\(patient)", beyond: nil, receipt, in: shift)
  }

  /// Keeps money for the patient of an invoice, by the record that it was issued to.
  ///
  /// - Parameter receipt: how what was paid too much came in; nil for what a credit note set free.
  package func keep(
    _ amount: Money, beyond invoice: ListedInvoice.ID, _ receipt: Receipt?, in shift: Identifier<CashShift>? = nil
  ) throws {
    try keep(
      amount, of: "(SELECT patient_id FROM invoice WHERE id = \(invoice))", beyond: invoice, receipt, in: shift)
  }

  private func keep(
    _ amount: Money, of patient: SQLStatement, beyond invoice: ListedInvoice.ID?, _ receipt: Receipt?,
    in shift: Identifier<CashShift>?
  ) throws {
    let id: Identifier<Receipt> = records.newIdentifier()
    let kind = receipt == nil ? "credit-note" : invoice == nil ? "deposit" : "overpayment"
    try transaction.execute(
      """
      INSERT INTO patient_credit (id, hospital_id, patient_id, kind, method, amount_cents, reference, invoice_id, shift_id,
        received_at, received_by)
      VALUES (\(id), \(records.author.hospital), \(part: patient), \(kind), \(receipt?.method.rawValue), \(amount.cents),
        \(receipt?.reference ?? ""), \(invoice), \(shift), \(records.now), \(records.author.account))
      """)
  }

  private func balance(_ id: ListedInvoice.ID) throws {
    guard let invoice = try records.invoices.listed(id)?.invoice, invoice.balance <= .zero else { return }
    try records.invoices.settle(Identifier(id), as: "balanced", because: "paid")
  }

  // MARK: Shifts

  /// The open shift of who records.
  package func openShift() throws -> CashShift? {
    try shifts("cash_shift.account_id = \(records.author.account) AND cash_shift.closed_at IS NULL", limit: 1).first
  }

  /// Shifts of the hospital, the open ones first, then the newest.
  package func shifts(limit: Int) throws -> [CashShift] {
    let hospital = records.author.hospital
    return try shifts("cash_shift.hospital_id = \(hospital) AND cash_shift.closed_at IS NULL", limit: limit)
      + shifts("cash_shift.hospital_id = \(hospital) AND cash_shift.closed_at IS NOT NULL", limit: limit)
  }

  private func shifts(_ condition: SQLStatement, limit: Int) throws -> [CashShift] {
    try transaction.rows(
      """
      SELECT cash_shift.*, account.full_name, \(part: SQLStatement(trusted: CashSchema.cashIn("cash_shift.id"))) AS cash_in,
        \(part: SQLStatement(trusted: CashSchema.cashOut("cash_shift.id"))) AS cash_out
      FROM cash_shift JOIN account ON account.id = cash_shift.account_id WHERE \(part: condition)
      ORDER BY cash_shift.closed_at DESC, cash_shift.id LIMIT \(limit)
      """
    ).map { row in
      CashShift(
        id: try row.identifier("id"), cashier: try row.text("full_name"), openedAt: try row.timestamp("opened_at"),
        float: Money(cents: try row.integer("float_cents")), cashIn: Money(cents: try row.integer("cash_in")),
        cashOut: Money(cents: try row.integer("cash_out")), closedAt: try row.optionalTimestamp("closed_at"),
        counted: try row.optionalInteger("counted_cents").map { Money(cents: $0) },
        explanation: try row.text("explanation"))
    }
  }

  /// Opens a shift of who records.
  package func open(float: Money) throws {
    let id: Identifier<CashShift> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO cash_shift (id, hospital_id, account_id, opened_at, float_cents, explanation)
      VALUES (\(id), \(records.author.hospital), \(records.author.account), \(records.now), \(float.cents), '')
      """)
  }

  /// Closes a shift with what was counted.
  package func close(_ shift: CashShift, counted: Money, explanation: String) throws {
    try transaction.execute(
      """
      UPDATE cash_shift SET closed_at = \(records.now), counted_cents = \(counted.cents),
        expected_cents = \(shift.expected.cents), explanation = \(explanation) WHERE id = \(shift.id)
      """)
  }
}

extension Records {
  /// Money.
  package var cash: CashRecords { CashRecords(records: self) }
}
