import DatabaseKit

extension Migration {
  /// Who cares for whom now, and that nobody else does anything to a restricted patient without an opening that counts (H6).
  static let restrictedCare = Migration(
    "2026-11-restricted-care",
    [
      .view(name: "care_now") { _ in
        """
        SELECT admission.patient_id, admission.doctor_id, stay.staff_id, room.department_id FROM admission
          JOIN stay ON stay.admission_id = admission.id AND stay.ended_at IS NULL JOIN room ON room.id = stay.room_id
          WHERE admission.status IN ('in-progress', 'on-hold')
        UNION ALL
        SELECT patient_merge.survivor_id, admission.doctor_id, stay.staff_id, room.department_id FROM patient_merge
          JOIN admission ON admission.patient_id = patient_merge.patient_id
            AND admission.status IN ('in-progress', 'on-hold')
          JOIN stay ON stay.admission_id = admission.id AND stay.ended_at IS NULL JOIN room ON room.id = stay.room_id
          WHERE patient_merge.undone_at IS NULL
        """
      },
      .view(name: "carer_now") { _ in
        """
        SELECT account.id AS account_id, care_now.patient_id FROM account JOIN care_now
          ON care_now.doctor_id = account.doctor_id OR care_now.staff_id = account.staff_id
          OR EXISTS (SELECT 1 FROM doctor
            WHERE doctor.id = account.doctor_id AND doctor.department_id = care_now.department_id)
          OR EXISTS (SELECT 1 FROM staff
            WHERE staff.id = account.staff_id AND staff.department_id = care_now.department_id)
        """
      },
      .announce("restriction", from: "restriction", keys: "SELECT ROW.id AS key"),
      .refuse(
        "audit_entry_of_restricted_act", on: "audit_entry", .insert,
        when: """
          NEW.patient_id IS NOT NULL AND NEW.action NOT IN ('read', 'refused')
          AND NEW.permission NOT IN ('access.emergency', 'access.restrict', 'access.review', 'patient.import')
          AND EXISTS (SELECT 1 FROM restricted_patient WHERE patient_id = NEW.patient_id)
          AND NOT EXISTS (SELECT 1 FROM access_grant WHERE patient_id = NEW.patient_id AND account_id = NEW.account_id
            AND begun_at <= NEW.occurred_at AND ends_at > NEW.occurred_at)
          AND NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND patient_id = NEW.patient_id)
          AND NOT EXISTS (SELECT 1 FROM carer_now WHERE account_id = NEW.account_id AND patient_id = NEW.patient_id)
          """,
        saying: "a restricted record is opened with a reason first"),
    ])
}
