/// A home with a demonstration hospital, made once for each test that asks.
package struct DemonstrationHome: Sendable {
  package let home: ProgramHome

  package init() throws {
    home = try ProgramHome()
    let made = try home.hms("demo", "--no-open")
    guard made.end == .exited(0) else { throw NotMade(why: made.errors) }
  }

  /// The demonstration hospital could not be made.
  package struct NotMade: Error {
    let why: String
  }

  /// `hms` on a terminal, showing its sign-in.
  package func terminal(
    rows: Int = 24, columns: Int = 80, with environment: [String: String] = [:]
  ) throws -> RealTerminal {
    let terminal = try home.terminal(rows: rows, columns: columns, with: environment)
    try terminal.wait(for: "Password")
    return terminal
  }

  /// `hms` on a terminal with somebody signed in.
  package func terminal(as user: String, rows: Int = 24, columns: Int = 80) throws -> RealTerminal {
    let terminal = try terminal(rows: rows, columns: columns)
    try terminal.signIn(as: user)
    return terminal
  }

  /// The database.
  package var database: String { home.path + "/data/hms/hospital.sqlite" }

  /// What the database answers, asked by its own shell, without the line's end.
  package func sql(_ statement: String) throws -> String {
    let run = try ProgramRun(["/usr/bin/sqlite3", database, statement], environment: home.environment)
    return String(run.output.reversed().drop(while: \.isNewline).reversed())
  }
}

extension RealTerminal {
  /// Signs somebody of a demonstration hospital in, once the screen shows the sign-in.
  package func signIn(as user: String) throws {
    try wait(for: "Password")
    press(.text(user), .tab, .text("demo"), .enter)
    try wait(for: "LIVE")
  }
}
