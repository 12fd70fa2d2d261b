/// Everything that is recorded when a patient is registered (P1), checked and safe to store.
///
/// The hospital number, the hospital, and by whom and when are added by the service that saves it.
package struct PatientDetails: Hashable, Sendable {
  package var name: PersonName
  package var birthDate: BirthDate
  package var sex: Sex
  package var nationalID: NationalID?
  package var telephone: Telephone
  package var email: EmailAddress?
  /// Street and house, one line.
  package var address: String
  /// Town or village.
  package var town: String
  package var emergencyContact: EmergencyContact
  package var bloodGroup: BloodGroup
  /// The language to speak with the patient, such as `"Portuguese"`; empty if it is not known.
  package var language: String
  /// The insurer's name; empty for none or not known.
  package var insurer: String
  /// The pharmacy that the patient prefers; empty for none (B7).
  package var pharmacy: String
  package var allergies: AllergyStatus

  /// Details whose values have been checked already; what people type is checked by `PatientDetailsEntry`.
  package init(
    name: PersonName, birthDate: BirthDate, sex: Sex, nationalID: NationalID? = nil, telephone: Telephone,
    email: EmailAddress? = nil, address: String, town: String = "", emergencyContact: EmergencyContact,
    bloodGroup: BloodGroup = .unknown, language: String = "", insurer: String = "", pharmacy: String = "",
    allergies: AllergyStatus = .unknown
  ) {
    self.name = name
    self.birthDate = birthDate
    self.sex = sex
    self.nationalID = nationalID
    self.telephone = telephone
    self.email = email
    self.address = address
    self.town = town
    self.emergencyContact = emergencyContact
    self.bloodGroup = bloodGroup
    self.language = language
    self.insurer = insurer
    self.pharmacy = pharmacy
    self.allergies = allergies
  }
}
