import DatabaseKit

extension Migration {
  /// What the merging of records and admissions forbid each other (B4): the records of one person have at most one open
  /// admission between them.
  static let mergeGuards = Migration(
    "2026-11-merge-guards",
    [
      .refuse(
        "patient_merge_of_one_admission", on: "patient_merge", .insert,
        when: """
          EXISTS (SELECT 1 FROM admission WHERE patient_id = NEW.patient_id AND status IN ('in-progress', 'on-hold'))
          AND EXISTS (SELECT 1 FROM admission WHERE status IN ('in-progress', 'on-hold')
            AND patient_id IN (\(recordsOf("NEW.survivor_id"))))
          """,
        saying: "both records are admitted: one person is in one room"),
      .refuse(
        "admission_one_open_of_person", on: "admission", .insert, when: openElsewhere,
        saying: "the patient is admitted already under a record that was merged into this one"),
      .refuse(
        "admission_one_open_of_person_again", on: "admission", .update, when: openElsewhere,
        saying: "the patient is admitted already under a record that was merged into this one"),
    ])

  private static let openElsewhere = """
    NEW.status IN ('in-progress', 'on-hold') AND EXISTS (SELECT 1 FROM admission AS other
      WHERE other.status IN ('in-progress', 'on-hold') AND other.id <> NEW.id AND other.patient_id IN (
        \(recordsOf("NEW.patient_id"))
        UNION \(recordsOf("(SELECT survivor_id FROM patient_merge WHERE patient_id = NEW.patient_id AND undone_at IS NULL)"))))
    """

  /// A record and those merged into it.
  private static func recordsOf(_ patient: String) -> String {
    "SELECT \(patient) UNION SELECT patient_id FROM patient_merge WHERE survivor_id = \(patient) AND undone_at IS NULL"
  }
}
