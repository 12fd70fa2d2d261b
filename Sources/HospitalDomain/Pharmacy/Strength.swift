/// How much of its one substance is in a piece of a medication, or in a millilitre of it.
package struct Strength: Hashable, Sendable {
  /// Nanograms in a piece, or in a millilitre: there are tablets of 62.5 micrograms.
  package let nanograms: Int
  /// Whether it is counted by the piece rather than measured.
  package let isByPiece: Bool

  /// A strength; nil for none.
  package init?(nanograms: Int, isByPiece: Bool) {
    guard nanograms > 0 else { return nil }
    self.nanograms = nanograms
    self.isByPiece = isByPiece
  }

  /// Micrograms in a piece, or in a millilitre, rounded down.
  package var micrograms: Int { nanograms / 1_000 }

  /// Reads `400 mg`, `1 g`, `250 mg/5 ml`, `1 MG/ML`; nil for a strength of several substances and for what is no weight.
  package init?(_ text: String) {
    let parts = text.lowercased().split(separator: "/").map(\.trimmed)
    guard let first = parts.first, parts.count <= 2, let dose = try? DoseAmount(entry: first),
      let weight = dose.nanograms
    else { return nil }
    guard parts.count == 2 else {
      self.init(nanograms: weight, isByPiece: true)
      return
    }
    let bare = parts[1].first?.isNumber == true ? parts[1] : "1 " + parts[1]
    guard let volume = try? DoseAmount(entry: bare), volume.unit == .millilitre else { return nil }
    self.init(nanograms: weight * 1_000 / volume.thousandths, isByPiece: false)
  }
}
