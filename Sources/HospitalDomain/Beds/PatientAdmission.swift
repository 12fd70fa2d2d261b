/// An admission as a patient's record shows it, with the rooms of it.
package struct PatientAdmission: Hashable, Sendable, Identifiable {
  /// The admission.
  package let admission: Admission
  /// The name of the doctor.
  package let doctor: PersonName
  /// From room to room, oldest first.
  package let stays: [StayLine]

  /// What the records tell of it.
  package init(admission: Admission, doctor: PersonName, stays: [StayLine]) {
    self.admission = admission
    self.doctor = doctor
    self.stays = stays
  }

  package var id: AdmissionID { admission.id }
}
