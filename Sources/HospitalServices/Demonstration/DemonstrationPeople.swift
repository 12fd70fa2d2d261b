import HospitalDomain

/// Patients as they come to a hospital: of every age, with what reception writes down, and with the gaps it leaves.
struct DemonstrationPeople {
  let names: DemonstrationNames
  let today: CalendarDate
  let pharmacies: [String]
  private(set) var chance: SeededChance

  init(names: DemonstrationNames, today: CalendarDate, pharmacies: [String], chance: SeededChance) {
    self.names = names
    self.today = today
    self.pharmacies = pharmacies
    self.chance = chance
  }

  /// The next patient.
  mutating func next() throws -> PatientDetails {
    let sex: Sex = chance.happens(1) ? .other : chance.happens(51) ? .female : .male
    let birthDate = today.adding(days: -chance.number(2...34_000))
    let (name, language) = names.name(bornIn: birthDate.year, sex, &chance)
    let town = chance.one(of: Self.towns)
    return PatientDetails(
      name: name, birthDate: BirthDate(birthDate, isEstimated: chance.happens(1)), sex: sex,
      nationalID: chance.happens(85) ? try NationalID(entry: nationalID()) : nil,
      telephone: chance.happens(96) ? try Telephone(entry: telephone()) : .noNumber,
      email: chance.happens(40) ? try EmailAddress(entry: "p\(chance.digits(6))@example.org") : nil,
      address: "\(chance.number(1...180)) \(chance.one(of: Self.streets))", town: town,
      emergencyContact: try contact(of: name, sex), bloodGroup: chance.one(of: BloodGroup.allCases), language: language,
      insurer: chance.happens(70) ? chance.one(of: Self.insurers) : "",
      pharmacy: chance.happens(60) ? chance.one(of: pharmacies) : "", allergies: allergies())
  }

  private mutating func contact(of name: PersonName, _ sex: Sex) throws -> EmergencyContact {
    let other: Sex = chance.happens(50) ? .female : .male
    let relative = names.name(bornIn: today.year - chance.number(25...70), other, &chance).name
    let family = chance.happens(70) ? name.family : relative.family
    let relation = chance.one(
      of: other == .female
        ? ["mother", "sister", "wife", "daughter", "aunt"] : ["father", "brother", "husband", "son"])
    return EmergencyContact(
      name: PersonName(family: family, given: relative.given).listed, telephone: try Telephone(entry: telephone()),
      relation: relation)
  }

  private mutating func allergies() -> AllergyStatus {
    if chance.happens(25) { return .unknown }
    if chance.happens(70) { return .noneKnown }
    let (substance, reaction) = chance.one(of: Self.allergens)
    return .recorded([AllergyEntry(substance: substance, reaction: reaction)])
  }

  private mutating func telephone() -> String { "08\(chance.number(3...9))\(chance.digits(7))" }
  private mutating func nationalID() -> String { "\(chance.number(1...9))\(chance.digits(9))" }

  private static let towns = [
    "Carrickmore", "Dunleary", "Ballinasloe", "Kilrush", "Newbridge", "Ardfert", "Castlebar", "Rathdrum", "Tullow",
    "Mountmellick",
  ]
  private static let streets = [
    "Quay Lane", "Mill Road", "Harbour View", "St Anne's Terrace", "Station Road", "Chapel Street", "Orchard Close",
    "High Street", "The Green", "Bridge Street", "Castle Avenue", "Meadow Drive, Apt 3", "Foundry Row",
  ]
  private static let insurers = ["Laya", "Irish Life", "Vhi", "Medicare", "Humana", "Aetna", "Anthem"]
  private static let allergens = [
    ("Penicillin", "rash"), ("Latex", "itching"), ("Peanut", "anaphylaxis"), ("Ibuprofen", "wheezing"),
    ("Iodine contrast", "hives"), ("Eggs", "rash"), ("Codeine", "vomiting"), ("Sulfonamides", "rash"),
    ("Wasp venom", "anaphylaxis"),
  ]
}
