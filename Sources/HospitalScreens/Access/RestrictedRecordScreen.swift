import HospitalDomain
import HospitalServices

/// What stands before a restricted record (H6): whose it is, and that it opens with a reason.
package struct RestrictedRecordScreen {
  /// Who it is about and why it is restricted.
  package let record: RestrictedRecord
  private let session: Session
  private let named: String?

  /// The door to a record; nil where it is open to this person, or not restricted at all.
  ///
  /// - Parameter named: who it is, where the person typed that.
  package init?(_ id: PatientID, named: String? = nil, desk: Desk) throws {
    guard let session = desk.session else { return nil }
    guard let record = try RestrictedRecordService(session).restriction(of: id) else { return nil }
    self.record = record
    self.session = session
    self.named = named
  }

  /// `000098-114-6  DUARTE, Inês`, for who typed one of them or cares for the patient.
  package var who: String {
    if record.patient.isWithheld { return named ?? "A patient whose record is restricted" }
    return "\(record.patient.number)  \(session.listed(record.patient.name))"
  }

  /// What a person has to know before they open it.
  package var words: [String] {
    [
      "This record is restricted: \(record.kind.title).",
      "",
      "It opens to you with a reason, for \(minutes) minutes. That you opened it is told to the supervisors at once, "
        + "stands in the audit trail, and is reviewed.",
    ]
  }

  private var minutes: Int { Int(session.workplace.openingLasts.components.seconds / 60) }

  /// Why this person may not open it at all; nil if they may.
  package var refusal: String? { session.refusal(of: .breakTheGlass)?.sentence }

  /// Opens it; returns the sentence that says until when.
  package func open(because reason: String) throws -> String {
    let end = try RestrictedRecordService(session).open(record.patient.id, because: reason)
    return
      "The record is open to you until \(session.workplace.localTime.clock(end)); it was reported."
  }
}
