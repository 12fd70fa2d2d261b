/// The fields of the registration form, in the order of the form. The raw value is the field's identifier.
package enum PatientField: String, CaseIterable, Hashable, Sendable {
  case familyName, givenName, birthDate, sex, nationalID, telephone, email, address, town
  case emergencyName, emergencyTelephone, emergencyRelation
  case bloodGroup, language, insurer, pharmacy, allergies

  /// The caption beside the field, and at the beginning of its messages.
  package var caption: String {
    switch self {
    case .familyName: "Family name"
    case .givenName: "Given name"
    case .birthDate: "Born"
    case .sex: "Sex"
    case .nationalID: "National id"
    case .telephone: "Telephone"
    case .email: "E-mail"
    case .address: "Address"
    case .town: "Town"
    case .emergencyName: "Emergency contact"
    case .emergencyTelephone: "Contact's telephone"
    case .emergencyRelation: "Relation"
    case .bloodGroup: "Blood group"
    case .language: "Language"
    case .insurer: "Insurer"
    case .pharmacy: "Pharmacy"
    case .allergies: "Allergies"
    }
  }

  /// Whether something must be typed.
  package var isRequired: Bool {
    switch self {
    case .familyName, .givenName, .birthDate, .sex, .telephone, .address, .emergencyName, .emergencyTelephone,
      .emergencyRelation:
      true
    default: false
    }
  }

  /// What may be typed, for the help on a field.
  package var help: String {
    switch self {
    case .familyName: "The family name, or - if the person has only one name"
    case .givenName: "The given name or names, or - if the person has only one name"
    case .birthDate: "YYYY/MM/DD, 19910312, or an age such as ~35 where only that is known"
    case .sex: "F female, M male, X other, U unknown"
    case .nationalID: "Letters and digits; leave it empty if unknown"
    case .telephone, .emergencyTelephone: "10 digits, or + and the country's number, or none"
    case .email: "Such as ines@example.org"
    case .address: "Street and house; no fixed abode is an answer"
    case .town: "Town or village"
    case .emergencyName: "Whom to call, or unknown"
    case .emergencyRelation: "What they are to the patient, such as brother"
    case .bloodGroup: "O-, O+, A-, A+, B-, B+, AB-, AB+ or unknown"
    case .language: "The language to speak with the patient"
    case .insurer: "The insurer's name"
    case .pharmacy: "The pharmacy that the patient prefers"
    case .allergies: "Penicillin (rash), latex; or none known; or unknown"
    }
  }
}
