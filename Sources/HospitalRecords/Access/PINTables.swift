import DatabaseKit

extension Migration {
  /// Personal numbers that unlock (H4). How often one was typed wrong only grows, until its owner signs in in full: the audit
  /// trail, which is sealed, has to say so, or a new number takes the place of the old.
  static let pins = Migration(
    "2026-11-pins",
    [
      .define(
        """
        CREATE TABLE account_pin (
          account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
          pin_hash TEXT NOT NULL CHECK (length(pin_hash) >= 32),
          set_at BIGINT NOT NULL,
          set_by TEXT NOT NULL REFERENCES account (id),
          failures INTEGER NOT NULL DEFAULT 0 CHECK (failures BETWEEN 0 AND 5),
          failed_at BIGINT NOT NULL DEFAULT 0,
          CHECK (set_by = account_id))
        """),
      .refuse(
        "account_pin_begins_untried", on: "account_pin", .insert, when: "NEW.failures <> 0",
        saying: "a new PIN has not been tried yet"),
      .refuse(
        "account_pin_stays_its_owners", on: "account_pin", .update, when: "NEW.account_id <> OLD.account_id",
        saying: "a PIN is its owner's alone"),
      .refuse(
        "account_pin_counts_up", on: "account_pin", .update,
        when: """
          NOT (NEW.failures IN (OLD.failures, OLD.failures + 1)
            OR NEW.failures = 0 AND NEW.pin_hash <> OLD.pin_hash AND NEW.set_at > OLD.set_at
            OR NEW.failures = 0 AND EXISTS (SELECT 1 FROM audit_entry WHERE audit_entry.account_id = NEW.account_id
              AND audit_entry.action = 'sign-in' AND audit_entry.occurred_at >= OLD.failed_at))
          """,
        saying: "wrong tries of a PIN are forgotten only by a full sign-in"),
      .refuse(
        "account_pin_failure_has_its_time", on: "account_pin", .update,
        when: "NEW.failures > OLD.failures AND NEW.failed_at < OLD.failed_at",
        saying: "a wrong try is not older than the one before"),
      .keepForEver(table: "account_pin"),
      .neverReplaced("account_pin", keys: [.key("account_id")], changing: [.key("account_id")]),
    ])
}
