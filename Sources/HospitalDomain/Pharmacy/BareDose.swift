/// What a number without a unit may mean as a dose of a medication: 500 of capsules of 250 mg is a weight, 2 are capsules.
/// It is only proposed; a dose is never guessed.
enum BareDose {
  /// More pieces than anybody takes at a time.
  private static let mostPieces = 20_000

  /// The doses that a number in thousandths may mean, the likeliest first; empty where strength and form do not tell.
  static func meanings(_ number: Int, strength text: String, form: String) -> [DoseAmount] {
    let strength = Strength(text)
    let weighed: DoseAmount? = strength.flatMap { weight(number, of: $0, text) }
    let counted: DoseAmount?
    if let strength, !strength.isByPiece {
      counted = number > 50_000 ? nil : DoseAmount(thousandths: number, unit: .millilitre)
      return [counted, weighed].compactMap { $0 }
    }
    let isMany = number > mostPieces || number >= 5_000 && isMultiple(weighed, of: strength)
    counted = isMany ? nil : DoseUnit(countedIn: form).flatMap { DoseAmount(thousandths: number, unit: $0) }
    return [weighed, counted].compactMap { $0 }
  }

  private static func isMultiple(_ dose: DoseAmount?, of strength: Strength?) -> Bool {
    guard let dose = dose?.nanograms, let strength else { return false }
    return dose % strength.nanograms == 0
  }

  /// The number as a weight that is near the strength, in its unit or in the next: 100 of tablets of 0.1 mg are micrograms.
  private static func weight(_ number: Int, of strength: Strength, _ text: String) -> DoseAmount? {
    let own = (try? DoseAmount(entry: String(text.split(separator: "/").first ?? "")))?.unit
    let units = [own, .milligram, .microgram, .gram].compactMap(\.self)
    return units.lazy.compactMap { DoseAmount(thousandths: number, unit: $0) }.first { dose in
      guard let nanograms = dose.nanograms else { return false }
      // Another unit has to come near; a liquid is given by several millilitres.
      let most = strength.nanograms * (dose.unit == own ? 20 : 4) * (strength.isByPiece ? 1 : 10)
      return nanograms * 4 >= strength.nanograms && nanograms <= most
    }
  }
}

extension DoseUnit {
  /// What doses of a form are counted in: `capsule`, `puff` of an inhaler; nil where the form does not tell.
  init?(countedIn form: String) {
    let words = Set(TextFolding.words(form))
    let names: [(names: Set<String>, unit: DoseUnit)] = [
      (["tablet", "tablets"], .tablet), (["capsule", "capsules"], .capsule), (["sachet", "sachets"], .sachet),
      (["suppository", "suppositories"], .suppository), (["inhaler", "inhalation", "puff"], .puff),
      (["spray"], .spray), (["drops", "drop"], .drop), (["patch"], .patch), (["vial"], .vial),
      (["ampoule"], .ampoule), (["cream", "ointment", "gel", "lotion"], .application),
    ]
    guard let found = names.first(where: { !$0.names.isDisjoint(with: words) }) else { return nil }
    self = found.unit
  }
}
