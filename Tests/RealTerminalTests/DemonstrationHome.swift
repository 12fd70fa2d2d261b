import BuiltProgramSupport

/// A home with a demonstration hospital, made once for each test that asks.
struct DemonstrationHome {
  let home: ProgramHome

  init() throws {
    home = try ProgramHome()
    let made = try home.hms("demo", "--no-open")
    guard made.end == .exited(0) else { throw NotMade(why: made.errors) }
  }

  /// The demonstration hospital could not be made.
  struct NotMade: Error {
    let why: String
  }

  /// `hms` on a terminal, showing its sign-in.
  func terminal(rows: Int = 24, columns: Int = 80, with environment: [String: String] = [:]) throws -> RealTerminal {
    let terminal = try home.terminal(rows: rows, columns: columns, with: environment)
    try terminal.wait(for: "Password")
    return terminal
  }

  /// `hms` on a terminal with somebody signed in.
  func terminal(as user: String, rows: Int = 24, columns: Int = 80) throws -> RealTerminal {
    let terminal = try terminal(rows: rows, columns: columns)
    terminal.press(.text(user), .tab, .text("demo"), .enter)
    try terminal.wait(for: "LIVE")
    return terminal
  }

  /// What the database answers, asked by its own shell, without the line's end.
  func sql(_ statement: String) throws -> String {
    let run = try ProgramRun(
      ["/usr/bin/sqlite3", home.path + "/data/hms/hospital.sqlite", statement], environment: home.environment)
    return String(run.output.reversed().drop(while: \.isNewline).reversed())
  }
}
