import DatabaseKit
import HospitalDomain

extension Migration {
  /// The second step of signing in (H3): what it is, the codes that stand in for it, codes by e-mail, and where people
  /// have worked before.
  static let secondSteps = Migration(
    "2026-11-second-steps",
    SecondStepTables.steps + SecondStepTables.recoveryCodes + SecondStepTables.mailCodes
      + SecondStepTables.knownTerminals)
}

private enum SecondStepTables {
  /// The secret of an app is sealed, and gone when the step is taken away.
  static let steps: [MigrationStep] = [
    .define(
      """
      CREATE TABLE second_step (
        id TEXT NOT NULL PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES account (id),
        kind TEXT NOT NULL CHECK (\(Check.oneOf("kind", SecondStep.Kind.allCases.map(\.rawValue)))),
        sealed_secret TEXT NOT NULL CHECK (sealed_secret = '' OR sealed_secret LIKE 'x1:%'),
        address TEXT NOT NULL,
        last_step BIGINT NOT NULL,
        added_at BIGINT NOT NULL,
        added_by TEXT NOT NULL REFERENCES account (id),
        removed_at BIGINT,
        removed_by TEXT REFERENCES account (id),
        CHECK ((kind = 'app' AND removed_at IS NULL) = (sealed_secret <> '')),
        CHECK ((kind = 'mail') = (address <> '')),
        CHECK ((removed_at IS NULL) = (removed_by IS NULL)))
      """),
    .define("CREATE UNIQUE INDEX second_step_one_of_account ON second_step (account_id) WHERE removed_at IS NULL"),
    .keepForEver(table: "second_step"),
    .neverReplaced(
      "second_step", keys: [.key("id"), .key("account_id", among: "ROW.removed_at IS NULL")], changing: []),
    fixed("second_step", ["id", "account_id", "kind", "address", "added_at", "added_by"]),
    .refuse(
      "second_step_ends_once", on: "second_step", .update, when: "OLD.removed_at IS NOT NULL",
      saying: "a second step that was taken away stays as it is"),
    .refuse(
      "second_step_secret_kept", on: "second_step", .update,
      when: "NEW.removed_at IS NULL AND NEW.sealed_secret <> OLD.sealed_secret",
      saying: "a second step keeps its secret; another is another step"),
    .refuse(
      "second_step_code_once", on: "second_step", .update,
      when: "NEW.last_step < OLD.last_step OR (NEW.removed_at IS NULL AND NEW.last_step = OLD.last_step)",
      saying: "a code is taken once"),
  ]

  static let recoveryCodes: [MigrationStep] = [
    .define(
      """
      CREATE TABLE recovery_code (
        id TEXT NOT NULL PRIMARY KEY,
        second_step_id TEXT NOT NULL REFERENCES second_step (id),
        number INTEGER NOT NULL CHECK (number BETWEEN 0 AND \(RecoveryCode.count - 1)),
        code_hash TEXT NOT NULL CHECK (length(code_hash) >= 32),
        added_at BIGINT NOT NULL,
        ended_at BIGINT,
        ended_as TEXT CHECK (ended_as IN ('used', 'replaced')),
        CHECK ((ended_at IS NULL) = (ended_as IS NULL)))
      """),
    .define(
      "CREATE UNIQUE INDEX recovery_code_one ON recovery_code (second_step_id, number) WHERE ended_at IS NULL"),
    .keepForEver(table: "recovery_code"),
    .neverReplaced(
      "recovery_code", keys: [.key("id"), .key("second_step_id", "number", among: "ROW.ended_at IS NULL")],
      changing: []),
    fixed("recovery_code", ["id", "second_step_id", "number", "code_hash", "added_at"]),
    .refuse(
      "recovery_code_once", on: "recovery_code", .update, when: "OLD.ended_at IS NOT NULL",
      saying: "a recovery code is used once"),
  ]

  static let mailCodes: [MigrationStep] = [
    .define(
      """
      CREATE TABLE mail_code (
        id TEXT NOT NULL PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES account (id),
        address TEXT NOT NULL,
        code_hash TEXT NOT NULL CHECK (length(code_hash) >= 32),
        sent_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND \(MailCodeRule.tries)),
        used_at BIGINT,
        CHECK (expires_at = sent_at + \(MailCodeRule.life.wholeMilliseconds)),
        CHECK (used_at IS NULL OR used_at BETWEEN sent_at AND expires_at))
      """),
    .define("CREATE INDEX mail_code_by_account ON mail_code (account_id, sent_at)"),
    .keepForEver(table: "mail_code"),
    .neverReplaced("mail_code", keys: [.key("id")], changing: []),
    fixed("mail_code", ["id", "account_id", "address", "code_hash", "sent_at", "expires_at"]),
    .refuse(
      "mail_code_once", on: "mail_code", .update, when: "OLD.used_at IS NOT NULL",
      saying: "a code that was sent is used once"),
    .refuse(
      "mail_code_tries", on: "mail_code", .update,
      when: "NEW.tries < OLD.tries OR (NEW.tries = OLD.tries AND NEW.used_at IS NULL)",
      saying: "the tries of a code are counted and never taken back"),
  ]

  /// Where who has signed in: what is no proof of anything, and so may be forgotten.
  static let knownTerminals: [MigrationStep] = [
    .define(
      """
      CREATE TABLE known_terminal (
        account_id TEXT NOT NULL REFERENCES account (id),
        terminal TEXT NOT NULL,
        last_at BIGINT NOT NULL,
        PRIMARY KEY (account_id, terminal))
      """),
    .define(
      """
      ALTER TABLE sign_in_failure ADD COLUMN while_waiting INTEGER NOT NULL DEFAULT 0
        CHECK (\(Check.flag("while_waiting")))
      """),
    .define("CREATE INDEX sign_in_failure_by_terminal ON sign_in_failure (terminal, failed_at)"),
    .define("CREATE INDEX sign_in_failure_by_time ON sign_in_failure (failed_at)"),
  ]

  static func fixed(_ table: String, _ columns: [String]) -> MigrationStep {
    .refuse(
      "\(table)_fixed", on: table, .update,
      when: columns.map { "NEW.\($0) IS NOT OLD.\($0)" }.joined(separator: " OR "),
      saying: "what names a row of \(table) never changes")
  }
}
