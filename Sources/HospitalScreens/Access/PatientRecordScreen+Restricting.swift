import HospitalDomain
import HospitalServices

extension PatientRecordScreen {
  /// Marks this record as restricted (H6). What is shown of it stays until it is left.
  package func restrict(as kind: RestrictionKind, because reason: String) throws -> RecordChange {
    guard let session = desk.session else { throw Refusal.noSuchPatient }
    return RecordChange(try RestrictedRecordService(session).restrict(record.id, as: kind, because: reason))
  }

  /// Lifts the mark.
  package func liftRestriction(because reason: String) throws -> RecordChange {
    guard let session = desk.session else { throw Refusal.noSuchPatient }
    return RecordChange(try RestrictedRecordService(session).lift(record.id, because: reason))
  }
}
