import DatabaseKit
import HospitalDomain

extension Migration {
  /// Where a prescription comes from, what was passed when it was written, what was shown, usual prescriptions, and the
  /// guards of prescribing (M2, M3, B7).
  static let prescribing = Migration(
    "2026-11-prescribing", priors + overrides + templates + guards)

  private static let priors: [MigrationStep] = [
    .define(
      """
      CREATE TABLE prescription_prior (
        prescription_id TEXT NOT NULL PRIMARY KEY REFERENCES prescription (id),
        prior_id TEXT NOT NULL REFERENCES prescription (id),
        kind TEXT NOT NULL CHECK (\(Check.oneOf("kind", ["renewal", "change"]))),
        reason TEXT NOT NULL CHECK (\(Check.said("reason", atMost: 4_000))),
        recorded_at BIGINT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES account (id),
        CHECK (prescription_id <> prior_id))
      """),
    .define("CREATE INDEX prescription_prior_by_prior ON prescription_prior (prior_id, kind)"),
    .define("CREATE UNIQUE INDEX prescription_changed_once ON prescription_prior (prior_id) WHERE kind = 'change'"),
    .appendOnly(table: "prescription_prior"),
    .neverReplaced(
      "prescription_prior",
      keys: [.key("prescription_id"), .key("prior_id", among: "ROW.kind = 'change'")], changing: nil),
    .refuse(
      "prescription_renewed_within_refills", on: "prescription_prior", .insert,
      when: """
        NEW.kind = 'renewal' AND (SELECT COUNT(*) FROM prescription_prior AS other
            WHERE other.prior_id = NEW.prior_id AND other.kind = 'renewal')
          >= COALESCE((SELECT MAX(refills) FROM prescription_item WHERE prescription_id = NEW.prior_id), 0)
        """, saying: "a prescription is not renewed more often than its refills"),
    .refuse(
      "prescription_renewed_while_it_holds", on: "prescription_prior", .insert,
      when: """
        NEW.kind = 'renewal' AND EXISTS (SELECT 1 FROM prescription
          WHERE id = NEW.prior_id AND status IN ('stopped', 'cancelled', 'entered-in-error'))
        """, saying: "a prescription that was stopped is not renewed"),
    .refuse(
      "prescription_prior_of_one_patient", on: "prescription_prior", .insert,
      when: """
        (SELECT \(survivor("one.patient_id")) FROM prescription AS one WHERE one.id = NEW.prescription_id)
          <> (SELECT \(survivor("two.patient_id")) FROM prescription AS two WHERE two.id = NEW.prior_id)
        """, saying: "a prescription and the one before it are of one patient"),
  ]

  private static func survivor(_ column: String) -> String {
    """
    COALESCE((SELECT away.survivor_id FROM patient_merge AS away
      WHERE away.patient_id = \(column) AND away.undone_at IS NULL), \(column))
    """
  }

  private static let overrides: [MigrationStep] = [
    .define(
      """
      CREATE TABLE finding_override (
        id TEXT NOT NULL PRIMARY KEY,
        prescription_id TEXT NOT NULL REFERENCES prescription (id),
        kind TEXT NOT NULL CHECK (\(Check.oneOf("kind", CheckFinding.Kind.allCases.map(\.rawValue)))),
        level TEXT NOT NULL CHECK (\(Check.oneOf("level", FindingLevel.allCases.map(\.rawValue)))),
        first TEXT NOT NULL,
        second TEXT NOT NULL,
        reason TEXT NOT NULL,
        signed_by TEXT REFERENCES account (id),
        recorded_at BIGINT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES account (id),
        CHECK (level NOT IN ('contraindicated', 'major') OR \(Check.said("reason", atMost: 4_000))),
        CHECK (level <> 'contraindicated' OR signed_by IS NOT NULL),
        CHECK (signed_by IS NULL OR signed_by <> recorded_by))
      """),
    .define("CREATE INDEX finding_override_by_prescription ON finding_override (prescription_id)"),
    .appendOnly(table: "finding_override"),
    .neverReplaced("finding_override", keys: [.key("id")], changing: nil),
    .refuse(
      "finding_override_signed_by_those_who_can", on: "finding_override", .insert,
      when: """
        NEW.signed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.signed_by
          AND \(Check.oneOf("role", PrescribingRule.signers.map(\.rawValue).sorted())))
        """, saying: "a doctor or a pharmacist signs for what is contraindicated"),
    .define(
      """
      CREATE TABLE finding_shown (
        admission_id TEXT NOT NULL REFERENCES admission (id),
        finding TEXT NOT NULL CHECK (\(Check.said("finding", atMost: 1_000))),
        shown_at BIGINT NOT NULL,
        shown_to TEXT NOT NULL REFERENCES account (id),
        PRIMARY KEY (admission_id, finding))
      """),
    .appendOnly(table: "finding_shown"),
    .neverReplaced("finding_shown", keys: [.key("admission_id", "finding")], changing: nil),
  ]

  private static let templates: [MigrationStep] = [
    .define(
      """
      CREATE TABLE prescription_template (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL CHECK (\(Check.said("name"))),
        account_id TEXT REFERENCES account (id),
        department_id TEXT REFERENCES department (id),
        recorded_at BIGINT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES account (id),
        CHECK ((account_id IS NULL) <> (department_id IS NULL)))
      """),
    .define("CREATE INDEX prescription_template_of_account ON prescription_template (account_id)"),
    .define("CREATE INDEX prescription_template_of_department ON prescription_template (department_id)"),
    .appendOnly(table: "prescription_template"),
    .neverReplaced("prescription_template", keys: [.key("id")], changing: nil),
    .define(
      """
      CREATE TABLE prescription_template_item (
        template_id TEXT NOT NULL REFERENCES prescription_template (id),
        position INTEGER NOT NULL CHECK (position > 0),
        medication_id TEXT NOT NULL REFERENCES medication (id),
        amount_thousandths BIGINT NOT NULL CHECK (amount_thousandths > 0),
        unit TEXT NOT NULL,
        route_code TEXT NOT NULL,
        frequency_code TEXT NOT NULL,
        frequency_count INTEGER NOT NULL,
        duration_days INTEGER NOT NULL CHECK (duration_days BETWEEN 1 AND 366),
        quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
        refills INTEGER NOT NULL CHECK (refills BETWEEN 0 AND 12),
        PRIMARY KEY (template_id, position))
      """),
    .appendOnly(table: "prescription_template_item"),
    .neverReplaced("prescription_template_item", keys: [.key("template_id", "position")], changing: nil),
  ]

  private static let guards: [MigrationStep] = [
    guarded(
      "for_the_living", "EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient_id AND died_at IS NOT NULL)",
      "nothing is prescribed for a patient who has died"),
    guarded(
      "for_the_survivor",
      "EXISTS (SELECT 1 FROM patient_merge WHERE patient_id = NEW.patient_id AND undone_at IS NULL)",
      "nothing is prescribed on a record that was merged into another"),
    guarded(
      "to_an_open_pharmacy",
      "EXISTS (SELECT 1 FROM pharmacy WHERE id = NEW.pharmacy_id AND closed_at IS NOT NULL)",
      "nothing is prescribed to a pharmacy that has closed"),
    guarded(
      "on_an_open_stay",
      """
      NEW.admission_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM admission
        WHERE id = NEW.admission_id AND status IN ('in-progress', 'on-hold')
          AND \(survivor("admission.patient_id")) = NEW.patient_id)
      """, "a prescription of a stay is written while the stay is open, for its patient"),
    .refuse(
      "prescription_stopped_with_reason", on: "prescription", .update,
      when: "NEW.status = 'stopped' AND OLD.status <> 'stopped' AND length(trim(NEW.change_reason)) = 0",
      saying: "a prescription is stopped with a reason"),
    .refuse(
      "prescription_stays_stopped", on: "prescription", .update,
      when: "OLD.status = 'stopped' AND NEW.status NOT IN ('stopped', 'entered-in-error')",
      saying: "a prescription that was stopped is not begun again: write a new one"),
  ]

  /// What is refused of a prescription that is to be carried out.
  private static func guarded(_ name: String, _ condition: String, _ sentence: String) -> MigrationStep {
    .refuse(
      "prescription_\(name)", on: "prescription", .insert,
      when: "NEW.status IN ('draft', 'active', 'on-hold') AND (\(condition))", saying: sentence)
  }
}
