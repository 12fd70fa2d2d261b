import DatabaseKit

extension Migration {
  /// Restricted records, who opened them with which reason, and what a supervisor found (H6). No connection reads a
  /// restricted record into the audit trail, and so no use case at all, without an opening that still counts.
  static let restrictedRecords = Migration("2026-11-restricted-records", tables + view + guards)

  private static let tables: [MigrationStep] = [
    .define(
      """
      CREATE TABLE restriction (
        id TEXT NOT NULL PRIMARY KEY,
        patient_id TEXT REFERENCES patient (id),
        department_id TEXT REFERENCES department (id),
        kind TEXT NOT NULL CHECK (\(Check.oneOf("kind", ["staff", "well-known", "department", "other"]))),
        reason TEXT NOT NULL CHECK (\(Check.said("reason", atMost: 4_000))),
        begun_at BIGINT NOT NULL,
        begun_by TEXT NOT NULL REFERENCES account (id),
        ended_at BIGINT,
        ended_by TEXT REFERENCES account (id),
        end_reason TEXT,
        CHECK ((patient_id IS NULL) <> (department_id IS NULL)),
        CHECK ((kind = 'department') = (department_id IS NOT NULL)),
        CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL)))
      """),
    .define("CREATE UNIQUE INDEX restriction_of_patient ON restriction (patient_id) WHERE ended_at IS NULL"),
    .define("CREATE UNIQUE INDEX restriction_of_department ON restriction (department_id) WHERE ended_at IS NULL"),
    .keepForEver(table: "restriction"),
    .neverReplaced(
      "restriction",
      keys: [
        .key("id"), .key("patient_id", among: "ROW.ended_at IS NULL AND ROW.patient_id IS NOT NULL"),
        .key("department_id", among: "ROW.ended_at IS NULL AND ROW.department_id IS NOT NULL"),
      ], changing: []),
    .define(
      """
      CREATE TABLE access_grant (
        id TEXT NOT NULL PRIMARY KEY,
        patient_id TEXT NOT NULL REFERENCES patient (id),
        account_id TEXT NOT NULL REFERENCES account (id),
        terminal TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (\(Check.said("reason", atMost: 4_000))),
        begun_at BIGINT NOT NULL,
        ends_at BIGINT NOT NULL,
        CHECK (ends_at > begun_at AND ends_at - begun_at <= 86400000))
      """),
    .define("CREATE INDEX access_grant_by_patient ON access_grant (patient_id, account_id, ends_at)"),
    .appendOnly(table: "access_grant"),
    .neverReplaced("access_grant", keys: [.key("id")], changing: nil),
    .announce("access_grant", from: "access_grant", keys: "SELECT ROW.id AS key"),
    .define(
      """
      CREATE TABLE access_review (
        grant_id TEXT NOT NULL PRIMARY KEY REFERENCES access_grant (id),
        is_justified INTEGER NOT NULL CHECK (\(Check.flag("is_justified"))),
        remark TEXT NOT NULL CHECK (\(Check.said("remark", atMost: 4_000))),
        reviewed_at BIGINT NOT NULL,
        reviewed_by TEXT NOT NULL REFERENCES account (id))
      """),
    .appendOnly(table: "access_review"),
    .neverReplaced("access_review", keys: [.key("grant_id")], changing: nil),
  ]

  /// Who lies in a restricted department is restricted as long as they do; a record that absorbed a restricted one is too.
  private static let view: [MigrationStep] = [
    .view(name: "restricted_patient") { _ in
      """
      SELECT patient_id, kind FROM restriction WHERE ended_at IS NULL AND patient_id IS NOT NULL
      UNION ALL
      SELECT patient_merge.survivor_id, restriction.kind FROM restriction
        JOIN patient_merge ON patient_merge.patient_id = restriction.patient_id AND patient_merge.undone_at IS NULL
        WHERE restriction.ended_at IS NULL
      UNION ALL
      SELECT admission.patient_id, restriction.kind FROM restriction
        JOIN room ON room.department_id = restriction.department_id
        JOIN stay ON stay.room_id = room.id AND stay.ended_at IS NULL
        JOIN admission ON admission.id = stay.admission_id
        WHERE restriction.ended_at IS NULL
      """
    }
  ]

  private static let guards: [MigrationStep] = [
    .refuse(
      "restriction_only_ended", on: "restriction", .update,
      when: """
        OLD.ended_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.patient_id IS NOT OLD.patient_id
        OR NEW.department_id IS NOT OLD.department_id OR NEW.kind IS NOT OLD.kind OR NEW.reason IS NOT OLD.reason
        OR NEW.begun_at IS NOT OLD.begun_at OR NEW.begun_by IS NOT OLD.begun_by
        """,
      saying: "a restriction is lifted with a reason, never changed"),
    .refuse(
      "access_review_of_another", on: "access_review", .insert,
      when: "EXISTS (SELECT 1 FROM access_grant WHERE id = NEW.grant_id AND account_id = NEW.reviewed_by)",
      saying: "nobody reviews what they opened themselves"),
    .refuse(
      "audit_entry_of_opened_record", on: "audit_entry", .insert,
      when: """
        NEW.patient_id IS NOT NULL AND (NEW.action = 'read' OR NEW.permission LIKE 'paper.%')
        AND NEW.action <> 'refused'
        AND EXISTS (SELECT 1 FROM restricted_patient WHERE patient_id = NEW.patient_id)
        AND NOT EXISTS (SELECT 1 FROM access_grant WHERE patient_id = NEW.patient_id AND account_id = NEW.account_id
          AND begun_at <= NEW.occurred_at AND ends_at > NEW.occurred_at)
        AND NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND patient_id = NEW.patient_id)
        """,
      saying: "a restricted record is opened with a reason first"),
  ]
}
