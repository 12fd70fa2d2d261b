import ArgumentParser
import HospitalServices

/// `hms check`: whether the hospital's database is sound.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the database file and all that is in it.",
    discussion: "Prints a line for each thing looked at; changes nothing. Ends with 0 only if all hold.")

  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let path = try database.path()
    let findings =
      try HospitalCheckService(HospitalFile.openReadOnly(path)).findings() + [FilePermissions.finding(path)]
    if output.json {
      try Output.standard.json(findings.map(Row.init))
    } else {
      for finding in findings { try tell(finding) }
    }
    let unsound = findings.filter { !$0.isSound }
    if !unsound.isEmpty {
      throw CommandFailure(
        .badInput, "\(unsound.count) of \(findings.count) checks failed",
        remedy: "mend what the lines above say, or restore the latest backup")
    }
  }

  private func tell(_ finding: HospitalCheckService.Finding) throws {
    try Output.standard.line("\(finding.isSound ? "OK " : "ERR")  \(finding.name)")
    for problem in finding.problems { try Output.standard.line("       \(problem)") }
  }

  /// A finding as JSON tells it.
  private struct Row: Encodable {
    let check: String
    let ok: Bool
    let problems: [String]

    init(_ finding: HospitalCheckService.Finding) {
      (check, ok, problems) = (finding.name, finding.isSound, finding.problems)
    }
  }
}
