import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms import`: takes over what was kept elsewhere.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take patients over from files that were kept elsewhere.",
    discussion: "All of a file is taken, or nothing. Every refused row is listed with its line and the reason.",
    subcommands: [ImportPatientsCommand.self, ImportSyntheaCommand.self])
}

/// How to import, and what to say of it.
struct ImportOptions: ParsableArguments {
  @Flag(name: .customLong("dry-run"), help: "Find out what would be refused; change nothing.")
  var isRehearsal = false

  @Option(help: .init("Why rows that look like patients on file are other people.", valueName: "reason"))
  var because = ""

  @OptionGroup var output: OutputOptions
  @OptionGroup var user: UserOptions

  /// Tells what came of an import. Throws a `CommandFailure` when rows were refused.
  func tell(_ outcome: ImportOutcome, from name: String) throws {
    if output.json { try Output.standard.json(Report(outcome, isRehearsal: isRehearsal)) }
    if !output.json {
      for row in outcome.refused { try Output.standard.line("\(row.file):\(row.line): \(row.reason)") }
    }
    let count = outcome.refused.count
    guard count == 0 else {
      throw CommandFailure(
        .badInput, "\(count == 1 ? "1 row" : "\(count) rows") of \(name) can't be taken and nothing was imported",
        remedy: "correct what is listed and try again")
    }
    if !output.json { try Output.standard.line(sentence(outcome)) }
  }

  private func sentence(_ outcome: ImportOutcome) -> String {
    let counts = outcome.taken.sorted { $0.key < $1.key }.map { Listing.count($0.value, $0.key) }
    let what = counts.isEmpty ? "nothing" : Listing.and(counts)
    return isRehearsal ? "Nothing would be refused: \(what). Nothing was changed." : "Imported: \(what)."
  }

  /// The outcome as JSON tells it.
  private struct Report: Encodable {
    let imported: [String: Int]
    let dryRun: Bool
    let refused: [Row]

    struct Row: Encodable {
      let file: String
      let line: Int
      let reason: String
    }

    init(_ outcome: ImportOutcome, isRehearsal: Bool) {
      imported = isRehearsal || !outcome.refused.isEmpty ? [:] : outcome.taken
      dryRun = isRehearsal
      refused = outcome.refused.map { Row(file: $0.file, line: $0.line, reason: $0.reason) }
    }
  }
}
