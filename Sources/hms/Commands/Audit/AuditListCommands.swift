import ArgumentParser
import HospitalDomain
import HospitalServices

/// What the commands that list entries are told: which ones, and who asks.
struct AuditOptions: ParsableArguments {
  @Option(help: .init("Only entries about this patient's record.", valueName: "hospital number"))
  var patient: HospitalNumber?

  @Option(help: .init("Only entries of this user.", valueName: "name"))
  var by: String?

  @Option(
    help: .init(
      "Only this kind: \(Listing.or(AuditDeed.all.map(\.word))), or a permission's code.", valueName: "what"))
  var action: AuditDeed?

  @Option(help: .init("The first day, such as 2026/11/01 or T-30.", valueName: "day"))
  var from: String?

  @Option(help: .init("The last day.", valueName: "day"))
  var to: String?

  @OptionGroup var person: PersonOptions
  @OptionGroup var database: DatabaseOptions

  private func choice(today: CalendarDate) throws -> AuditChoice {
    AuditChoice(
      patient: patient, username: by?.lowercased(), deed: action, from: try ReportOptions.day(from, today: today),
      to: try ReportOptions.day(to, today: today))
  }

  /// Takes the entries that are asked for, newest first, as they are read.
  func entries(limit: Int? = nil, by means: String, _ take: ([AuditLine]) throws -> Void) throws {
    let workplace = try HospitalFile.openForCommand(database.path())
    let choice = try choice(today: workplace.today)
    try AuditService(try person.session(in: workplace)).handOver(choice, by: means, limit: limit, take)
  }
}

extension AuditDeed: ExpressibleByArgument {
  package init?(argument: String) { try? self.init(entry: argument) }
}

/// `hms audit show`.
struct AuditShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the newest entries: who did or looked at what.",
    discussion: "That somebody asked is an entry too.")

  @Option(help: "How many.")
  var limit = 50

  @OptionGroup var options: AuditOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...100_000).contains(limit) else { throw ValidationError("1 to 100000 entries can be shown") }
  }

  func run() throws {
    var lines: [AuditLine] = []
    try options.entries(limit: limit, by: "to standard output") { lines += $0 }
    if output.json { return try Output.standard.json(lines.map { AuditRow($0.entry) }) }
    var table = TextTable("number", "when", "who", "terminal", "did", "what", "reason")
    for line in lines {
      let entry = line.entry
      table.add(
        "\(entry.number)", HostClock.localTime.text(entry.occurredAt), entry.actor, entry.terminal,
        entry.action.rawValue,
        entry.permission.isEmpty ? entry.subject.kind : entry.permission, entry.reason)
    }
    try Output.standard.write(table.text)
  }
}

/// `hms audit export`.
struct AuditExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the entries as CSV, newest first.",
    discussion: "Times are UTC. That somebody asked is an entry too.")

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: .init("The file; default: standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that is there already.")
  var replace = false

  @OptionGroup var options: AuditOptions

  /// Each page is written before the next is read: a trail of years takes no more memory than one of a day.
  func run() throws {
    let file = try output.map { try PaperFile(path: $0) }
    func write(_ text: String) throws {
      if let file { try file.write(text) } else { try Output.standard.write(text) }
    }
    var hasBegun = false
    func write(_ lines: [AuditLine]) throws {
      let text = try CSVFile.text(headings: AuditRow.headings, rows: lines.map { AuditRow($0.entry).values })
      try write(hasBegun ? String(text.drop { $0 != "\n" }.dropFirst()) : text)
      hasBegun = true
    }
    try options.entries(by: "CSV to \(output ?? "standard output")", write)
    if !hasBegun { try write([]) }
    try file?.place(replacing: replace)
  }
}

/// An entry as programs read it.
private struct AuditRow: Encodable {
  static let headings = [
    "number", "occurred_at", "user", "terminal", "action", "permission", "subject", "subject_id", "patient_id",
    "reason",
  ]

  let number: Int64
  let occurredAt, user, terminal, action, permission, subject, subjectID, patientID, reason: String

  init(_ entry: AuditEntry) {
    number = entry.number
    occurredAt = LocalTime.utc.text(entry.occurredAt)
    (user, terminal, action) = (entry.actor, entry.terminal, entry.action.rawValue)
    (permission, subject, subjectID) = (entry.permission, entry.subject.kind, entry.subject.id)
    (patientID, reason) = (entry.subject.patient?.text ?? "", entry.reason)
  }

  var values: [String] {
    ["\(number)", occurredAt, user, terminal, action, permission, subject, subjectID, patientID, reason]
  }
}
