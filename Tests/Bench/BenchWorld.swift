import BuiltProgramSupport

/// What is measured: the built `hms` on a large hospital of its own, and the baseline's list.
struct BenchWorld {
  /// How often to measure.
  let runs: Int
  /// `hms` on the hospital.
  let hms: BenchSubject
  /// The least C program that shows as long a list.
  let list: BenchSubject
  /// The folder of the baseline's programs.
  let baseline: String
  /// How many patients are on file.
  let patients: Int
  /// What was asked for.
  let options: BenchOptions
  /// The hospital's database.
  let database: String
  private let home: ProgramHome
  private let environment: [String: String]

  /// Makes a hospital, of 500 rooms unless told otherwise; or takes the one that was named.
  init(_ options: BenchOptions, patients: Int, rooms: Int = 500) throws {
    runs = options.runs
    baseline = options.baseline
    self.options = options
    home = try ProgramHome()
    database = options.hospital ?? home.path + "/data/hms/hospital.sqlite"
    environment = home.environment.merging(["HMS_DATABASE": database]) { _, own in own }
    if options.hospital == nil {
      tell("making a hospital of \(patients) patients and \(rooms) rooms…\n")
      let made = try ProgramRun(
        [
          BuiltProgram.path, "demo", "--no-open", "--patients", String(patients), "--rooms", String(rooms), "--seed",
          "1",
        ],
        environment: environment, until: .after(.seconds(3_600)))
      guard made.end == .exited(0) else { throw CannotBuild(words: made.errors) }
    }
    let counted = try ProgramRun(["/usr/bin/sqlite3", database, "SELECT COUNT(*) FROM patient"], environment: [:])
    self.patients = Int(counted.output.split(separator: "\n").first ?? "") ?? patients
    hms = Self.hms(as: "nurse", environment)
    list = BenchSubject(
      command: [options.baseline + "/list"], environment: environment, firstPaint: "Help", openList: { _ in })
  }

  /// `hms` at the list of the beds as somebody else, on a hospital of their own.
  func subject(as user: String, on path: String) -> BenchSubject {
    Self.hms(as: user, environment.merging(["HMS_DATABASE": path]) { $1 })
  }

  private static func hms(as user: String, _ environment: [String: String]) -> BenchSubject {
    BenchSubject(
      command: [BuiltProgram.path], environment: environment, firstPaint: "Password",
      openList: { terminal in
        try terminal.wait(for: "Password")
        terminal.press([.text(user), .tab, .text("demo"), .enter])
        try terminal.wait(for: "LIVE")
        terminal.press([.text("2")])
        try terminal.wait(for: " rooms ")
      })
  }

  /// A real `sshd` that serves the hospital.
  func server() throws -> SSHServer { try SSHServer(for: home, database: database) }

  /// A session without a screen that does acts.
  func contender(as user: String, on path: String? = nil) throws -> ConversingProgram {
    try conversation([BuiltProgram.folder + "/hms-contender", path ?? database, user])
  }

  /// The folder that the hospital is in; it goes with the world.
  var folder: String { home.path }

  /// Runs a program as the demonstration's people, to its end.
  func run(_ command: [String]) throws -> ProgramRun {
    try ProgramRun(command, environment: environment.merging(["HMS_PASSWORD": "demo"]) { $1 })
  }

  /// A program that says `ready` and then does what it is told.
  func conversation(_ command: [String]) throws -> ConversingProgram {
    let program = try ConversingProgram(command, environment: environment)
    guard program.hear() == "ready" else { throw CannotBuild(words: "\(command[0]) did not start") }
    return program
  }

  /// A copy of the hospital for what changes it; everybody who has it open keeps on.
  func copy(_ name: String) throws -> String {
    let path = "\(home.path)/\(name).sqlite"
    _ = try ProgramRun(["/bin/rm", "-f", path, path + "-wal", path + "-shm"], environment: [:])
    let copied = try ProgramRun(
      ["/usr/bin/sqlite3", database, "VACUUM INTO '\(path)'; PRAGMA journal_mode"], environment: home.environment,
      until: .after(.seconds(600)))
    guard copied.end == .exited(0) else { throw CannotBuild(words: copied.errors) }
    _ = try ProgramRun(["/usr/bin/sqlite3", path, "PRAGMA journal_mode = WAL"], environment: home.environment)
    return path
  }

  /// What the hospital's database answers.
  func sql(_ statement: String, on path: String? = nil) throws -> [String] {
    try ProgramRun(["/usr/bin/sqlite3", path ?? database, statement], environment: home.environment).output
      .split(separator: "\n").map(String.init)
  }

  /// The hospital could not be made.
  struct CannotBuild: Error, CustomStringConvertible {
    let words: String
    var description: String { "the hospital to measure could not be made: \(words)" }
  }
}

/// A program to measure and the way to its list.
struct BenchSubject {
  let command: [String]
  let environment: [String: String]
  /// A text of its first screen.
  let firstPaint: String
  /// The keys from its first screen to the list.
  let openList: (TimedTerminal) throws -> Void

  /// Starts it.
  func start(rows: Int = 24, columns: Int = 80) throws -> TimedTerminal {
    try TimedTerminal(command, environment: environment, rows: rows, columns: columns)
  }

  /// Starts it and goes to its list; returns when it is silent.
  func startAtList(rows: Int = 24, columns: Int = 80) throws -> TimedTerminal {
    let terminal = try start(rows: rows, columns: columns)
    _ = terminal.pieces(quiet: 250, first: 10_000)
    try openList(terminal)
    _ = terminal.pieces(quiet: 250)
    return terminal
  }
}
