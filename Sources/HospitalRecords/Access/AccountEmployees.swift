import DatabaseKit

extension Migration {
  /// Which doctor or member of staff an account is of (H1). Both tables refer to the accounts that recorded them, so the
  /// columns come once all three are there.
  static let accountEmployees = Migration(
    "2026-11-account-employees",
    [
      .define(
        """
        ALTER TABLE account ADD COLUMN doctor_id TEXT REFERENCES doctor (id)
          CHECK (doctor_id IS NULL OR patient_id IS NULL)
        """),
      .define(
        """
        ALTER TABLE account ADD COLUMN staff_id TEXT REFERENCES staff (id)
          CHECK (staff_id IS NULL OR (doctor_id IS NULL AND patient_id IS NULL))
        """),
      .define("ALTER TABLE account_version ADD COLUMN doctor_id TEXT"),
      .define("ALTER TABLE account_version ADD COLUMN staff_id TEXT"),
      .versionedAnew(table: "account", history: "account_version", columns: versionedColumns),
      .define("CREATE UNIQUE INDEX account_one_of_doctor ON account (doctor_id) WHERE doctor_id IS NOT NULL"),
      .define("CREATE UNIQUE INDEX account_one_of_staff ON account (staff_id) WHERE staff_id IS NOT NULL"),
    ] + StaffGuards.accounts)

  private static let versionedColumns =
    ["username", "full_name", "role", "password_hash", "is_locked", "patient_id", "doctor_id", "staff_id"]
    + VersionColumns.names
}
