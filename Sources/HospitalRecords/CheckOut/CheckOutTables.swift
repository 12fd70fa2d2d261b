import DatabaseKit

extension Migration {
  /// The steps of a check-out (A4): stamps in their order, the discharge summary, leave, and what is waived.
  static let checkOut = Migration(
    "2026-11-check-out",
    CheckOutSchema.stamps + CheckOutSchema.takenOver + CheckOutSchema.summaries + CheckOutSchema.leaves
      + CheckOutSchema.openItems + CheckOutSchema.order + CheckOutSchema.admissions)
}

/// Check-outs: who stamped which step when, and what stands in the way of the last one.
enum CheckOutSchema {
  static let stamps: [MigrationStep] = [
    .define(
      """
      CREATE TABLE check_out_stamp (
        id TEXT NOT NULL PRIMARY KEY,
        admission_id TEXT NOT NULL REFERENCES admission (id),
        step TEXT NOT NULL CHECK (\(Check.oneOf("step", ["order", "exit", "close"]))),
        stamped_at BIGINT NOT NULL,
        stamped_by TEXT NOT NULL REFERENCES account (id),
        undone_at BIGINT,
        undone_by TEXT REFERENCES account (id),
        undo_reason TEXT,
        CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL)),
        CHECK (undo_reason IS NULL OR \(Check.said("undo_reason", atMost: 2000))))
      """),
    .define("CREATE UNIQUE INDEX check_out_one_stamp ON check_out_stamp (admission_id, step) WHERE undone_at IS NULL"),
    .define(
      "CREATE INDEX admission_papers_open ON admission (status) WHERE status IN ('in-progress', 'on-hold', 'discharged')"
    ),
    .define("CREATE INDEX prescription_by_admission ON prescription (admission_id) WHERE admission_id IS NOT NULL"),
    .define("CREATE INDEX invoice_by_admission ON invoice (admission_id) WHERE admission_id IS NOT NULL"),
    .keepForEver(table: "check_out_stamp"),
    .refuse(
      "check_out_stamp_only_undone", on: "check_out_stamp", .update,
      when: """
        OLD.undone_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.admission_id IS NOT OLD.admission_id
        OR NEW.step IS NOT OLD.step OR NEW.stamped_at IS NOT OLD.stamped_at OR NEW.stamped_by IS NOT OLD.stamped_by
        """,
      saying: "a stamp is undone with a reason, and never changed"),
  ]

  /// What happened before there were stamps: those who left were ordered to, and whose papers are complete are closed.
  static let takenOver: [MigrationStep] = [
    ("order", "'discharged', 'completed'"), ("exit", "'discharged', 'completed'"), ("close", "'completed'"),
  ].map { step, states in
    .define(
      """
      INSERT INTO check_out_stamp (id, admission_id, step, stamped_at, stamped_by)
      SELECT '\(step) ' || id, id, '\(step)', discharged_at, recorded_by FROM admission WHERE status IN (\(states))
      """)
  }

  static let summaries =
    MigrationStep.versionedTable(
      "discharge_summary",
      fixed: [("admission_id", "TEXT NOT NULL UNIQUE REFERENCES admission (id)")],
      columns: [
        ("disposition", "TEXT NOT NULL CHECK (\(Check.oneOf("disposition", dispositions)))"),
        ("diagnosis", "TEXT NOT NULL CHECK (\(Check.said("diagnosis", atMost: 400)))"),
        ("summary", "TEXT NOT NULL CHECK (\(Check.said("summary", atMost: 8000)))"),
        ("died_at", "BIGINT"),
      ], rules: ["CHECK ((disposition = 'died') = (died_at IS NOT NULL))"])
    + [
      .refuse(
        "discharge_summary_closed", on: "discharge_summary", .update,
        when: "EXISTS (SELECT 1 FROM admission WHERE id = NEW.admission_id AND status = 'completed')",
        saying: "the discharge summary of a closed stay is never changed")
    ]

  private static let dispositions = [
    "home", "other-facility", "hospital", "long-term", "against-advice", "died", "psychiatric", "rehabilitation",
    "nursing", "other",
  ]

  static let leaves: [MigrationStep] = [
    .define(
      """
      CREATE TABLE patient_leave (
        id TEXT NOT NULL PRIMARY KEY,
        admission_id TEXT NOT NULL REFERENCES admission (id),
        started_at BIGINT NOT NULL,
        started_by TEXT NOT NULL REFERENCES account (id),
        back_at BIGINT NOT NULL,
        reason TEXT NOT NULL CHECK (\(Check.said("reason", atMost: 2000))),
        ended_at BIGINT,
        ended_by TEXT REFERENCES account (id),
        CHECK (back_at > started_at),
        CHECK (ended_at IS NULL OR ended_at >= started_at),
        CHECK ((ended_at IS NULL) = (ended_by IS NULL)))
      """),
    .define("CREATE UNIQUE INDEX patient_leave_one_open ON patient_leave (admission_id) WHERE ended_at IS NULL"),
    .keepForEver(table: "patient_leave"),
    .refuse(
      "patient_leave_only_ended", on: "patient_leave", .update,
      when: """
        OLD.ended_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.admission_id IS NOT OLD.admission_id
        OR NEW.started_at IS NOT OLD.started_at OR NEW.started_by IS NOT OLD.started_by
        OR NEW.back_at IS NOT OLD.back_at OR NEW.reason IS NOT OLD.reason
        """,
      saying: "a leave ends, and is never changed"),
    .announce(
      "room", from: "patient_leave",
      keys: "SELECT room_id AS key FROM stay WHERE admission_id = ROW.admission_id AND ended_at IS NULL"),
  ]
}
