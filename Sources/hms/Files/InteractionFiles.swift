import HospitalDomain

/// The list of interactions among the fixtures, or in another folder of the same form. Read only when it is imported.
enum InteractionFiles {
  /// The folder that comes with the program. Throws a `CommandFailure` when it is not installed.
  static func installed() throws -> String {
    guard let folder = InstalledFiles.fixtures else {
      throw CommandFailure(
        .noInput, "the list of interactions is not installed",
        remedy: "put the folder fixtures of the source into /usr/share/hms")
    }
    return folder + "/interactions"
  }

  /// Reads the files of a folder. Throws a `CommandFailure` for what is not as it should be.
  static func load(_ folder: String) throws -> MedicationKnowledge {
    let substances = try rows("substances", ["name", "rxnorm", "atc", "aliases"], in: folder).map { row in
      MedicationKnowledge.Substance(
        name: row.values[0], code: row.values[1], therapeuticClass: row.values[2], aliases: list(row.values[3]))
    }
    let classes = try rows("classes", ["class", "substances"], in: folder).map { ($0.values[0], list($0.values[1])) }
    let lines = try rows("interactions", ["first", "second", "level", "effect", "depends"], in: folder).map { row in
      guard let level = FindingLevel(rawValue: row.values[2]), let effect = InteractionEffect(rawValue: row.values[3])
      else {
        throw wrong("\(folder)/interactions.csv:\(row.line): there is no level or effect like this")
      }
      return InteractionFacts.Line(row.values[0], row.values[1], level, effect, depends: row.values[4] == "yes")
    }
    return MedicationKnowledge(
      substances: substances, classes: Dictionary(classes) { $0 + $1 }, lines: lines)
  }

  private static func rows(_ name: String, _ headings: [String], in folder: String) throws -> [CSVFile.Row] {
    let path = "\(folder)/\(name).csv"
    let file = try CSVFile(path: path)
    guard file.headings == headings else {
      throw wrong("the headings of \(path) are not \(headings.joined(separator: ", "))")
    }
    if let short = file.rows.first(where: { $0.values.count != headings.count }) {
      throw wrong("\(path):\(short.line): the row has another number of values than there are headings")
    }
    return file.rows
  }

  private static func list(_ text: String) -> [String] { text.split(separator: ";").map(String.init) }

  private static func wrong(_ what: String) -> CommandFailure {
    CommandFailure(.badInput, what, remedy: "see fixtures/interactions/README.md for the form")
  }
}
