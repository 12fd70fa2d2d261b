import ArgumentParser
import HospitalServices

/// `hms import synthea DIR`.
struct ImportSyntheaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthea", abstract: "Take over a folder of Synthea's CSV files.",
    discussion: """
      patients.csv must be there. allergies.csv, organizations.csv (departments), providers.csv (doctors) and \
      encounters.csv (past stays) are taken when they are, and the medications of medications.csv; with claims.csv each claim becomes an invoice of what was done: \
      the visit, procedures.csv and immunizations.csv, or one of medications.csv. Invoices come to the claims to the cent, \
      and a line tells of every claim that asks for something else than its services. What was taken before is left alone.
      """)

  @Argument(help: .init("The folder.", valueName: "dir"))
  var folder: String

  @OptionGroup var options: ImportOptions

  func run() throws {
    var files = SyntheaImport.Files(patients: try rows("patients", isNeeded: true))
    files.organizations = try rows("organizations")
    files.providers = try rows("providers")
    files.allergies = try rows("allergies")
    files.encounters = try rows("encounters")
    files.procedures = try rows("procedures")
    files.immunizations = try rows("immunizations")
    files.medications = try rows("medications")
    files.claims = try rows("claims")
    let session = try options.user.session()
    let bar = ProgressBar("Importing \(folder)")
    let result = try SyntheaImport(session).take(
      files, from: folder, goingOnBecause: options.because, isRehearsal: options.isRehearsal
    ) { bar.show($0, of: $1) }
    bar.end()
    try options.tell(result.outcome, from: folder, claims: result)
  }

  private func rows(_ name: String, isNeeded: Bool = false) throws -> [SyntheaRow] {
    let path = "\(folder)/\(name).csv"
    guard isNeeded || HospitalFile.exists(path) else { return [] }
    let csv = try CSVFile(path: path)
    return csv.rows.map { row in
      SyntheaRow(line: row.line, values: zip(csv.headings, row.values).reduce(into: [:]) { $0[$1.0] = $1.1 })
    }
  }
}
