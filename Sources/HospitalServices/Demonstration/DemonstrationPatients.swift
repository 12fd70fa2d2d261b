import HospitalDomain

/// Makes registration forms as a receptionist would have filled them in: most whole, some with gaps, some odd.
struct DemonstrationPatients {
  private let names: DemonstrationNames
  private let today: CalendarDate
  private var numbers: SeededNumbers

  init(names: DemonstrationNames, today: CalendarDate, seed: UInt64) {
    self.names = names
    self.today = today
    numbers = SeededNumbers(seed: seed)
  }

  /// The next form.
  mutating func next() -> PatientDetailsEntry {
    let sex: Sex = numbers.happens(1) ? .other : numbers.happens(52) ? .female : .male
    let born = birthDate()
    let family = names.surname(&numbers)
    var entry = PatientDetailsEntry([
      .familyName: family, .givenName: names.given(sex, born: born.year, &numbers), .sex: sex.rawValue,
      .birthDate: numbers.happens(1) ? "~\(Age(born: born, on: today).years)" : born.description,
      .telephone: telephone(), .address: address(), .town: numbers.pick(Self.towns),
      .emergencyTelephone: telephone(), .emergencyRelation: numbers.pick(Self.relations(age: today.year - born.year)),
    ])
    let contactSex: Sex = numbers.happens(50) ? .female : .male
    let contact = numbers.happens(70) ? family : names.surname(&numbers)
    entry[.emergencyName] = "\(contact), \(names.given(contactSex, born: born.year, &numbers))"
    fillInWhatIsOptional(&entry)
    return entry
  }

  private mutating func fillInWhatIsOptional(_ entry: inout PatientDetailsEntry) {
    if numbers.happens(80) { entry[.nationalID] = numbers.digits(7) + numbers.pick(["A", "B", "F", "K", "T", "W"]) }
    if numbers.happens(60) { entry[.bloodGroup] = numbers.pick(Self.bloodGroups) }
    if numbers.happens(55) { entry[.insurer] = numbers.pick(Self.insurers) }
    entry[.language] = numbers.happens(88) ? "English" : numbers.pick(Self.languages)
    entry[.allergies] =
      numbers.happens(60) ? "none known" : numbers.happens(60) ? numbers.pick(Self.allergies) : "unknown"
  }

  /// Ages as a hospital sees them: many old people, some children, women of the age to give birth.
  private mutating func birthDate() -> CalendarDate {
    let years =
      switch Int.random(in: 0..<100, using: &numbers) {
      case 0..<14: Int.random(in: 0...15, using: &numbers)
      case 14..<46: Int.random(in: 16...45, using: &numbers)
      case 46..<70: Int.random(in: 46...69, using: &numbers)
      default: Int.random(in: 70...97, using: &numbers)
      }
    return today.adding(days: -(years * 365 + Int.random(in: 1...364, using: &numbers)))
  }

  private mutating func telephone() -> String {
    numbers.happens(2)
      ? "none" : numbers.pick(["085", "086", "087", "089"]) + " " + numbers.digits(3) + " " + numbers.digits(4)
  }

  private mutating func address() -> String {
    if numbers.happens(1) { return "no fixed abode" }
    let flat = numbers.happens(25) ? ", Apt \(Int.random(in: 1...40, using: &numbers))" : ""
    return "\(Int.random(in: 1...180, using: &numbers)) \(numbers.pick(Self.streets))\(flat)"
  }

  private static func relations(age: Int) -> [String] {
    age < 18
      ? ["mother", "father", "guardian"] : ["wife", "husband", "son", "daughter", "sister", "brother", "friend"]
  }

  private static let streets = [
    "Quay Lane", "Mill Road", "Church Street", "Harbour View", "Station Road", "Abbey Street", "Orchard Close",
    "High Street", "Castle Park", "Bridge End", "The Crescent", "Weaver's Row", "St Brigid's Terrace", "Green Lane",
  ]
  private static let towns = ["Kilbride", "Ardmore", "Newtown", "Castlebar", "Rathdown", "Ballymore", "Westport"]
  private static let insurers = ["Northern Mutual", "Harbour Health", "Green Cross", "State scheme"]
  private static let languages = ["Polish", "Portuguese", "Arabic", "Ukrainian", "Japanese", "Irish", "Hindi"]
  private static let bloodGroups = ["O+", "O+", "O+", "A+", "A+", "B+", "O-", "A-", "AB+", "B-", "AB-"]
  private static let allergies = [
    "penicillin (rash)", "latex (itching)", "peanuts (anaphylaxis)", "aspirin (wheezing)", "codeine (vomiting)",
    "penicillin (rash), latex (itching)", "sulfonamides (rash)", "eggs", "bee stings (swelling)",
    "iodine contrast (hives)",
  ]
}
