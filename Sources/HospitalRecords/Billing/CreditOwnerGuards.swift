import DatabaseKit

extension Migration {
  /// What is paid beyond an invoice, or set free on it, belongs to the record that it was issued to: a merge that is undone
  /// gives it back (P2, I3).
  static let creditOwners = Migration(
    "2026-11-credit-owners",
    [
      .refuse(
        "patient_credit_of_invoiced", on: "patient_credit", .insert,
        when: """
          NEW.invoice_id IS NOT NULL
          AND NEW.patient_id <> (SELECT patient_id FROM invoice WHERE id = NEW.invoice_id)
          """,
        saying: "what is set free on an invoice is kept for the patient of the invoice")
    ])
}
