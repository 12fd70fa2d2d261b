import DatabaseKit
import HospitalDomain

extension Migration {
  /// Consultations (C1), nurses' notes (C3), and what is added to them and to prescriptions after they are fixed (B11).
  static let care = Migration(
    "2026-11-care",
    MigrationStep.clinicalEntries(
      "consultation", noun: "consultation", fixed: [("doctor_id", "TEXT REFERENCES doctor (id)")],
      texts: [
        ("complaint", said("complaint")), ("findings", written("findings")), ("diagnosis", written("diagnosis")),
        ("plan", said("plan")),
      ])
      + MigrationStep.clinicalEntries("nursing_note", noun: "nurse's note", texts: [("note", said("note"))])
      + addenda)

  private static func said(_ column: String) -> String {
    "TEXT NOT NULL CHECK (\(Check.said(column, atMost: 4 * SafeText.noteLimit)))"
  }

  private static func written(_ column: String) -> String {
    "TEXT NOT NULL CHECK (length(\(column)) <= \(4 * SafeText.noteLimit))"
  }

  private static let addenda: [MigrationStep] = [
    .define(
      """
      CREATE TABLE addendum (
        id TEXT NOT NULL PRIMARY KEY,
        consultation_id TEXT REFERENCES consultation (id),
        nursing_note_id TEXT REFERENCES nursing_note (id),
        prescription_id TEXT REFERENCES prescription (id),
        note \(said("note")),
        written_at BIGINT NOT NULL,
        written_by TEXT NOT NULL REFERENCES account (id),
        CHECK ((consultation_id IS NOT NULL) + (nursing_note_id IS NOT NULL) + (prescription_id IS NOT NULL) = 1))
      """),
    index("consultation_id"), index("nursing_note_id"), index("prescription_id"),
    .appendOnly(table: "addendum"),
    .neverReplaced("addendum", keys: [.key("id")], changing: nil),
    .refuse(
      "addendum_written_later", on: "addendum", .insert,
      given: { "NEW.written_at > \($0.nowMilliseconds) + 1000" },
      saying: "an addendum is not written in the future"),
    .refuse(
      "addendum_to_struck_out", on: "addendum", .insert,
      when: """
        EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND is_struck_out = 1)
        OR EXISTS (SELECT 1 FROM nursing_note WHERE id = NEW.nursing_note_id AND is_struck_out = 1)
        OR EXISTS (SELECT 1 FROM prescription WHERE id = NEW.prescription_id AND status = 'entered-in-error')
        """,
      saying: "nothing is added to an entry that was struck out"),
  ]

  private static func index(_ column: String) -> MigrationStep {
    .define(
      """
      CREATE INDEX addendum_by_\(column.dropLast(3)) ON addendum (\(column), written_at) WHERE \(column) IS NOT NULL
      """)
  }
}
