import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms import medications FILE.csv`.
struct ImportMedicationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "medications", abstract: "Take medications over from a CSV file.",
    discussion: """
      The first line names the fields: \(MedicationEntry.Field.allCases.map(\.rawValue).joined(separator: ", ")). The code \
      is RxNorm's number or the hospital's own; categories are codes or names with commas between them, and one that \
      begins with a plus is made.
      """)

  @Argument(help: "The CSV file.")
  var file: String

  @OptionGroup var options: ImportOptions

  func run() throws {
    let csv = try CSVFile(path: file)
    let fields = try fields(of: csv)
    let rows = try csv.rows.map { row in
      guard !row.values.dropFirst(fields.count).contains(where: { !$0.isEmpty }) else {
        throw CommandFailure(
          .badInput, "\(file):\(row.line): the row has more values than there are headings",
          remedy: "put values with commas in quotes and try again")
      }
      let texts = zip(fields, row.values).reduce(into: [:]) { $0[$1.0] = $1.1 }
      return MedicationImport.Row(line: row.line, entry: MedicationEntry(texts))
    }
    let session = try options.user.session()
    let bar = ProgressBar("Importing \(file)")
    let outcome = try MedicationImport(session).take(rows, from: file, isRehearsal: options.isRehearsal) {
      bar.show($0, of: $1)
    }
    bar.end()
    try options.tell(outcome, from: file)
  }

  /// The field that each heading names, however it is spaced and capitalised.
  private func fields(of csv: CSVFile) throws -> [MedicationEntry.Field] {
    let fields = try csv.headings.map { heading in
      let plain = heading.lowercased().filter { $0.isLetter || $0.isNumber }
      guard let field = MedicationEntry.Field.allCases.first(where: { $0.rawValue == plain }) else {
        throw wrong("there is no field \"\(heading)\"")
      }
      return field
    }
    if let twice = fields.first(where: { field in fields.count { $0 == field } > 1 }) {
      throw wrong("\(twice.rawValue) stands there twice")
    }
    if let missing = MedicationEntry.Field.allCases.first(where: { $0.isRequired && !fields.contains($0) }) {
      throw wrong("\(missing.rawValue) is missing")
    }
    return fields
  }

  private func wrong(_ what: String) -> CommandFailure {
    CommandFailure(.badInput, "the headings of \(file) are wrong: \(what)", remedy: "see hms import medications --help")
  }
}
