import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms audit`: the audit trail.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Prove, show and export the audit trail.",
    subcommands: [AuditVerifyCommand.self, AuditHeadCommand.self, AuditShowCommand.self, AuditExportCommand.self])
}

/// `hms audit head`.
struct AuditHeadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head", abstract: "Print the number and the hash of the last entry.",
    discussion: """
      Kept day by day where nobody of the hospital can change it, as by hms audit head >> FILE on another host, it proves \
      with hms audit verify --head FILE that the trail was neither changed nor cut off since.
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    guard let head = try AuditProof(HospitalFile.openReadOnly(database.path())).head() else {
      throw CommandFailure(.badInput, "the trail has no entry yet", remedy: "try again once somebody has signed in")
    }
    if output.json { return try Output.standard.json(Row(number: head.number, hash: head.hash)) }
    try Output.standard.line("\(head)")
  }

  private struct Row: Encodable {
    let number: Int64
    let hash: String
  }
}
