import DatabaseKit
import HospitalDomain

extension Migration {
  /// Patients, their allergies, the terms they are found by, and the merging of records that were made twice (P1–P4).
  static let patients = Migration("2026-11-patients", patientTable + allergies + searchTerms + merges)

  /// The most code points of what a person may type as a name or a line. A letter that people see can be several code
  /// points, so these are far above the limits that the domain says kindly.
  private static let longestName = 2_000
  private static let longestLine = 4_000

  private static let patientTable =
    MigrationStep.versionedTable(
      "patient",
      fixed: [
        ("number", "BIGINT NOT NULL UNIQUE CHECK (number > 0)"),
        ("hospital_id", "TEXT NOT NULL REFERENCES hospital (id)"),
        ("registered_at", "BIGINT NOT NULL"),
        ("registered_by", "TEXT NOT NULL REFERENCES account (id)"),
      ],
      columns: [
        ("family_name", "TEXT NOT NULL"),
        ("given_name", "TEXT NOT NULL"),
        ("is_unidentified", "INTEGER NOT NULL DEFAULT 0 CHECK (\(Check.flag("is_unidentified")))"),
        ("sex", "TEXT NOT NULL CHECK (\(Check.oneOf("sex", ["F", "M", "X", "U"])))"),
        ("birth_date", "TEXT NOT NULL CHECK (\(Check.date("birth_date")))"),
        ("is_birth_date_estimated", "INTEGER NOT NULL DEFAULT 0 CHECK (\(Check.flag("is_birth_date_estimated")))"),
        ("national_id", "TEXT"),
        ("telephone", "TEXT NOT NULL CHECK (\(Check.said("telephone", atMost: longestName)))"),
        ("email", "TEXT"),
        ("address", "TEXT NOT NULL CHECK (\(Check.said("address", atMost: longestLine)))"),
        ("town", "TEXT"),
        ("emergency_name", "TEXT NOT NULL CHECK (\(Check.said("emergency_name", atMost: longestName)))"),
        ("emergency_telephone", "TEXT NOT NULL CHECK (\(Check.said("emergency_telephone", atMost: longestName)))"),
        ("emergency_relation", "TEXT NOT NULL CHECK (\(Check.said("emergency_relation", atMost: longestName)))"),
        ("blood_group", "TEXT"),
        ("language", "TEXT"),
        ("insurer", "TEXT"),
        ("pharmacy_id", "TEXT REFERENCES pharmacy (id)"),
        ("allergy_status", "TEXT NOT NULL CHECK (\(Check.oneOf("allergy_status", ["unknown", "none", "recorded"])))"),
        ("died_at", "BIGINT"),
      ],
      // Some people have a single name, and it may stand in either column.
      rules: [
        "CHECK (\(Check.said("family_name || given_name", atMost: 2 * longestName)))",
        "CHECK (died_at IS NULL OR died_at <= recorded_at)",
      ])
    + [
      .define("CREATE INDEX patient_by_birth_date ON patient (birth_date)"),
      .define("CREATE INDEX patient_by_national_id ON patient (national_id) WHERE national_id IS NOT NULL"),
      // A day is added, so that no time zone makes a newborn's date too late.
      .refuse(
        "patient_not_born_after", on: "patient", .insert,
        given: { "NEW.birth_date > \($0.date(ofMilliseconds: "NEW.registered_at + 86400000"))" },
        saying: "a patient is not born after they were registered"),
      .refuse(
        "patient_not_born_after_change", on: "patient", .update,
        given: { "NEW.birth_date > \($0.date(ofMilliseconds: "NEW.recorded_at + 86400000"))" },
        saying: "a patient is not born after their record was changed"),
      .refuse(
        "patient_not_dead_before_birth", on: "patient", .update,
        given: { "NEW.birth_date > \($0.date(ofMilliseconds: "NEW.died_at + 86400000"))" },
        saying: "a patient does not die before they are born"),
    ]

  private static let allergies: [MigrationStep] = [
    .define(
      """
      CREATE TABLE allergy (
        id TEXT NOT NULL PRIMARY KEY,
        patient_id TEXT NOT NULL REFERENCES patient (id),
        substance TEXT NOT NULL CHECK (\(Check.said("substance", atMost: longestLine))),
        code TEXT,
        reaction TEXT NOT NULL,
        severity TEXT NOT NULL CHECK (\(Check.oneOf("severity", ["unknown", "mild", "moderate", "severe"]))),
        recorded_at BIGINT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES account (id),
        struck_out_at BIGINT,
        struck_out_by TEXT REFERENCES account (id),
        strike_reason TEXT,
        CHECK ((struck_out_at IS NULL) = (struck_out_by IS NULL)
          AND (struck_out_at IS NULL) = (strike_reason IS NULL)))
      """),
    .define("CREATE INDEX allergy_by_patient ON allergy (patient_id)"),
    .keepForEver(table: "allergy"),
    .refuse(
      "allergy_only_struck_out", on: "allergy", .update,
      when: """
        OLD.struck_out_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.patient_id IS NOT OLD.patient_id
        OR NEW.substance IS NOT OLD.substance OR NEW.code IS NOT OLD.code OR NEW.reaction IS NOT OLD.reaction
        OR NEW.severity IS NOT OLD.severity OR NEW.recorded_at IS NOT OLD.recorded_at
        OR NEW.recorded_by IS NOT OLD.recorded_by
        """,
      saying: "an allergy is struck out with a reason, never changed"),
  ]

  private static let searchTerms: [MigrationStep] = [
    .ordered(
      """
      CREATE TABLE patient_term (
        term TEXT NOT NULL,
        patient_number BIGINT NOT NULL REFERENCES patient (number),
        PRIMARY KEY (term, patient_number))
      """),
    .define("CREATE INDEX patient_term_by_patient ON patient_term (patient_number, term)"),
  ]

  private static let merges: [MigrationStep] = [
    .define(
      """
      CREATE TABLE patient_merge (
        id TEXT NOT NULL PRIMARY KEY,
        patient_id TEXT NOT NULL REFERENCES patient (id),
        survivor_id TEXT NOT NULL REFERENCES patient (id),
        merged_at BIGINT NOT NULL,
        merged_by TEXT NOT NULL REFERENCES account (id),
        reason TEXT NOT NULL CHECK (\(Check.said("reason", atMost: longestLine))),
        undone_at BIGINT,
        undone_by TEXT REFERENCES account (id),
        undo_reason TEXT,
        CHECK (patient_id <> survivor_id),
        CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL)))
      """),
    .define("CREATE UNIQUE INDEX patient_merge_once ON patient_merge (patient_id) WHERE undone_at IS NULL"),
    .define("CREATE INDEX patient_merge_by_survivor ON patient_merge (survivor_id) WHERE undone_at IS NULL"),
    .keepForEver(table: "patient_merge"),
    .refuse(
      "patient_merge_one_step", on: "patient_merge", .insert,
      when: """
        EXISTS (SELECT 1 FROM patient_merge WHERE patient_id = NEW.survivor_id AND undone_at IS NULL)
        OR EXISTS (SELECT 1 FROM patient_merge WHERE survivor_id = NEW.patient_id AND undone_at IS NULL)
        """,
      saying: "a record that takes part in one merge is not merged away again: undo the first merge"),
    .refuse(
      "patient_merge_only_undone", on: "patient_merge", .update,
      when: """
        OLD.undone_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.patient_id IS NOT OLD.patient_id
        OR NEW.survivor_id IS NOT OLD.survivor_id OR NEW.merged_at IS NOT OLD.merged_at
        OR NEW.merged_by IS NOT OLD.merged_by OR NEW.reason IS NOT OLD.reason
        """,
      saying: "a merge is undone with a reason, never changed"),
  ]
}
