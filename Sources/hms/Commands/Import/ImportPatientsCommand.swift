import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms import patients FILE.csv`.
struct ImportPatientsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patients", abstract: "Take patients over from a CSV file.",
    discussion: "The first line names the fields: \(PatientField.allCases.map(\.rawValue).joined(separator: ", ")).")

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
      return PatientImport.Row(line: row.line, entry: PatientDetailsEntry(texts))
    }
    let session = try options.user.session()
    let bar = ProgressBar("Importing \(file)")
    let outcome = try PatientImport(session).take(
      rows, from: file, goingOnBecause: options.because, isRehearsal: options.isRehearsal
    ) { bar.show($0, of: $1) }
    bar.end()
    try options.tell(outcome, from: file)
  }

  /// The field that each heading names, by its identifier or its caption, however it is spaced and capitalised.
  private func fields(of csv: CSVFile) throws -> [PatientField] {
    let fields = try csv.headings.map { heading in
      let plain = Self.plain(heading)
      let field = PatientField.allCases.first { [$0.rawValue, $0.caption].map(Self.plain).contains(plain) }
      guard let field else { throw wrong("there is no field \"\(heading)\"") }
      return field
    }
    if let twice = fields.first(where: { field in fields.count { $0 == field } > 1 }) {
      throw wrong("\(twice.rawValue) stands there twice")
    }
    if let missing = PatientField.allCases.first(where: { $0.isRequired && !fields.contains($0) }) {
      throw wrong("\(missing.rawValue) is missing")
    }
    return fields
  }

  private func wrong(_ what: String) -> CommandFailure {
    CommandFailure(.badInput, "the headings of \(file) are wrong: \(what)", remedy: "see hms import patients --help")
  }

  private static func plain(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
