/// What tells one person from another, as far as it is known: the stuff of which duplicates are recognised (P2).
package struct PersonTraits: Hashable, Sendable {
  /// The name; empty parts where nothing is typed yet.
  package var name: PersonName
  /// Other names of the same person.
  package var aliases: [PersonName]
  /// The date of birth.
  package var birthDate: BirthDate?
  /// The sex.
  package var sex: Sex
  /// The telephone.
  package var telephone: Telephone?
  /// The town; empty if it is not known.
  package var town: String
  /// The national number.
  package var nationalID: NationalID?

  /// The traits of someone.
  package init(
    name: PersonName, aliases: [PersonName] = [], birthDate: BirthDate? = nil, sex: Sex = .unknown,
    telephone: Telephone? = nil, town: String = "", nationalID: NationalID? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.birthDate = birthDate
    self.sex = sex
    self.telephone = telephone
    self.town = town
    self.nationalID = nationalID
  }

  /// The traits in checked details.
  package init(_ details: PatientDetails, aliases: [PersonName] = []) {
    self.init(
      name: details.name, aliases: aliases, birthDate: details.birthDate, sex: details.sex,
      telephone: details.telephone, town: details.town, nationalID: details.nationalID)
  }

  /// The traits in a form that is being typed; a field that cannot be read yet is not known.
  package init(typed entry: PatientDetailsEntry, today: CalendarDate) {
    func name(_ field: PatientField) -> String { (try? PersonName.part(entry[field], caption: "name")) ?? "" }
    self.init(
      name: PersonName(family: name(.familyName), given: name(.givenName)),
      birthDate: try? BirthDate(entry: entry[.birthDate], today: today),
      sex: (try? Sex(entry: entry[.sex])) ?? .unknown, telephone: try? Telephone(entry: entry[.telephone]),
      town: (try? SafeText.line(entry[.town])) ?? "", nationalID: try? NationalID(entry: entry[.nationalID]))
  }

  /// The last nine digits of the telephone, which do not change with the country's prefix; nothing if there are
  /// fewer than seven.
  var telephoneTail: String? {
    guard let digits = telephone?.digits, digits.count >= 7 else { return nil }
    return String(digits.suffix(9))
  }
}
