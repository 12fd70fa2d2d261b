import DatabaseKit
import HospitalDomain

extension Migration {
  /// Accounts, what they did, and what they left unfinished (H1, H2, H5, H4). Whose they are follows the employees.
  static let accounts = Migration(
    "2026-11-accounts",
    MigrationStep.versionedTable(
      "account",
      fixed: [("hospital_id", "TEXT NOT NULL REFERENCES hospital (id)")],
      columns: [
        (
          "username",
          "TEXT NOT NULL UNIQUE CHECK (\(Check.said("username", atMost: 64)) AND username = lower(username))"
        ),
        ("full_name", "TEXT NOT NULL CHECK (\(Check.said("full_name")))"),
        ("role", "TEXT NOT NULL CHECK (\(Check.oneOf("role", Role.allCases.map(\.rawValue))))"),
        ("password_hash", "TEXT NOT NULL CHECK (length(password_hash) >= 32)"),
        ("is_locked", "INTEGER NOT NULL DEFAULT 0 CHECK (\(Check.flag("is_locked")))"),
        ("patient_id", "TEXT UNIQUE"),
      ],
      rules: ["CHECK ((role = 'patient') = (patient_id IS NOT NULL))"]
    ) + [
      .define(
        """
        CREATE TABLE sign_in_failure (
          id TEXT NOT NULL PRIMARY KEY,
          username TEXT NOT NULL,
          terminal TEXT NOT NULL,
          failed_at BIGINT NOT NULL)
        """),
      .define("CREATE INDEX sign_in_failure_by_name ON sign_in_failure (username, failed_at)"),
      .define(
        """
        CREATE TABLE audit_entry (
          id INTEGER NOT NULL PRIMARY KEY,
          occurred_at BIGINT NOT NULL,
          account_id TEXT REFERENCES account (id),
          actor TEXT NOT NULL,
          terminal TEXT NOT NULL,
          hospital_id TEXT REFERENCES hospital (id),
          action TEXT NOT NULL CHECK (\(Check.oneOf("action", AuditAction.allCases.map(\.rawValue)))),
          permission TEXT NOT NULL,
          subject_kind TEXT NOT NULL,
          subject_id TEXT NOT NULL,
          patient_id TEXT,
          reason TEXT NOT NULL,
          previous_hash TEXT NOT NULL DEFAULT '',
          hash TEXT NOT NULL DEFAULT '')
        """),
      .define("CREATE INDEX audit_entry_by_patient ON audit_entry (patient_id, id) WHERE patient_id IS NOT NULL"),
      .define("CREATE INDEX audit_entry_by_account ON audit_entry (account_id, id)"),
      .appendOnly(table: "audit_entry"),
      .define(
        """
        CREATE TABLE draft (
          id TEXT NOT NULL PRIMARY KEY,
          account_id TEXT NOT NULL REFERENCES account (id),
          form TEXT NOT NULL,
          subject TEXT NOT NULL,
          title TEXT NOT NULL,
          content TEXT NOT NULL,
          saved_at BIGINT NOT NULL)
        """),
      .define("CREATE INDEX draft_by_account ON draft (account_id, saved_at)"),
    ])
}
