import BuiltProgramSupport

/// What is measured: the built `hms` on a large hospital of its own, and the baseline's list.
struct BenchWorld {
  /// How often to measure.
  let runs: Int
  /// `hms` on the hospital.
  let hms: BenchSubject
  /// The least C program that shows as long a list.
  let list: BenchSubject
  private let home: ProgramHome
  private var database: String { home.path + "/data/hms/hospital.sqlite" }

  /// Makes the hospital: 500 rooms and 20,000 patients.
  init(_ options: BenchOptions) throws {
    runs = options.runs
    home = try ProgramHome()
    let made = try ProgramRun(
      [BuiltProgram.path, "demo", "--no-open", "--patients", "20000", "--rooms", "500", "--seed", "1"],
      environment: home.environment, until: .after(.seconds(900)))
    guard made.end == .exited(0) else { throw CannotBuild(words: made.errors) }
    hms = BenchSubject(
      command: [BuiltProgram.path], environment: home.environment, firstPaint: "Password",
      openList: { terminal in
        try terminal.wait(for: "Password")
        terminal.press([.text("nurse"), .tab, .text("demo"), .enter])
        try terminal.wait(for: "LIVE")
        terminal.press([.text("2")])
        try terminal.wait(for: " rooms ")
      })
    list = BenchSubject(
      command: [options.list], environment: home.environment, firstPaint: "Help", openList: { _ in })
  }

  /// A session without a screen that does acts.
  func contender(as user: String) throws -> ConversingProgram {
    let contender = try ConversingProgram(
      [BuiltProgram.folder + "/hms-contender", database, user], environment: home.environment)
    guard contender.hear() == "ready" else { throw CannotBuild(words: "the contender did not start") }
    return contender
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
