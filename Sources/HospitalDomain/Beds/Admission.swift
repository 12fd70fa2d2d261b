/// An admission (FHIR encounter).
package struct Admission: Hashable, Sendable, Identifiable {
  package let id: AdmissionID
  package let patient: PatientID
  package let admissionClass: AdmissionClass
  package let type: AdmissionType
  package let status: AdmissionStatus
  package let doctor: DoctorID
  package let complaint: String
  package let admittedAt: Timestamp?
  package let expectedDischarge: Timestamp?
  package let dischargedAt: Timestamp?
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
