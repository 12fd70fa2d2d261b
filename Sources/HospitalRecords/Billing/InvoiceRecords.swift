import DatabaseKit
import HospitalDomain

/// One line of an invoice that is being drawn up: quantity × unit price.
package struct ChargedItem: Hashable, Sendable {
  package let servedOn: CalendarDate
  package let code: String
  package let item: String
  package let quantity: Int
  /// The price of one, in cents.
  package let unit: Int64

  package init(servedOn: CalendarDate, code: String, item: String, quantity: Int, unit: Int64) {
    self.servedOn = servedOn
    self.code = code
    self.item = item
    self.quantity = quantity
    self.unit = unit
  }
}

/// Invoices, their lines and payments.
package struct InvoiceRecords {
  let records: Records
  var transaction: any Transaction { records.transaction }

  /// Draws up an invoice as a draft.
  package func draft(_ items: [ChargedItem], for patient: PatientID, in admission: AdmissionID?) throws
    -> Identifier<InvoiceRecords>
  {
    let id: Identifier<InvoiceRecords> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO invoice (id, hospital_id, patient_id, admission_id, year, number, status, issued_at, due_on,
        version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(records.author.hospital), \(patient), \(admission), NULL, NULL, 'draft', NULL, NULL,
        \(part: records.firstVersion))
      """)
    for (position, item) in items.enumerated() {
      let line: Identifier<ChargedItem> = records.newIdentifier()
      try transaction.execute(
        """
        INSERT INTO invoice_line (id, invoice_id, position, served_on, code, item, quantity, unit_cents, discount_cents)
        VALUES (\(line), \(id), \(position + 1), \(item.servedOn), \(item.code), \(item.item), \(item.quantity),
          \(item.unit), 0)
        """)
    }
    return id
  }

  /// Issues a draft with the next number of its year, gapless within the hospital. Its lines are frozen from then on.
  ///
  /// - Returns: the number as printed: `INV-2026-0417`.
  @discardableResult
  package func issue(_ id: Identifier<InvoiceRecords>, year: Int, due: CalendarDate) throws -> String {
    let number = try records.nextNumber(of: "invoice \(records.author.hospital.text) \(year)")
    try transaction.execute(
      """
      UPDATE invoice SET status = 'issued', year = \(year), number = \(number), issued_at = \(records.now),
        due_on = \(due), \(part: records.nextVersion(because: "issued")) WHERE id = \(id)
      """)
    return Self.printed("INV", Int64(year), number)
  }

  /// Records a payment; it is never changed.
  package func pay(_ id: Identifier<InvoiceRecords>, _ cents: Int64, by method: String, reference: String) throws {
    let payment: Identifier<ChargedItem> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO payment (id, invoice_id, method, amount_cents, received_at, received_by, reference)
      VALUES (\(payment), \(id), \(method), \(cents), \(records.now), \(records.author.account), \(reference))
      """)
  }

  /// Brings an invoice to a last state: `balanced` when it is paid, `cancelled` by a credit note.
  package func settle(_ id: Identifier<InvoiceRecords>, as status: String, because reason: String) throws {
    try transaction.execute(
      "UPDATE invoice SET status = \(status), \(part: records.nextVersion(because: reason)) WHERE id = \(id)")
  }
}

extension Records {
  /// Invoices.
  package var invoices: InvoiceRecords { InvoiceRecords(records: self) }
}
