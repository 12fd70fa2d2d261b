import ArgumentParser
import HospitalDomain
import HospitalServices

/// What the commands that list entries are told: which ones, and who asks.
struct AuditOptions: ParsableArguments {
  @Option(help: .init("Only entries about this patient's record.", valueName: "hospital number"))
  var patient: HospitalNumber?

  @Option(help: .init("Only entries of this user.", valueName: "name"))
  var by: String?

  @OptionGroup var person: PersonOptions
  @OptionGroup var database: DatabaseOptions

  /// The newest entries that are asked for, newest first.
  func entries(limit: Int, by means: String) throws -> [AuditEntry] {
    let workplace = try HospitalFile.open(database.path())
    return try AuditService(try person.session(in: workplace)).handOver(
      AuditChoice(patient: patient, username: by, limit: limit), by: means)
  }
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
    let entries = try options.entries(limit: limit, by: "to standard output")
    if output.json { return try Output.standard.json(entries.map(AuditRow.init)) }
    var table = TextTable("number", "when", "who", "terminal", "did", "what", "reason")
    for entry in entries {
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

  func run() throws {
    let entries = try options.entries(limit: .max, by: "CSV to \(output ?? "standard output")")
    let text = try CSVFile.text(headings: AuditRow.headings, rows: entries.map { AuditRow($0).values })
    guard let output else { return try Output.standard.write(text) }
    let file = try PaperFile(path: output)
    try file.write(text)
    try file.place(replacing: replace)
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
