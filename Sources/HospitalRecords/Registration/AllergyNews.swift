import DatabaseKit

extension Migration {
  /// What a patient in a room must not be given is news of the room: it stands beside the patient on the board (P5, A1),
  /// under whichever of merged records it was written.
  static let allergyNews = Migration(
    "2026-11-allergy-news",
    [
      .announce(
        "room", from: "allergy",
        keys: """
          SELECT stay.room_id AS key FROM admission JOIN stay ON stay.admission_id = admission.id AND stay.ended_at IS NULL
          WHERE admission.status IN ('in-progress', 'on-hold') AND admission.patient_id IN (
            SELECT ROW.patient_id
            UNION SELECT patient_id FROM patient_merge WHERE survivor_id = ROW.patient_id AND undone_at IS NULL
            UNION SELECT survivor_id FROM patient_merge WHERE patient_id = ROW.patient_id AND undone_at IS NULL)
          """)
    ])
}
