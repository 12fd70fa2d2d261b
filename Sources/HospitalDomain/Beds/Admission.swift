/// An admission (FHIR encounter).
package struct Admission: Hashable, Sendable, Identifiable {
  /// The admission's identifier.
  package let id: AdmissionID
  /// The patient, by the record that it was made under.
  package let patient: PatientID
  /// Inpatient, outpatient or emergency.
  package let admissionClass: AdmissionClass
  /// How it came about (HL7 table 0007).
  package let type: AdmissionType
  /// How far it is.
  package let status: AdmissionStatus
  /// The doctor who has the patient.
  package let doctor: DoctorID
  /// Why the patient was admitted, in words; never empty.
  package let complaint: String
  /// When the patient came; nil while it is planned.
  package let admittedAt: Timestamp?
  /// When the patient is expected to leave; nil for not known.
  package let expectedDischarge: Timestamp?
  /// When the patient left; nil while they are here.
  package let dischargedAt: Timestamp?
  /// Where the patient went; nil while they are here.
  package let disposition: Disposition?

  package init(
    id: AdmissionID, patient: PatientID, admissionClass: AdmissionClass, type: AdmissionType, status: AdmissionStatus,
    doctor: DoctorID, complaint: String, admittedAt: Timestamp?, expectedDischarge: Timestamp?,
    dischargedAt: Timestamp? = nil, disposition: Disposition? = nil
  ) {
    self.id = id
    self.patient = patient
    self.admissionClass = admissionClass
    self.type = type
    self.status = status
    self.doctor = doctor
    self.complaint = complaint
    self.admittedAt = admittedAt
    self.expectedDischarge = expectedDischarge
    self.dischargedAt = dischargedAt
    self.disposition = disposition
  }
}
