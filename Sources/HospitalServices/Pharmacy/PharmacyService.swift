import HospitalDomain
import HospitalRecords

/// The pharmacy: what waits for it, and what is done with it (M1).
package struct PharmacyService: Sendable {
  /// The most prescriptions that the queue shows.
  package static let mostQueued = 10_000
  /// The most pressing prescriptions that are told of.
  package static let mostPressing = 100

  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The prescriptions that are chosen: what is needed soonest first, then the longest wait.
  package func queue(_ choice: QueueChoice = QueueChoice()) throws -> PrescriptionQueue {
    try session.look(.seePrescriptions) { try $0.pharmacy.queue(choice, limit: Self.mostQueued) }
  }

  /// These prescriptions as they stand now, whatever their state.
  package func queue(_ ids: Set<String>) throws -> [QueuedPrescription] {
    try session.look(.seePrescriptions) { try $0.pharmacy.queue(ids) }
  }

  /// What waits, counted; at one pharmacy, or at all.
  package func counts(at pharmacy: PharmacyID?) throws -> QueueCounts {
    try session.look(.seePrescriptions) { try $0.pharmacy.counts(at: pharmacy) }
  }

  /// The pharmacies, for choosing one.
  package func pharmacies() throws -> [PharmacyLine] {
    try session.look(.seePrescriptions) { try $0.pharmacyDirectory.all() }
  }

  /// The allergies of the patient of a prescription in the queue (M3). They are a part of the record, so that the look at
  /// them stands in the audit trail.
  package func allergies(of patient: PatientID) throws -> AllergyStatus {
    try session.open(.seePrescriptions, of: patient, because: "allergies") {
      try $0.patients.row(patient)?.details.allergies ?? .unknown
    }
  }

  /// What came back from the pharmacy to the doctor who is signed in; none for others.
  package func declinedForMe() throws -> [QueuedPrescription] {
    guard case .doctor(let doctor) = session.account.employee else { return [] }
    return try session.look(.seePrescriptions) { try $0.pharmacy.declined(for: doctor) }
  }

  /// What cannot wait and nobody has verified yet; the most pressing first.
  package func pressing() throws -> [PressingPrescription] {
    try session.look(.workPrescriptions) { try $0.pharmacy.pressing(limit: Self.mostPressing) }
  }
}
