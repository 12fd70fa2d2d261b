/// Everything that is recorded when a patient is registered (P1), checked and safe to store.
///
/// The hospital number, the hospital, and by whom and when are added by the service that saves it.
package struct PatientDetails: Hashable, Sendable {
  /// What the patient is called.
  package var name: PersonName
  /// The date of birth, which may be an estimate.
  package var birthDate: BirthDate
  /// Administrative sex.
  package var sex: Sex
  /// The number that the state gave; nothing if it is not known.
  package var nationalID: NationalID?
  /// The telephone, or that there is none.
  package var telephone: Telephone
  /// The e-mail address, if there is one.
  package var email: EmailAddress?
  /// Street and house, one line.
  package var address: String
  /// Town or village.
  package var town: String
  /// Whom to call.
  package var emergencyContact: EmergencyContact
  /// The blood group, or that it is not known.
  package var bloodGroup: BloodGroup
  /// The language to speak with the patient, such as `"Portuguese"`; empty if it is not known.
  package var language: String
  /// The insurer's name; empty for none or not known.
  package var insurer: String
  /// The pharmacy that the patient prefers; empty for none (B7).
  package var pharmacy: String
  /// The allergies, or that none are known, or that nobody knows.
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
