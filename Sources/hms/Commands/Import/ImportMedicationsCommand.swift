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
    let rows = try CSVFile(path: file).texts(of: MedicationEntry.Field.self, for: "import medications").map {
      MedicationImport.Row(line: $0.line, entry: MedicationEntry($0.texts))
    }
    let session = try options.user.session()
    let bar = ProgressBar("Importing \(file)")
    let outcome = try MedicationImport(session).take(rows, from: file, isRehearsal: options.isRehearsal) {
      bar.show($0, of: $1)
    }
    bar.end()
    try options.tell(outcome, from: file)
  }
}
