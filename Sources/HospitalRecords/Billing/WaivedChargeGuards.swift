import DatabaseKit

extension Migration {
  /// A charge that was waived is put on no invoice until the waiver is taken back (B6).
  static let waivedCharges = Migration(
    "2026-11-waived-charges",
    [
      .refuse(
        "invoice_line_not_waived", on: "invoice_line", .insert,
        when: "NEW.charge_id IS NOT NULL AND \(WaivedChargeGuards.isWaived("NEW.charge_id"))",
        saying: "a waived charge is not billed: take the waiver back first")
    ])
}

/// Which charges are waived, in one place for the guard and the records.
enum WaivedChargeGuards {
  /// The condition that a charge is waived.
  static func isWaived(_ charge: String) -> String {
    """
    EXISTS (SELECT 1 FROM waiver AS waiving WHERE waiving.kind = 'charge' AND waiving.item_id = \(charge)
      AND waiving.withdrawn_at IS NULL)
    """
  }
}
