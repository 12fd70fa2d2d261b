/// A medication as it was typed, or as it stands in a file.
package struct MedicationEntry: Hashable, Sendable {
  /// The fields of the form and the headings of a file, in their order.
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case code, name, strength, form, route, atc, price, controlled, categories

    /// Whether it has to be filled in.
    package var isRequired: Bool { self == .code || self == .name || self == .form || self == .price }
  }

  /// What stands in each field.
  package var texts: [Field: String]

  /// A form with these texts.
  package init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// A medication, and the categories besides those of its ATC code, as they were typed.
  package struct Checked: Hashable, Sendable {
    package let medication: Medication
    /// Codes or names; one that is to be made begins with a plus.
    package let categories: [String]
  }

  /// What was typed, or every wrong field in the order of the form.
  package func check() throws(InvalidEntry) -> Checked {
    var form = EntryReader<Field>()
    let code = form.read(
      .code, try ShortCode.read(text(.code), name: "code", example: "197805 (RxNorm)", limit: 40))
    let name = form.read(.name, try Self.name(text(.name)))
    let strength = form.read(.strength, try StrengthText.read(text(.strength)))
    let shape = form.read(
      .form, try SafeText.requiredLine(text(.form), limit: 60, hint: "type what it is: tablet, capsule, solution …"))
    let route = form.read(.route, try Self.route(text(.route)))
    let atc = form.read(.atc, try ATCClass.read(text(.atc)))
    let price = form.read(.price, try Self.price(text(.price)))
    let isControlled = form.read(.controlled, try Self.flag(text(.controlled)))
    let categories = form.read(.categories, try Self.categories(text(.categories)))
    guard form.problems.isEmpty, let code, let name, let strength, let shape, let route, let atc, let price,
      let isControlled, let categories
    else { throw form.invalid }
    let medication = Medication(
      code: code, name: name, strength: strength, form: shape, unitPrice: price.cents, isControlled: isControlled,
      route: route, atc: atc)
    return Checked(medication: medication, categories: categories)
  }

  private func text(_ field: Field) -> String { texts[field] ?? "" }

  private static func name(_ typed: String) throws(Misentry) -> String {
    let name = try SafeText.requiredLine(typed, hint: "type the name of the medication")
    guard name.contains(where: \.isLetter) else { throw Misentry("a name has letters; the strength has its own field") }
    return TallMan.spelled(name)
  }

  private static func route(_ typed: String) throws(Misentry) -> MedicationRoute? {
    let text = typed.trimmed.lowercased()
    guard !text.isEmpty else { return nil }
    if let route = spokenRoutes[text] { return route }
    let fitting = MedicationRoute.allCases.filter { $0.rawValue == text || $0.rawValue.hasPrefix(text) }
    guard let route = fitting.first(where: { $0.rawValue == text }) ?? (fitting.count == 1 ? fitting[0] : nil) else {
      throw Misentry("type one of \(Listing.or(MedicationRoute.allCases.map(\.rawValue)))")
    }
    return route
  }

  /// What people write for a route on the ward.
  private static let spokenRoutes: [String: MedicationRoute] = [
    "by mouth": .oral, "po": .oral, "per os": .oral, "mouth": .oral, "iv": .intravenous, "im": .intramuscular,
    "sc": .subcutaneous, "subcut": .subcutaneous, "under the tongue": .oromucosal, "sublingual": .oromucosal,
    "sl": .oromucosal, "inhalation": .inhaled, "to inhale": .inhaled, "nose": .nasal, "eye": .ophthalmic, "ear": .otic,
    "skin": .topical, "on the skin": .topical, "patch": .transdermal, "pr": .rectal, "pv": .vaginal,
  ]

  private static func price(_ typed: String) throws(Misentry) -> Money {
    let price = try Money(entry: typed)
    guard price >= .zero else { throw Misentry("a price is not below zero") }
    guard price <= PriceEntry.highest else {
      throw Misentry("more than \(PriceEntry.highest) for one; check the price")
    }
    return price
  }

  private static func flag(_ typed: String) throws(Misentry) -> Bool {
    switch typed.trimmed.lowercased() {
    case "", "no", "n", "0", "false": return false
    case "yes", "y", "1", "true", "x": return true
    default: throw Misentry("type yes or no")
    }
  }

  private static func categories(_ typed: String) throws(Misentry) -> [String] {
    let text = try SafeText.line(typed, limit: 400)
    let parts = text.split { $0 == "," || $0 == ";" }.map { part in
      let words = part.trimmed
      return words.hasPrefix("+") ? "+" + words.drop { $0 == "+" || $0 == " " } : words
    }.filter { !$0.isEmpty && $0 != "+" }
    guard parts.count <= 20 else { throw Misentry("\(parts.count) categories typed, at most 20 fit") }
    return parts
  }
}

extension Refusal {
  /// Another medication has the code.
  package static func medicationCodeTaken(_ code: String, by title: String) -> Refusal {
    Refusal(
      code: "medication.codeTaken", sentence: "\(code) is \(title); change that one, or check the code.", field: "code")
  }

  /// A category that nobody made.
  package static func noSuchCategory(_ words: String) -> Refusal {
    Refusal(
      code: "medication.noCategory",
      sentence: "There is no category \(words); write +\(words) to make it, or correct the word.", field: "categories")
  }

  /// The medication is not there, or not any more.
  package static let noSuchMedication = Refusal(
    code: "medication.unknown", sentence: "There is no such medication; search for it again.", field: "medication")

  /// It is off the list already.
  package static func medicationRetired(_ title: String) -> Refusal {
    Refusal(code: "medication.retired", sentence: "\(title) is off the list already; r reads the list again.")
  }
}
