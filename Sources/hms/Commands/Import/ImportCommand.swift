import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms import`: takes over what was kept elsewhere.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take patients, and the list of interactions, over from files that were kept elsewhere.",
    discussion: "All of a file is taken, or nothing. Every refused row is listed with its line and the reason.",
    subcommands: [ImportPatientsCommand.self, ImportSyntheaCommand.self, ImportInteractionsCommand.self])
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
  func tell(_ outcome: ImportOutcome, from name: String, claims: SyntheaImport.Result? = nil) throws {
    if output.json { try Output.standard.json(Report(outcome, claims, isRehearsal: isRehearsal)) }
    if !output.json {
      for row in outcome.refused { try Output.standard.line("\(row.file):\(row.line): \(row.reason)") }
    }
    let count = outcome.refused.count
    guard count == 0 else {
      throw CommandFailure(
        .badInput, "\(count == 1 ? "1 row" : "\(count) rows") of \(name) can't be taken and nothing was imported",
        remedy: "correct what is listed and try again")
    }
    guard !output.json else { return }
    for row in claims?.differences ?? [] { try Output.standard.line("\(row.file):\(row.line): \(row.reason)") }
    try Output.standard.line(sentence(outcome))
    if let claims { for line in Self.lines(of: claims) { try Output.standard.line(line) } }
  }

  /// What is to be said of claims and of what was known already.
  private static func lines(of result: SyntheaImport.Result) -> [String] {
    var lines: [String] = []
    if !result.known.isEmpty {
      lines.append("Taken over before, and left alone: \(counts(result.known)).")
    }
    let sums = result.claims
    if sums.count > 0 {
      lines.append(
        "Claims: \(sums.count) of USD \(sums.total), and the same on invoices to the cent; insurers \(sums.insurer), "
          + "paid \(sums.paid), due \(sums.due).")
      lines.append(
        result.differences.isEmpty
          ? "Every claim comes to what its services come to."
          : "\(Listing.count(result.differences.count, "claim")) asked for something else than the services in the "
            + "files; the lines above say how they were brought to it.")
    }
    return lines
  }

  private static func counts(_ counts: [String: Int]) -> String {
    Listing.and(counts.sorted { $0.key < $1.key }.map { Listing.count($0.value, $0.key) })
  }

  private func sentence(_ outcome: ImportOutcome) -> String {
    let what = outcome.taken.isEmpty ? "nothing" : Self.counts(outcome.taken)
    return isRehearsal ? "Nothing would be refused: \(what). Nothing was changed." : "Imported: \(what)."
  }

  /// The outcome as JSON tells it.
  private struct Report: Encodable {
    let imported: [String: Int]
    let dryRun: Bool
    let refused: [Row]
    /// What an earlier import had taken; only of Synthea's folders.
    let known: [String: Int]?
    let claims: Claims?

    /// Claims, in dollars.
    struct Claims: Encodable {
      let count: Int
      let total: String
      let insurers: String
      let paid: String
      let due: String
      let differences: [Row]
    }

    struct Row: Encodable {
      let file: String
      let line: Int
      let reason: String

      init(_ row: RefusedRow) { (file, line, reason) = (row.file, row.line, row.reason) }
    }

    init(_ outcome: ImportOutcome, _ result: SyntheaImport.Result?, isRehearsal: Bool) {
      imported = isRehearsal || !outcome.refused.isEmpty ? [:] : outcome.taken
      dryRun = isRehearsal
      refused = outcome.refused.map(Row.init)
      known = result?.known
      claims = result.map { result in
        let sums = result.claims
        func dollars(_ money: Money) -> String { "\(money)".filter { $0 != "," } }
        return Claims(
          count: sums.count, total: dollars(sums.total), insurers: dollars(sums.insurer), paid: dollars(sums.paid),
          due: dollars(sums.due), differences: result.differences.map(Row.init))
      }
    }
  }
}
