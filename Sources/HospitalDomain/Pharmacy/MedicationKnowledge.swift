/// What an import of the list of interactions brings: substances, their classes, and what happens between classes.
package struct MedicationKnowledge: Hashable, Sendable {
  /// One substance.
  package struct Substance: Hashable, Sendable {
    /// Its name: `ibuprofen`.
    package let name: String
    /// The code of the ingredient in RxNorm; empty where there is none.
    package let code: String
    /// The fourth level of its therapeutic class (ATC); empty where it is not known.
    package let therapeuticClass: String
    /// Its other names.
    package let aliases: [String]

    package init(name: String, code: String = "", therapeuticClass: String = "", aliases: [String] = []) {
      self.name = name
      self.code = code
      self.therapeuticClass = therapeuticClass
      self.aliases = aliases
    }

    /// Its name as it is compared.
    package var folded: String { Self.fold(name) }
    /// All its names as they are compared.
    package var allNames: [String] { ([name] + aliases).map(Self.fold) }

    fileprivate static func fold(_ text: String) -> String { TextFolding.words(text).joined(separator: " ") }
  }

  package var substances: [Substance]
  /// The substances of each class, by their names.
  package var classes: [String: [String]]
  /// What happens between classes, or substances by their names.
  package var lines: [InteractionFacts.Line]

  package init(substances: [Substance], classes: [String: [String]], lines: [InteractionFacts.Line]) {
    self.substances = substances
    self.classes = classes
    self.lines = lines
  }

  /// The substances that some line is about, by themselves or through a class, folded. The others stand in the list for
  /// duplicates and allergies alone: of them nothing is known.
  package var compared: Set<String> {
    let sides = Set(lines.flatMap { [$0.first, $0.second] })
    let members = classes.filter { sides.contains($0.key) }.values.joined()
    return Set(sides.subtracting(classes.keys).union(members).map(Substance.fold))
  }
}
