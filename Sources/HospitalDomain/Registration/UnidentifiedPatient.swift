/// Someone who comes in without a name: enough to treat them by, to be merged with their own record later.
package struct UnidentifiedPatient: Hashable, Sendable {
  /// About how old the patient looks. The raw value is stored.
  package enum AgeBand: String, CaseIterable, Hashable, Sendable {
    case infant, child, teenager, youngAdult = "young-adult", adult, elderly

    /// The words for the screen.
    package var title: String {
      switch self {
      case .infant: "infant, under 2"
      case .child: "child, 2 to 12"
      case .teenager: "teenager, 13 to 17"
      case .youngAdult: "young adult, 18 to 35"
      case .adult: "adult, 36 to 65"
      case .elderly: "over 65"
      }
    }

    /// The band of an age in years.
    package init(age: Int) {
      switch age {
      case ..<2: self = .infant
      case ..<13: self = .child
      case ..<18: self = .teenager
      case ..<36: self = .youngAdult
      case ..<66: self = .adult
      default: self = .elderly
      }
    }

    /// The age in years that stands for the band until the real one is known.
    package var typicalAge: Int {
      switch self {
      case .infant: 1
      case .child: 7
      case .teenager: 15
      case .youngAdult: 26
      case .adult: 50
      case .elderly: 75
      }
    }
  }

  /// The name to call the patient by, such as `"Unknown Kestrel"`; never a guess at the real one.
  package let alias: String
  /// The sex, as far as it can be told.
  package let sex: Sex
  /// About how old the patient looks.
  package let ageBand: AgeBand
  /// The age in years, where somebody guessed it more closely than the band does.
  package let age: Int?
  /// Where the patient was found.
  package let placeFound: String

  /// Someone without a name; refused with the fields `alias` and `placeFound` if their texts cannot be kept.
  package init(
    alias: String, sex: Sex, ageBand: AgeBand, age: Int? = nil, placeFound: String
  ) throws(InvalidEntry) {
    var form = EntryReader<Field>()
    let name = form.read(
      .alias, try SafeText.requiredLine(alias, limit: SafeText.nameLimit, hint: "type a name to call the patient by"))
    let place = form.read(
      .placeFound, try SafeText.requiredLine(placeFound, limit: 100, hint: "type where the patient was found"))
    guard let name, let place else { throw form.invalid }
    self.alias = name
    self.sex = sex
    self.ageBand = ageBand
    self.age = age
    self.placeFound = place
  }

  private enum Field: String { case alias, placeFound }

  /// The alias of a number, one for each: `Unknown Kestrel 1402`.
  package static func alias(_ number: Int) -> String {
    let bird = birds[(number % birds.count + birds.count) % birds.count]
    let digits = String((number % 10_000 + 10_000) % 10_000)
    return "Unknown \(bird) \(String(repeating: "0", count: 4 - digits.count))\(digits)"
  }

  private static let birds = [
    "Kestrel", "Heron", "Plover", "Curlew", "Dunlin", "Petrel", "Osprey", "Swift", "Wagtail", "Linnet", "Siskin",
    "Merlin", "Avocet",
  ]

  /// What is recorded meanwhile: everything that is not known says so.
  package func details(today: CalendarDate) -> PatientDetails {
    PatientDetails(
      name: PersonName(family: alias, given: ""),
      birthDate: BirthDate(today.adding(years: -(age ?? ageBand.typicalAge)), isEstimated: true), sex: sex,
      telephone: .noNumber, address: "unknown; found: \(placeFound)", emergencyContact: .unknown)
  }
}

extension Refusal {
  /// Another patient without a name is called so: the two would be taken for one another.
  package static func aliasTaken(_ alias: String, free: String) -> Refusal {
    Refusal(
      code: "patient.aliasTaken", sentence: "Another patient is called \(alias); type another name, such as \(free).",
      field: "alias")
  }
}
