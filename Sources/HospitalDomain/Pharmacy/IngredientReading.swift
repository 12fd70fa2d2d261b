/// Finds what acts in a medication by its name: `Acetaminophen 325 MG / Hydrocodone Bitartrate 7.5 MG Oral Tablet` is
/// acetaminophen and hydrocodone.
package enum IngredientReading {
  /// Counter-ions, which count only where nothing else is named: `losartan potassium` is losartan.
  private static let salts: Set<String> = ["potassium", "calcium", "magnesium", "zinc", "sodium", "iron", "aluminium"]
  private static let most = 4

  /// Every run of words in a name that could be that of a substance, folded.
  package static func phrases(in name: String) -> Set<String> {
    Set(parts(of: name).flatMap { words in runs(of: words).map(\.text) })
  }

  /// A substance that a name holds, and the words of the name that mean it, as they are written there.
  package struct Reading: Hashable, Sendable {
    package let substance: String
    package let words: String
  }

  /// The substances that a name holds.
  ///
  /// - Parameter known: the substance by one of its names, folded; only names of `phrases` are asked for.
  /// - Returns: each once, in the order of the name; empty where none is known.
  package static func substances(in name: String, known: [String: String]) -> [String] {
    readings(of: name, known: known).map(\.substance)
  }

  /// The same, each with the words that mean it.
  package static func readings(of name: String, known: [String: String]) -> [Reading] {
    var found: [Reading] = []
    for part in name.split(separator: "/") {
      let words = TextFolding.words(String(part))
      let written = part.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      var place = 0
      var here: [Reading] = []
      while place < words.count {
        let run = runs(of: words, from: place).first { known[$0.text] != nil }
        if let run, let substance = known[run.text] {
          let own =
            written.count == words.count ? written[place..<(place + run.count)].joined(separator: " ") : run.text
          here.append(Reading(substance: substance, words: own))
        }
        place += run?.count ?? 1
      }
      let telling = here.filter { !salts.contains($0.substance) }
      for reading in telling.isEmpty ? here : telling
      where !found.contains(where: { $0.substance == reading.substance }) {
        found.append(reading)
      }
    }
    return found
  }

  /// What to call a medication that is not known: its name up to the strength.
  package static func plainName(of name: String) -> String {
    let words = TextFolding.words(name)
    let plain = words.prefix { !($0.first?.isNumber ?? false) }
    return (plain.isEmpty ? words[...] : plain).joined(separator: " ")
  }

  private static func parts(of name: String) -> [[String]] {
    name.split(separator: "/").map { TextFolding.words(String($0)) }
  }

  private static func runs(of words: [String]) -> [(text: String, count: Int)] {
    words.indices.flatMap { runs(of: words, from: $0) }
  }

  /// The runs that begin at a word, the longest first.
  private static func runs(of words: [String], from start: Int) -> [(text: String, count: Int)] {
    (1...most).reversed().compactMap { count in
      guard start + count <= words.count else { return nil }
      return (words[start..<(start + count)].joined(separator: " "), count)
    }
  }
}
