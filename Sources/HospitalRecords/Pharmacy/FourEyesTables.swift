import DatabaseKit

extension Migration {
  /// Who prescribed something, or signed for it then, is not who judges it at the pharmacy (M3).
  static let fourEyes = Migration(
    "2026-11-four-eyes",
    FourEyesSchema.verified(.insert) + FourEyesSchema.verified(.update) + [
      .refuse(
        "finding_override_by_fresh_eyes", on: "finding_override", .insert,
        when: """
          NEW.signed_by IS NOT NULL AND NOT \(FourEyesSchema.isPrescriber("NEW.recorded_by"))
          AND \(FourEyesSchema.hasJudged("NEW.signed_by"))
          """,
        saying: FourEyesSchema.secondSentence)
    ])
}

/// Who judged a prescription first.
enum FourEyesSchema {
  /// What somebody is told who signs a second time.
  static let secondSentence =
    "who prescribed something, or signed for it then, is not the second to sign at the pharmacy"

  /// The guards of the step by which a prescription comes to be dispensed.
  static func verified(_ event: MigrationStep.Guard.Event) -> [MigrationStep] {
    let step = "NEW.stage = 'verified'" + (event == .update ? " AND OLD.stage = 'waiting'" : "")
    return [
      .refuse(
        "pharmacy_task_verified_by_another_\(event.rawValue)", on: "pharmacy_task", event,
        when: "\(step) AND \(isPrescriber("NEW.recorded_by"))", saying: "nobody verifies what they prescribed"),
      .refuse(
        "pharmacy_task_signed_by_another_\(event.rawValue)", on: "pharmacy_task", event,
        when: "\(step) AND NEW.second_by IS NOT NULL AND \(hasJudged("NEW.second_by"))", saying: secondSentence),
    ]
  }

  /// Whether an account prescribed something: it wrote it, or is that of the doctor whose name stands on it.
  static func isPrescriber(_ account: String, of prescription: String = "NEW.prescription_id") -> String {
    """
    EXISTS (SELECT 1 FROM prescription AS written WHERE written.id = \(prescription) AND (\(account) = \(writer("written"))
      OR EXISTS (SELECT 1 FROM account AS own WHERE own.id = \(account) AND own.doctor_id = written.doctor_id)))
    """
  }

  /// Whether an account prescribed what the new row is about, or signed for it then: what its prescriber recorded, and not
  /// the pharmacy. What a renewal renews was signed for when that was written.
  static func hasJudged(_ account: String) -> String {
    """
    (\(isPrescriber(account)) OR EXISTS (SELECT 1 FROM finding_override AS passed
      WHERE passed.prescription_id IN (NEW.prescription_id, (SELECT prior.prior_id FROM prescription_prior AS prior
          WHERE prior.prescription_id = NEW.prescription_id AND prior.kind = 'renewal'))
        AND passed.signed_by = \(account) AND \(isPrescriber("passed.recorded_by", of: "passed.prescription_id"))))
    """
  }

  /// The account that wrote a prescription, whoever changed its state since.
  static func writer(_ prescription: String) -> String {
    """
    COALESCE((SELECT first.recorded_by FROM prescription_version AS first
      WHERE first.prescription_id = \(prescription).id AND first.version = 1), \(prescription).recorded_by)
    """
  }
}
