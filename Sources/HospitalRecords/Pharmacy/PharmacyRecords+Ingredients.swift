import DatabaseKit
import HospitalDomain

/// What acts in the medicines that are checked, and what they are called.
extension PharmacyRecords {
  /// A medication on a prescription, before it is known what acts in it.
  struct MedicationLine {
    let id: String
    let name: String
    let strength: String
    let form: String
    var dosage: Dosage?
    /// What is not typed yet of how it is taken.
    var missing: [DosagePart] = []
    /// How it is taken, in the words of its prescription; nil for what is written now.
    private(set) var taken: String?
    private(set) var prescription: Int64?
    private(set) var homeUntil: CalendarDate?

    init(_ row: SQLRow) throws {
      id = try row.text("id")
      name = try row.text("name")
      strength = try row.text("strength")
      form = try row.text("form")
    }

    /// One that the patient takes already.
    init(taken row: SQLRow) throws {
      try self.init(row)
      dosage = try PharmacyRecords.dosage(row)
      taken = Dosage.words(
        dose: try row.text("dose"), route: try row.text("route"), frequency: try row.text("frequency"),
        days: try row.count("duration_days"))
      prescription = try row.integer("number")
      homeUntil = try row.optionalTimestamp("home_until").map { LocalTime.utc.date(of: $0) }
    }

    /// The same as an item of the prescription that is looked at, which need not be named.
    var unnumbered: MedicationLine {
      var line = self
      (line.prescription, line.homeUntil) = (nil, nil)
      return line
    }

    var words: String { [name, strength, form].filter { !$0.isEmpty }.joined(separator: " ") }
  }

  /// Finds out what acts in the medications, and what has to be known of the patient.
  func prepare(_ lines: [MedicationLine], patient: PatientID, saying statement: PatientStatement) throws
    -> ([CheckedMedication], CheckedPatient)
  {
    let entries = try records.allergies.all(of: patient).filter { $0.struckOut == nil }.map(\.entry)
    var known: [String: [String]] = [:]
    try transaction.forEachRow(
      """
      SELECT medication_id, substance FROM medication_ingredient
      WHERE medication_id IN (\(list: Set(lines.map(\.id)).sorted())) ORDER BY medication_id, substance
      """
    ) { row in known[try row.text("medication_id"), default: []].append(try row.text("substance")) }
    var phrases = Set<String>()
    for line in lines where !Self.names(line, known[line.id]) {
      phrases.formUnion(IngredientReading.phrases(in: line.name))
    }
    for entry in entries { phrases.formUnion(IngredientReading.phrases(in: entry.substance)) }
    let names = try records.medicationKnowledge.substances(named: phrases)
    for line in lines where known[line.id] == nil {
      known[line.id] = IngredientReading.substances(in: line.name, known: names)
    }
    let meant = entries.map { (entry: $0, substances: IngredientReading.substances(in: $0.substance, known: names)) }
    let all = try listed(Set(known.values.joined()).union(meant.flatMap(\.substances)).sorted())
    func ingredients(_ substances: [String]) -> [Ingredient] {
      substances.map { all[$0] ?? Ingredient($0, isListed: false) }
    }
    let medications = lines.map { line in
      let found = Self.called(ingredients(known[line.id] ?? []), in: line, names)
      return CheckedMedication(
        name: line.words,
        ingredients: found.isEmpty ? [Ingredient(IngredientReading.plainName(of: line.name), isListed: false)] : found,
        strength: found.count == 1 ? Strength(line.strength) : nil, dosage: line.dosage,
        taken: line.taken, missing: line.missing, prescription: line.prescription, homeUntil: line.homeUntil)
    }
    let allergies = meant.map { KnownAllergy($0.entry, substances: ingredients($0.substances)) }
    return (medications, try checkedPatient(patient, saying: statement, allergies: allergies))
  }

  /// Whether a medication is named by what acts in it, so that no other names have to be asked for.
  private static func names(_ line: MedicationLine, _ substances: [String]?) -> Bool {
    guard let substances else { return false }
    let own = Dictionary(uniqueKeysWithValues: substances.map { ($0, $0) })
    return IngredientReading.substances(in: line.name, known: own).count == substances.count
  }

  /// What acts in a medication, in its own words; where none of them means it, with the name of the substance.
  private static func called(_ ingredients: [Ingredient], in line: MedicationLine, _ names: [String: String])
    -> [Ingredient]
  {
    let own = Dictionary(uniqueKeysWithValues: ingredients.map { ($0.name, $0.name) })
    let read = IngredientReading.readings(of: line.name, known: own.merging(names) { mine, _ in mine })
    return ingredients.map { ingredient in
      ingredient.called(
        read.first { $0.substance == ingredient.name }?.words
          ?? "\(IngredientReading.plainName(of: line.name)) (\(ingredient.name))")
    }
  }

  /// The substances as the list has them. One that no line is about, or that the list has not, is not listed: nobody
  /// compared it with anything.
  private func listed(_ substances: [String]) throws -> [String: Ingredient] {
    guard !substances.isEmpty else { return [:] }
    var found: [String: Ingredient] = [:]
    try transaction.forEachRow(
      """
      SELECT name, atc,
        CASE WHEN EXISTS (SELECT 1 FROM substance_class WHERE substance_class.substance = substance.name)
          THEN 1 ELSE 0 END AS is_listed
      FROM substance WHERE name IN (\(list: substances))
      """
    ) { row in
      let name = try row.text("name")
      found[name] = Ingredient(name, therapeuticClass: try row.text("atc"), isListed: try row.flag("is_listed"))
    }
    return found
  }

  private func checkedPatient(_ patient: PatientID, saying statement: PatientStatement, allergies: [KnownAllergy])
    throws -> CheckedPatient
  {
    guard
      let row = try transaction.row("SELECT birth_date, sex, allergy_status FROM patient WHERE id = \(patient)")
    else { throw Refusal.noSuchPatient }
    let known = try records.patientStatements.newest(of: patient)
    let age = Age(born: try row.date("birth_date"), on: LocalTime.utc.date(of: records.now))
    return CheckedPatient(
      age: age, weight: statement.weight ?? known.weight,
      isPregnant: statement.isPregnant ?? known.isPregnant,
      mayBePregnant: CheckedPatient.mayBePregnant(try row.code("sex"), age), allergies: allergies,
      knowsAllergies: try !allergies.isEmpty || row.text("allergy_status") == "none")
  }
}
