import HospitalDomain
import HospitalRecords

/// The history of any record whose versions are kept (B10).
package struct HistoryService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Every version of a record, with what each changed; for those who may read the record. What stands on a patient's
  /// record leaves an entry in the audit trail.
  package func history(of record: VersionedRecord) throws -> RecordHistory {
    let permission = record.kind.permission
    guard record.kind.isOfPatient else { return try session.look(permission) { try history(of: record, nil, in: $0) } }
    let clock = session.workplace.localTime
    let subject = try session.prepare(permission, on: { $0 }) { records in
      AuditSubject(
        kind: record.kind.table, id: record.id, patient: try records.histories(clock).patient(of: record))
    }
    guard let patient = subject.patient else { throw Refusal.noSuchRecord }
    return try session.perform(permission, on: subject, as: .read) { try history(of: record, patient, in: $0) }
  }

  private func history(
    of record: VersionedRecord, _ patient: PatientID?, in records: Records
  ) throws -> RecordHistory {
    let histories = records.histories(session.workplace.localTime)
    guard let title = try histories.title(of: record) else { throw Refusal.noSuchRecord }
    return RecordHistory(
      title: title, patient: try patient.map { try records.expectedPatient($0) },
      room: try patient.flatMap { try records.board.row(ofPatient: $0)?.number },
      versions: try histories.versions(of: record))
  }
}

extension Refusal {
  /// There is no such record, or no longer.
  static let noSuchRecord = Refusal(
    code: "history.unknown", sentence: "There is no such record; read the list again.")
}
