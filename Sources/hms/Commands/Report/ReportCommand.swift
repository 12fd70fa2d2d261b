import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms report`: the reports of the hospital.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Make reports, as text, CSV or PDF.",
    subcommands: [ReportListCommand.self, ReportUninvoicedCommand.self])
}

/// `hms report list`: what reports there are.
struct ReportListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the reports.")

  func run() throws {
    var table = TextTable("name", "what it tells")
    for report in ReportCommand.configuration.subcommands.dropFirst() {
      table.add(report.configuration.commandName ?? "", report.configuration.abstract)
    }
    try Output.standard.write(table.text)
  }
}

/// The forms of a report as the command line names them.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case csv
  case pdf
}

/// What every report can be told: the form, the days, and where it goes.
struct ReportOptions: ParsableArguments {
  @Option(help: .init("The form: text, csv or pdf.", valueName: "form"))
  var format = ReportFormat.text

  @Option(help: .init("The first day, such as 2026/11/01 or T-30.", valueName: "day"))
  var from: String?

  @Option(help: .init("The last day.", valueName: "day"))
  var to: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: .init("The file; default: standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that is there already.")
  var replace = false

  @OptionGroup var person: PersonOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    if format == .pdf, output == nil { throw ValidationError("A PDF goes to a file. Add -o with its name.") }
  }

  /// A day as it was typed; nil where none was.
  static func day(_ typed: String?, today: CalendarDate) throws -> CalendarDate? {
    guard let typed else { return nil }
    do throws(Misentry) { return try DateEntry.read(typed, today: today) } catch {
      throw CommandFailure(.usage, "\(typed) is no day", remedy: error.sentence)
    }
  }

  /// Where it goes, as a paper's order says it.
  var order: PaperOrder {
    PaperOrder(
      format == .pdf ? .pdf : .text, to: output.map(PaperPlace.hostFile) ?? .standardOutput, replaces: replace)
  }

  /// Writes a text to standard output, or to the file.
  func write(_ text: String) throws {
    guard let output else { return try Output.standard.write(text) }
    let file = try PaperFile(path: output)
    try file.write(text)
    try file.place(replacing: replace)
  }
}
