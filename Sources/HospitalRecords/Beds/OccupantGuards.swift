import DatabaseKit

extension Migration {
  /// What death and the merging of records forbid in rooms (A3, A4, B4): nobody who has died has a room, under whichever of
  /// their records, and none is kept for them.
  static let occupantGuards = Migration(
    "2026-11-occupant-guards", OccupantGuards.deaths + OccupantGuards.admissions + OccupantGuards.holds)
}

private enum OccupantGuards {
  static let deaths: [MigrationStep] = [
    .refuse(
      "patient_dies_in_no_room", on: "patient", .update,
      when: "NEW.died_at IS NOT NULL AND OLD.died_at IS NULL AND \(hasRoom("NEW.id"))",
      saying: "who is in a room is recorded as having died when they are taken from it"),
    .refuse(
      "stay_of_the_living", on: "stay", .insert,
      when: """
        EXISTS (SELECT 1 FROM admission AS own WHERE own.id = NEW.admission_id AND \(hasDied("own.patient_id")))
        """,
      saying: "a patient who died has no room"),
    .refuse(
      "patient_merge_of_the_living", on: "patient_merge", .insert,
      when: """
        (\(hasDied("NEW.patient_id")) AND \(hasRoom("NEW.survivor_id")))
        OR (\(hasDied("NEW.survivor_id")) AND \(hasRoom("NEW.patient_id")))
        """,
      saying: "one record has died and the other has a room"),
  ]

  static let admissions: [MigrationStep] = [
    .refuse(
      "admission_of_the_dead_again", on: "admission", .update,
      when: "\(isOpened) AND EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient_id AND died_at IS NOT NULL)",
      saying: "a patient who died is not admitted"),
    .refuse(
      "admission_of_the_merged_again", on: "admission", .update, when: "\(isOpened) AND \(isMerged("NEW.patient_id"))",
      saying: "this record was merged into another: admit the patient under that one"),
  ]

  static let holds: [MigrationStep] = [
    .refuse(
      "hold_of_clean_room", on: "hold", .insert,
      when: "EXISTS (SELECT 1 FROM room WHERE id = NEW.room_id AND service_state = 'contaminated')",
      saying: "a contaminated room is not held: it is cleaned first"),
    .refuse(
      "hold_for_the_living", on: "hold", .insert,
      when: """
        EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient_id AND died_at IS NOT NULL) OR \(isMerged("NEW.patient_id"))
        """,
      saying: "a room is held for a patient who lives, under the record that survives"),
  ]

  private static let isOpened =
    "NEW.status IN ('in-progress', 'on-hold') AND OLD.status NOT IN ('in-progress', 'on-hold')"

  private static func isMerged(_ patient: String) -> String {
    "EXISTS (SELECT 1 FROM patient_merge WHERE patient_id = \(patient) AND undone_at IS NULL)"
  }

  private static func hasDied(_ patient: String) -> String {
    "EXISTS (SELECT 1 FROM patient WHERE died_at IS NOT NULL AND id IN (\(records(of: patient))))"
  }

  private static func hasRoom(_ patient: String) -> String {
    """
    EXISTS (SELECT 1 FROM admission JOIN stay ON stay.admission_id = admission.id AND stay.ended_at IS NULL
      WHERE admission.patient_id IN (\(records(of: patient))))
    """
  }

  /// Every record of one person: the one named, the one it was merged into, and those merged into either.
  private static func records(of patient: String) -> String {
    """
    SELECT \(patient) UNION SELECT patient_id FROM patient_merge WHERE survivor_id = \(patient) AND undone_at IS NULL
    UNION SELECT one.id FROM patient_merge AS mine
      JOIN patient_merge AS other ON other.survivor_id = mine.survivor_id AND other.undone_at IS NULL
      JOIN patient AS one ON one.id IN (mine.survivor_id, other.patient_id)
      WHERE mine.patient_id = \(patient) AND mine.undone_at IS NULL
    """
  }
}
