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
    let rows = try CSVFile(path: file).texts(of: PatientField.self, for: "import patients").map {
      PatientImport.Row(line: $0.line, entry: PatientDetailsEntry($0.texts))
    }
    let session = try options.user.session()
    let bar = ProgressBar("Importing \(file)")
    let outcome = try PatientImport(session).take(
      rows, from: file, goingOnBecause: options.because, isRehearsal: options.isRehearsal
    ) { bar.show($0, of: $1) }
    bar.end()
    try options.tell(outcome, from: file)
  }
}
