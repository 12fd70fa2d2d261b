import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms audit verify`: whether the audit trail is whole.
struct AuditVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Prove that no entry was changed, removed, moved or cut off.",
    discussion: """
      Reads every entry and changes nothing. That the newest entries were cut off, or the whole chain was made anew, shows \
      only against heads that were kept elsewhere. Ends with 0 only if the trail is whole.
      """)

  @Option(help: .init("A file of lines that hms audit head has printed.", valueName: "file"))
  var head: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let heads = try head.map(Self.heads) ?? []
    let proof = AuditProof(try HospitalFile.openReadOnly(database.path()))
    let (last, problems) = (try proof.head()?.number ?? 0, try proof.problems(heads: heads))
    if output.json {
      try Output.standard.json(Row(ok: problems.isEmpty, entries: last, heads: heads.count, problems: problems))
    } else if problems.isEmpty {
      let kept = heads.isEmpty ? "" : ", and has \(Listing.count(heads.count, "head")) as kept"
      try Output.standard.line("OK   the audit trail is whole up to entry \(last)\(kept)")
    } else {
      for problem in problems { try Output.standard.line("ERR  \(problem)") }
    }
    if !problems.isEmpty {
      throw CommandFailure(
        .badInput, "the audit trail is not whole",
        remedy: "keep the file as it is, and compare it with the latest backup")
    }
  }

  /// The heads of a file, a line each; lines that begin with # and empty ones are left out.
  private static func heads(_ path: String) throws -> [AuditHead] {
    try TextFile.contents(of: path).split(whereSeparator: \.isNewline).enumerated().compactMap { place, line in
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { return nil }
      guard let head = AuditHead(line) else {
        throw CommandFailure(
          .badInput, "line \(place + 1) of \(path) is no head", remedy: "keep lines as hms audit head prints them")
      }
      return head
    }
  }

  private struct Row: Encodable {
    let ok: Bool
    let entries: Int64
    let heads: Int
    let problems: [String]
  }
}
