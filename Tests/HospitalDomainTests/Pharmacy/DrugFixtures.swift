import Foundation
import HospitalDomain

/// The files of the fixtures that the tables of drug facts are held against.
enum DrugFixtures {
  static let substances = rows("interactions/substances.csv").map { row in
    MedicationKnowledge.Substance(
      name: row[0], code: row[1], therapeuticClass: row[2],
      aliases: row[3].split(separator: ";").map(String.init))
  }

  /// The ATC codes that were read, by the substance.
  static let codes = Dictionary(uniqueKeysWithValues: rows("interactions/atc.csv").map { ($0[0], $0[1]) })

  static let knowledge = MedicationKnowledge(
    substances: substances,
    classes: Dictionary(
      uniqueKeysWithValues: rows("interactions/classes.csv").map {
        ($0[0], $0[1].split(separator: ";").map(String.init))
      }),
    lines: rows("interactions/interactions.csv").map {
      InteractionFacts.Line($0[0], $0[1], .minor, .unnamed, depends: false)
    })

  /// The substance by each of its names.
  static let names = substances.reduce(into: [String: String]()) { names, substance in
    for name in substance.allNames where names[name] == nil { names[name] = substance.folded }
  }

  /// Every substance as the checks see it.
  static let ingredients = substances.map { Ingredient($0.folded, therapeuticClass: $0.therapeuticClass) }

  /// The medications of the synthetic patients: descriptions by the code in RxNorm.
  static let medications = rows("synthea/medications.csv").reduce(into: [String: String]()) { $0[$1[5]] = $1[6] }

  /// The rows of a file without its headings; none of these files has a comma or a line inside a value.
  private static func rows(_ path: String) -> [[String]] {
    let file = URL(filePath: #filePath).appending(path: "../../../../fixtures/" + path).standardized
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      preconditionFailure("fixtures/\(path) cannot be read")
    }
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
