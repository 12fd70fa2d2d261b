import PaperKit

/// Where the columns of a table stand: each as wide as its longest text, but no wider than the text form has it unless
/// it holds figures; one takes what is left.
struct PaperColumns {
  /// How wide each is, in points.
  let widths: [Double]
  /// Where each begins, from the left edge of the text.
  let starts: [Double]

  /// Blank between columns, in points.
  private static let gap = 8.0
  /// The most that a character of the text form is, in points.
  private static let character = 7.6

  init(_ columns: [PaperColumn], _ rows: [[String]], measure: (String) -> Double) {
    var widths = columns.indices.map { place -> Double in
      guard let width = columns[place].width else { return 0 }
      let texts = rows.compactMap { $0.indices.contains(place) ? $0[place] : nil }
      let longest = texts.max { $0.count < $1.count } ?? ""
      let widest = max(measure(longest), measure(columns[place].title)) + 2
      return columns[place].isFigure ? widest : min(widest, Double(width) * Self.character)
    }
    let used = widths.reduce(0, +) + Self.gap * Double(max(0, columns.count - 1))
    let open = columns.indices.filter { columns[$0].width == nil }
    for place in open { widths[place] = max(60, (PaperPage.room - used) / Double(open.count)) }
    var at = 0.0
    starts = widths.map { width in
      defer { at += width + Self.gap }
      return at
    }
    self.widths = widths
  }
}
