import DatabaseKit

extension Migration {
  /// The order and the stay of a patient who has left name one place, unless the ward said otherwise on leaving; and nobody
  /// dies by a change of the order (A4).
  static let dischargePlaces = Migration(
    "2026-11-discharge-places",
    [
      .refuse(
        "discharge_summary_place_of_stay", on: "discharge_summary", .update,
        when: """
          NEW.disposition <> OLD.disposition AND EXISTS (SELECT 1 FROM admission WHERE admission.id = NEW.admission_id
            AND admission.status = 'discharged' AND (admission.disposition = OLD.disposition
              OR (NEW.disposition = 'died') <> (admission.disposition = 'died')))
          """,
        saying: "where a patient went is changed on the stay with the order")
    ])
}
