/// A patient as a list of finds shows one (P3).
package struct FoundPatient: Hashable, Sendable, Identifiable {
  /// The patient's identifier.
  package let id: PatientID
  /// The patient's number.
  package let number: HospitalNumber
  /// The patient's name.
  package let name: PersonName
  /// The patient's sex.
  package let sex: Sex
  /// The date of birth, or one that is estimated.
  package let birthDate: BirthDate
  /// The telephone number, or that there is none.
  package let telephone: Telephone
  /// The town of the address; may be empty.
  package let town: String
  /// The national identity number; nil for not known.
  package let nationalID: NationalID?
  /// The number of the room that they are in now.
  package let room: String?
  /// Whether nobody knows the patient's name yet.
  package let isUnidentified: Bool
  /// Whether the patient is recorded as having died.
  package let isDeceased: Bool
  /// The number of a record that was merged into this one, where that is what the search found.
  package let foundAs: HospitalNumber?
  /// Whether the record is restricted and not open to who asks: then only the name and the number are shown, to who
  /// typed one of them (H6).
  package var isWithheld = false

  /// What the records tell of it.
  package init(
    id: PatientID, number: HospitalNumber, name: PersonName, sex: Sex, birthDate: BirthDate, telephone: Telephone,
    town: String, nationalID: NationalID?, room: String?, isUnidentified: Bool, isDeceased: Bool,
    foundAs: HospitalNumber?
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.sex = sex
    self.birthDate = birthDate
    self.telephone = telephone
    self.town = town
    self.nationalID = nationalID
    self.room = room
    self.isUnidentified = isUnidentified
    self.isDeceased = isDeceased
    self.foundAs = foundAs
  }

  /// The line of a restricted patient with nothing but the name and the number, and those only if they were typed.
  package func withheld(from query: SearchQuery? = nil) -> FoundPatient {
    let isNamed = query.map { RestrictionRule.isNamed(name, number, by: $0) } ?? false
    var line = FoundPatient(
      id: id, number: isNamed ? number : .withheld, name: isNamed ? name : .withheld, sex: .unknown,
      birthDate: .withheld, telephone: .noNumber, town: "", nationalID: nil, room: nil,
      isUnidentified: isUnidentified, isDeceased: false, foundAs: isNamed ? foundAs : nil)
    line.isWithheld = true
    return line
  }

  /// What duplicates are recognised by.
  package var traits: PersonTraits {
    PersonTraits(
      name: name, birthDate: birthDate, sex: sex, telephone: telephone, town: town, nationalID: nationalID)
  }
}

/// What a search found.
package struct PatientFinds: Hashable, Sendable {
  /// The patients, by name.
  package let patients: [FoundPatient]
  /// Whether there are more than were asked for.
  package let isCut: Bool

  package init(patients: [FoundPatient], isCut: Bool) {
    self.patients = patients
    self.isCut = isCut
  }
}
