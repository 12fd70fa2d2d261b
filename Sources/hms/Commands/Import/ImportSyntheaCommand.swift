import ArgumentParser
import HospitalServices

/// `hms import synthea DIR`.
struct ImportSyntheaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthea", abstract: "Take over a folder of Synthea's CSV files.",
    discussion: """
      patients.csv must be there. allergies.csv, organizations.csv (departments), providers.csv (doctors) and \
      encounters.csv (past admissions) are taken when they are.
      """)

  @Argument(help: .init("The folder.", valueName: "dir"))
  var folder: String

  @OptionGroup var options: ImportOptions

  func run() throws {
    let files = SyntheaImport.Files(
      organizations: try rows("organizations", isNeeded: false), providers: try rows("providers", isNeeded: false),
      patients: try rows("patients", isNeeded: true), allergies: try rows("allergies", isNeeded: false),
      encounters: try rows("encounters", isNeeded: false))
    let session = try options.user.session()
    let bar = ProgressBar("Importing \(folder)")
    let outcome = try SyntheaImport(session).take(
      files, from: folder, goingOnBecause: options.because, isRehearsal: options.isRehearsal
    ) { bar.show($0, of: $1) }
    bar.end()
    try options.tell(outcome, from: folder)
  }

  private func rows(_ name: String, isNeeded: Bool) throws -> [SyntheaRow] {
    let path = "\(folder)/\(name).csv"
    guard isNeeded || HospitalFile.exists(path) else { return [] }
    let csv = try CSVFile(path: path)
    return csv.rows.map { row in
      SyntheaRow(line: row.line, values: zip(csv.headings, row.values).reduce(into: [:]) { $0[$1.0] = $1.1 })
    }
  }
}
