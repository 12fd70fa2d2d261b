import HospitalDomain
import HospitalRecords

extension RegistrationService {
  /// Opens a patient's whole record (P5); the opening stands in the audit trail. A person with the role of patient can open
  /// their own and no other (H2).
  ///
  /// - Parameter reason: why, where somebody has to say so.
  package func open(_ id: PatientID, because reason: String = "") throws -> PatientRecord {
    if session.account.patient == id { return try ownRecord() }
    return try session.open(.readPatient, of: id, because: reason) { try record(id, in: $0) }
  }

  /// A record that this person opened before, as it is now; no new opening stands in the audit trail.
  package func lookAgain(at id: PatientID) throws -> PatientRecord {
    try session.lookAgain(.readPatient, of: \.id) { try record(id, in: $0) }
  }

  /// Who a patient is and where, for the top of a screen on which their record was opened already.
  package func again(_ id: PatientID) throws -> (patient: PatientRow, room: RoomBoardRow?) {
    try session.lookAgain(.readPatient, of: { _ in id }) {
      (try $0.expectedPatient(id), try $0.board.row(ofPatient: id))
    }
  }

  /// Opens the record of the patient who is signed in; the one that survives, if theirs was merged.
  package func ownRecord() throws -> PatientRecord {
    try session.require(.readOwnRecord, on: .nothing)
    guard let own = session.account.patient else { throw Refusal.noSuchPatient }
    return try session.open(.readOwnRecord, of: own) { records in
      try record(try records.merges.merged(away: own)?.survivor.id ?? own, withBills: true, in: records)
    }
  }

  /// - Parameter withBills: whether the lines of the invoices are read too.
  private func record(_ id: PatientID, withBills: Bool = false, in records: Records) throws -> PatientRecord {
    let patient = try records.expectedPatient(id)
    let restriction = try records.restrictions.restriction(of: id)?.kind
    let readsCare = session.may(.readCare)
    let most = CareService.mostShown
    let invoices = try records.patients.invoices(of: id)
    let bills = try (withBills ? invoices.filter { $0.issuedAt != nil } : []).map {
      ($0.id, try records.invoices.detail(of: $0.id))
    }
    return PatientRecord(
      patient: patient, mergedAway: try records.merges.merged(away: id), room: try records.board.row(ofPatient: id),
      allergies: try records.allergies.all(of: id), admissions: try records.patients.admissions(of: id),
      appointments: try records.patients.appointments(of: id),
      prescriptions: try records.patients.prescriptions(of: id), invoices: invoices,
      merged: try records.merges.merged(into: id),
      versions: PatientVersion.all(try records.patients.versions(of: id), clock: clock),
      restriction: restriction, closesAt: restriction == nil ? nil : try records.restrictions.openUntil(id),
      consultations: readsCare ? try records.consultations.all(of: id, limit: most) : nil,
      notes: readsCare ? try records.nursingNotes.all(of: id, limit: most) : nil,
      prescriptionStandings: readsCare ? try records.clinicalEntries.prescriptions(of: id) : [:],
      bills: Dictionary(bills) { first, _ in first })
  }
}
