import ArgumentParser

/// `hms`: opens the terminal interface; its subcommands are for the host's command line.
struct HMSCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hms", abstract: "A hospital's records, beds and people, in a terminal.",
    discussion: "Without a subcommand it opens the terminal interface.", version: "hms 0.1.0",
    subcommands: [
      DemoCommand.self, InitCommand.self, UserCommand.self, ImportCommand.self, PrintCommand.self, ReportCommand.self,
      AuditCommand.self, CheckCommand.self,
    ])

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try TerminalInterface.confirmTerminal()
    try TerminalInterface.open(database.path(), look: screen.look())
  }

  /// What `hms` without an argument does. That is how every ward's terminal starts it, and with nothing to parse the
  /// parser, a tenth of the time to the first screen, is left out.
  static func runWithoutArguments() throws {
    try TerminalInterface.confirmTerminal()
    try TerminalInterface.open(DatabaseOptions.path(), look: ScreenOptions.look())
  }
}
