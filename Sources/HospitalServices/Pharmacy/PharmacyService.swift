import HospitalDomain
import HospitalRecords

/// The pharmacy: what waits for it.
package struct PharmacyService: Sendable {
  /// The most prescriptions that the queue shows.
  package static let mostQueued = 1_000

  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The prescriptions that wait, active or on hold: what is needed soonest first, then the longest wait (M1).
  package func queue() throws -> PrescriptionQueue {
    try session.look(.seePrescriptions) { try $0.pharmacy.queue(limit: Self.mostQueued) }
  }

  /// The allergies of the patient of a prescription in the queue (M3). They are a part of the record, so that the look at
  /// them stands in the audit trail.
  package func allergies(of patient: PatientID) throws -> AllergyStatus {
    try session.open(.seePrescriptions, of: patient, because: "allergies") {
      try $0.patients.row(patient)?.details.allergies ?? .unknown
    }
  }
}
