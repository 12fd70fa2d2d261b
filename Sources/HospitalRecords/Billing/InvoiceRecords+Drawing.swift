import DatabaseKit
import HospitalDomain

extension InvoiceRecords {
  /// Draws up an invoice of charges as a draft: a line for each, with its tax and what the insurer pays of it.
  package func draft(
    of charges: [Charge], tax: Int, insurer: Int, for patient: PatientID, in admission: AdmissionID
  ) throws -> ListedInvoice.ID {
    let lines = try charges.map { charge in
      let shares = try LineShares(of: charge.amount, tax: tax, insurer: insurer)
      return (charge: charge, tax: shares.tax, insurer: shares.insurer)
    }
    return try draft(of: lines, for: patient, in: admission)
  }

  /// The same of charges of which the tax and the insurer's part are known, line by line.
  package func draft(
    of lines: [(charge: Charge, tax: Money, insurer: Money)], for patient: PatientID, in admission: AdmissionID
  ) throws -> ListedInvoice.ID {
    let id = try draft([], for: patient, in: admission)
    for (place, (charge, tax, insurer)) in lines.enumerated() {
      let line: Identifier<InvoiceLine> = records.newIdentifier()
      try transaction.execute(
        """
        INSERT INTO invoice_line (id, invoice_id, position, served_on, code, item, quantity, unit_cents, discount_cents,
          charge_id, tax_cents, insurer_cents)
        VALUES (\(line), \(id), \(place + 1), \(charge.servedOn), \(charge.code), \(charge.item), \(charge.quantity),
          \(charge.unit.cents), \(charge.discount.cents), \(charge.id), \(tax.cents), \(insurer.cents))
        """)
    }
    return id.text
  }

  /// Issues a credit note with the next number of its year. An invoice that is wholly taken back is cancelled by it.
  package func credit(
    _ parts: [(line: InvoiceLine, amount: Money)], of id: ListedInvoice.ID, year: Int, because reason: String
  ) throws -> String {
    let number = try records.nextNumber(of: "credit note \(records.author.hospital.text) \(year)")
    let note: Identifier<CreditNote> = records.newIdentifier()
    let total = try Money.total(parts.map(\.amount))
    try transaction.execute(
      """
      INSERT INTO credit_note (id, hospital_id, invoice_id, year, number, total_cents, line_count, reason, issued_at,
        issued_by)
      VALUES (\(note), \(records.author.hospital), \(id), \(year), \(number), \(total.cents), \(parts.count), \(reason),
        \(records.now), \(records.author.account))
      """)
    for part in parts {
      let line: Identifier<CreditNote> = records.newIdentifier()
      try transaction.execute(
        """
        INSERT INTO credit_note_line (id, credit_note_id, line_id, amount_cents)
        VALUES (\(line), \(note), \(part.line.id), \(part.amount.cents))
        """)
    }
    if let invoice = try listed(id)?.invoice {
      if invoice.balance < .zero {
        // What was paid beyond what is left is the patient's.
        try records.cash.keep(Money(cents: -invoice.balance.cents), beyond: id, nil)
      }
      if invoice.net == .zero {
        try settle(Identifier(id), as: "cancelled", because: reason)
      } else if invoice.status == "issued", invoice.balance <= .zero {
        try settle(Identifier(id), as: "balanced", because: "paid")
      }
    }
    return Self.printed("CN", Int64(year), number)
  }
}
