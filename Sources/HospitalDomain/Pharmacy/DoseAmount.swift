/// How much is taken at a time: a number to three places and its unit. A number alone is no dose.
package struct DoseAmount: Hashable, Sendable, CustomStringConvertible {
  /// The number in thousandths, 1 or more: 500 is half a tablet.
  package let thousandths: Int
  /// What is counted or weighed.
  package let unit: DoseUnit

  /// The most that can be written, in thousandths: 100,000 units.
  package static let most = 100_000_000

  /// An amount; nil for nothing, and for more than anybody takes.
  package init?(thousandths: Int, unit: DoseUnit) {
    guard (1...Self.most).contains(thousandths) else { return nil }
    self.thousandths = thousandths
    self.unit = unit
  }

  /// Reads `1 tablet`, `0.5 tab`, `500mg`, `2 puffs`, `10 ml`.
  ///
  /// - Parameters:
  ///   - strength: the strength of the medication, where one is known; it tells what a number alone may mean.
  ///   - form: its form.
  /// - Throws: what is wrong: no number, no unit, a unit that is not known.
  package init(entry typed: String, strength: String = "", form: String = "") throws(Misentry) {
    let text = try SafeText.line(typed, limit: 40).lowercased()
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," || $0 == "½" }
    let word = text[digits.endIndex...].trimmed
    // 1,000 is a thousand to one and one to another; a thousandth of a dose, or a thousand doses, is never guessed.
    // 0,125 has one reading.
    if let comma = digits.firstIndex(of: ","), digits[comma...].count == 4, Int(digits[..<comma]) ?? 0 > 0 {
      let plain = digits.filter { $0 != "," }
      throw Misentry("\(digits) can be read in two ways; type \(plain), or \(digits.replacing(",", with: "."))")
    }
    guard let number = Self.thousandths(of: digits) else {
      throw Misentry("type how much at a time, such as 1 tablet or 500 mg")
    }
    guard !word.isEmpty else {
      let meant = BareDose.meanings(number, strength: strength, form: form).map(\.description)
      throw Misentry(
        "\(digits) has no unit; type "
          + (meant.isEmpty
            ? "one with it, such as 1 tablet or 500 mg" : meant.joined(separator: ", or ")))
    }
    guard let unit = DoseUnit(word: word) else {
      throw Misentry("there is no unit \(word); type mg, ml, tablet, puff or another (F1)")
    }
    guard let amount = DoseAmount(thousandths: number, unit: unit) else {
      throw Misentry(number == 0 ? "a dose is more than nothing" : "that is more than anybody takes; check the dose")
    }
    self = amount
  }

  /// `1 tablet`, `0.5 tablet`, `2 puffs`: no trailing zeros.
  package var description: String { "\(number) \(unit.word(thousandths > 1_000))" }

  /// The number as it is written.
  package var number: String {
    let whole = thousandths / 1_000
    var part = String(thousandths % 1_000 + 1_000).dropFirst()
    while part.last == "0" { part = part.dropLast() }
    return part.isEmpty ? "\(whole)" : "\(whole).\(part)"
  }

  /// The weight in micrograms, rounded down; nil where the unit does not weigh.
  package var micrograms: Int? { nanograms.map { $0 / 1_000 } }

  /// The weight in nanograms, which is exact; nil where the unit does not weigh.
  package var nanograms: Int? { unit.micrograms.map { $0 * thousandths } }

  private static func thousandths(of digits: Substring) -> Int? {
    if digits == "½" { return 500 }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false).flatMap {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    guard (1...2).contains(parts.count), let whole = Int(parts[0].isEmpty ? "0" : parts[0]), whole <= 1_000_000 else {
      return nil
    }
    guard parts.count == 2 else { return digits.isEmpty ? nil : whole * 1_000 }
    guard (1...3).contains(parts[1].count), let part = Int(parts[1]) else { return nil }
    return whole * 1_000 + part * [100, 10, 1][parts[1].count - 1]
  }
}

/// What a dose is counted or weighed in. The raw value is the stored code.
package enum DoseUnit: String, CaseIterable, Hashable, Sendable {
  case milligram = "mg"
  case gram = "g"
  case microgram = "mcg"
  case millilitre = "ml"
  /// International units; never written IU, which is misread (ISMP).
  case unit = "units"
  case millimole = "mmol"
  case tablet, capsule, drop, puff, spray, patch, sachet, suppository, application, vial, ampoule

  /// The unit that a word names, in the singular or the plural, or as it is commonly shortened.
  package init?(word: String) {
    let found = Self.allCases.first { $0.words.contains(word) }
    guard let found else { return nil }
    self = found
  }

  /// The unit as it is written after a number.
  func word(_ isMany: Bool) -> String {
    switch self {
    case .milligram, .gram, .microgram, .millilitre, .unit, .millimole: rawValue
    case .patch: isMany ? "patches" : "patch"
    case .suppository: isMany ? "suppositories" : "suppository"
    default: isMany ? rawValue + "s" : rawValue
    }
  }

  private var words: [String] {
    let short: [String] =
      switch self {
      case .milligram: ["milligram", "milligrams", "mgs"]
      case .gram: ["gram", "grams", "gm"]
      case .microgram: ["microgram", "micrograms", "ug", "µg"]
      case .millilitre: ["millilitre", "millilitres", "mls", "cc"]
      case .unit: ["unit", "iu"]
      case .millimole: ["millimole", "millimoles"]
      case .tablet: ["tab", "tabs"]
      case .capsule: ["cap", "caps"]
      case .drop: ["gtt"]
      case .suppository: ["supp", "supps"]
      case .ampoule: ["amp", "amps"]
      case .application: ["app", "apps"]
      default: []
      }
    return [rawValue, word(true)] + short
  }

  /// How many micrograms one is; nil where it does not weigh.
  var micrograms: Int? {
    switch self {
    case .milligram: 1_000
    case .gram: 1_000_000
    case .microgram: 1
    default: nil
    }
  }

  /// Whether a pharmacy hands it over by the piece.
  var isCounted: Bool {
    switch self {
    case .tablet, .capsule, .patch, .sachet, .suppository, .vial, .ampoule: true
    default: false
    }
  }
}
