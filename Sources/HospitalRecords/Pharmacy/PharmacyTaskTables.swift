import DatabaseKit

extension Migration {
  /// How far the pharmacy is with each prescription, who works on it now, and the news of both (M1).
  static let pharmacyTasks = Migration(
    "2026-11-pharmacy-tasks", PharmacyTaskSchema.tasks + PharmacyTaskSchema.claims + PharmacyTaskSchema.news)
}

/// The work of the pharmacy. A prescription without a row here waits to be verified.
enum PharmacyTaskSchema {
  /// Each stage with those that may follow it; a test holds it against the table of the domain.
  static let steps = [
    "waiting>verified", "waiting>declined", "verified>declined", "verified>part-dispensed", "verified>ready",
    "verified>waiting", "part-dispensed>part-dispensed", "part-dispensed>ready", "part-dispensed>verified",
    "ready>part-dispensed", "ready>verified", "ready>handed-over", "declined>waiting",
  ]

  private static let stages = ["waiting", "verified", "part-dispensed", "ready", "handed-over", "declined"]
  private static let declines = [
    "out-of-stock", "interaction", "allergy", "duplicate-therapy", "pregnancy", "surgery", "intolerance", "other",
  ]

  static let tasks: [MigrationStep] =
    MigrationStep.versionedTable(
      "pharmacy_task",
      fixed: [("prescription_id", "TEXT NOT NULL UNIQUE REFERENCES prescription (id)")],
      columns: [
        ("stage", "TEXT NOT NULL CHECK (\(Check.oneOf("stage", stages)))"),
        ("queued_at", "BIGINT"),
        ("decline_code", "TEXT CHECK (\(Check.oneOf("decline_code", declines)))"),
        ("second_by", "TEXT REFERENCES account (id)"),
      ],
      rules: [
        "CHECK ((stage = 'declined') = (decline_code IS NOT NULL))",
        "CHECK (stage <> 'declined' OR (\(Check.said("change_reason", atMost: 2000))))",
        "CHECK (second_by IS NULL OR second_by <> recorded_by)",
      ]) + [
      .neverReplaced("pharmacy_task", keys: [.key("id"), .key("prescription_id")], changing: []),
      .neverReplaced("pharmacy_task_version", keys: [.key("pharmacy_task_id", "version")], changing: nil),
      .refuse(
        "pharmacy_task_begins", on: "pharmacy_task", .insert,
        when: "NEW.stage NOT IN ('verified', 'declined') OR NEW.version <> 1",
        saying: "a prescription that waits is verified or declined first"),
      .refuse(
        "pharmacy_task_steps", on: "pharmacy_task", .update,
        when: """
          OLD.stage || '>' || NEW.stage NOT IN (\(steps.map { "'\($0)'" }.joined(separator: ", ")))
          """,
        saying: "a prescription does not go from that stage to this one"),
      live("pharmacy_task_of_live_added", .insert), live("pharmacy_task_of_live_changed", .update),
      .define(
        """
        CREATE INDEX prescription_turn ON prescription (\(turn("priority")), written_at, number)
        WHERE status IN ('active', 'on-hold')
        """),
      .define("CREATE INDEX pharmacy_task_by_stage ON pharmacy_task (stage, recorded_at)"),
    ]

  /// The place of a priority in the queue, from 1.
  static func turn(_ column: String) -> String {
    "CASE \(column) WHEN 'stat' THEN 1 WHEN 'asap' THEN 2 WHEN 'urgent' THEN 3 ELSE 4 END"
  }

  private static func live(_ name: String, _ event: MigrationStep.Guard.Event) -> MigrationStep {
    .refuse(
      name, on: "pharmacy_task", event,
      when: "NOT EXISTS (SELECT 1 FROM prescription WHERE id = NEW.prescription_id AND status = 'active')",
      saying: "a prescription that is on hold, stopped, struck out or done goes no further")
  }

  /// Who works on a prescription: a lease. It is let go by ending it, so that nobody's is taken away.
  static let claims: [MigrationStep] = [
    .define(
      """
      CREATE TABLE prescription_claim (
        prescription_id TEXT NOT NULL PRIMARY KEY REFERENCES prescription (id),
        account_id TEXT NOT NULL REFERENCES account (id),
        terminal TEXT NOT NULL,
        claimed_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        CHECK (expires_at >= claimed_at AND expires_at <= claimed_at + 3600000))
      """),
    .define("CREATE INDEX prescription_claim_by_account ON prescription_claim (account_id, expires_at)"),
    .keepForEver(table: "prescription_claim"),
    .neverReplaced("prescription_claim", keys: [.key("prescription_id")], changing: [.key("prescription_id")]),
    .refuse(
      "prescription_claim_of_one", on: "prescription_claim", .update,
      when: """
        NEW.prescription_id IS NOT OLD.prescription_id
        OR (NEW.account_id IS NOT OLD.account_id AND OLD.expires_at > NEW.claimed_at)
        """,
      saying: "somebody else is working on this prescription"),
  ]

  /// What the live queue hears of; and the board, where the patient lies in a room.
  static let news: [MigrationStep] = [
    .announce("prescription", from: "prescription", keys: "SELECT ROW.id AS key"),
    .announce("prescription", from: "pharmacy_task", keys: "SELECT ROW.prescription_id AS key"),
    .announce("prescription", from: "prescription_claim", keys: "SELECT ROW.prescription_id AS key"),
    .announce(
      "prescription", from: "stay",
      keys: """
        SELECT id AS key FROM prescription WHERE admission_id = ROW.admission_id AND status IN ('active', 'on-hold')
        """),
    .announce(
      "prescription", from: "patient",
      keys: "SELECT id AS key FROM prescription WHERE patient_id = ROW.id AND status IN ('active', 'on-hold')"),
    .announce(
      "room", from: "pharmacy_task",
      keys: """
        SELECT stay.room_id AS key FROM prescription JOIN stay ON stay.admission_id = prescription.admission_id
          AND stay.ended_at IS NULL WHERE prescription.id = ROW.prescription_id
        """),
  ]
}
