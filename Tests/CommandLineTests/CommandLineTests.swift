import BuiltProgramSupport
import Testing

/// What scripts rely on: words on the right stream and exit codes.
@Suite struct CommandLineTests {
  @Test func helpAndVersionGoToStandardOutput() throws {
    let home = try ProgramHome()
    let help = try home.hms("--help")
    #expect(help.end == .exited(0))
    #expect(help.output.contains("USAGE: hms"))
    #expect(help.errors.isEmpty)
    #expect(try home.hms("--version").output.hasPrefix("hms "))
  }

  @Test(arguments: [["frobnicate"], ["--databas", "x"], ["--theme"], ["--mono=3"]])
  func aWrongCommandLineIsSaidInOneLine(arguments: [String]) throws {
    let home = try ProgramHome()
    let run = try ProgramRun([BuiltProgram.path] + arguments, environment: home.environment)
    #expect(run.end == .exited(64))
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("hms: "))
    #expect(run.errors.contains("; "))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func theTerminalInterfaceNeedsATerminal() throws {
    let run = try ProgramHome().hms()
    #expect(run.end == .exited(64))
    #expect(run.errors.contains("needs a terminal"))
  }
}
