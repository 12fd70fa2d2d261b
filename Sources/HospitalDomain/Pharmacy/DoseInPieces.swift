/// A weighed dose as somebody counts or measures it: `5 mg` of tablets of 10 mg is `half a tablet`, 500 mg of a liquid of
/// 250 mg/5 ml is `10 ml`. It says nothing that is not exactly so: a label that is nearly right is wrong.
package enum DoseInPieces {
  /// Units that are counted out in pieces; of these a tablet can be halved.
  static let pieces: Set<DoseUnit> = [.tablet, .capsule, .sachet, .suppository, .vial, .ampoule]

  /// Words of name and form of what gives its substance off slowly, or only in the gut: broken, it gives all of it at once.
  private static let slow: Set<String> = [
    "extended", "release", "modified", "prolonged", "sustained", "delayed", "controlled", "retard", "enteric", "gastro",
    "er", "xr", "xl", "sr", "mr", "cr", "la", "ec", "dr",
  ]

  /// The dose in pieces or millilitres, in words; nil where it is counted or measured already, where strength or form does
  /// not tell, and where it does not come out: at halves for tablets, at whole pieces for others, at tenths of a millilitre.
  ///
  /// - Parameters:
  ///   - name: the medication's name, which may say that it must not be broken.
  ///   - strength: its strength, in words.
  ///   - form: its form, in words.
  package static func text(_ amount: DoseAmount, name: String, strength: String, form: String) -> String? {
    guard let dose = amount.nanograms, let strength = Strength(strength) else { return nil }
    guard strength.isByPiece else {
      return exactly(dose, of: strength, by: 100).flatMap { DoseAmount(thousandths: $0, unit: .millilitre) }?
        .description
    }
    guard let piece = piece(of: form) else { return nil }
    let isWhole = piece != .tablet || !slow.isDisjoint(with: TextFolding.words(form) + TextFolding.words(name))
    return exactly(dose, of: strength, by: isWhole ? 1_000 : 500).map { counted($0, piece) }
  }

  /// The piece that a form comes in: of `Oral Tablet` a tablet; nil for what is measured or spread.
  static func piece(of form: String) -> DoseUnit? {
    TextFolding.words(form).compactMap(DoseUnit.init(word:)).first(where: pieces.contains)
  }

  /// Thousandths of a piece or millilitre; nil where they are no whole number of steps.
  private static func exactly(_ dose: Int, of strength: Strength, by step: Int) -> Int? {
    let (thousandths, rest) = (dose * 1_000).quotientAndRemainder(dividingBy: strength.nanograms)
    return rest == 0 && thousandths > 0 && thousandths % step == 0 ? thousandths : nil
  }

  /// `half a tablet`, `1 and a half tablets`: a figure behind a point is misread.
  private static func counted(_ thousandths: Int, _ unit: DoseUnit) -> String {
    let whole = thousandths / 1_000
    let word = unit.word(thousandths > 1_000)
    if thousandths % 1_000 == 0 { return "\(whole) \(word)" }
    return whole == 0 ? "half a \(word)" : "\(whole) and a half \(word)"
  }
}
