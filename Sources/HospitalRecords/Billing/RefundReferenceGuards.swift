import DatabaseKit

extension Migration {
  /// A refund that goes by card or transfer can be found again at the bank (I3).
  static let refundReferences = Migration(
    "2026-11-refund-references",
    [
      .refuse(
        "refund_paid_with_reference", on: "refund", .update,
        when: """
          NEW.paid_at IS NOT NULL AND OLD.paid_at IS NULL AND (length(COALESCE(NEW.reference, '')) > 120
            OR (NEW.method <> 'cash' AND trim(COALESCE(NEW.reference, '')) = ''))
          """,
        saying: "a refund by card or transfer is paid with its reference")
    ])
}
