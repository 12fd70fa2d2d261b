import DatabaseKit

extension Migration {
  /// Nobody does anything whose account is locked or who has left (H2, H5): every act has an entry in the audit trail, in its
  /// own transaction, and the entry is refused. That something was refused to them is noted, and that they went.
  static let accountGuards = Migration(
    "2026-11-account-guards",
    [
      .refuse(
        "audit_entry_of_one_at_work", on: "audit_entry", .insert,
        when: """
          NEW.action NOT IN ('refused', 'sign-out') AND EXISTS (SELECT 1 FROM account
            LEFT JOIN doctor ON doctor.id = account.doctor_id LEFT JOIN staff ON staff.id = account.staff_id
            WHERE account.id = NEW.account_id
              AND (account.is_locked = 1 OR doctor.left_at IS NOT NULL OR staff.left_at IS NOT NULL))
          """,
        saying: "an account that is locked, or whose holder has left, does nothing")
    ])
}
