import BuiltProgramSupport
import Testing

/// Nothing that is typed or pasted hurts the program, the terminal or the record.
@Suite struct HostileInputTests {
  private let hospital: DemonstrationHome

  init() throws {
    hospital = try DemonstrationHome()
  }

  /// The registration form with the first field in focus.
  private func form() throws -> RealTerminal {
    let terminal = try hospital.terminal(as: "reception")
    terminal.type("3")
    try terminal.wait(for: "Family name")
    return terminal
  }

  /// The program still answers: the form is left, and the board opens.
  private func confirmAlive(_ terminal: RealTerminal) throws {
    terminal.press(.control("U"), .text("Alive"))
    try terminal.wait(for: "Alive")
  }

  @Test func aMegabyteThatIsPastedGoesIntoTheFieldOrIsDropped() throws {
    let terminal = try form()
    terminal.press(.paste(String(repeating: "x", count: 1_000_000)))
    try confirmAlive(terminal)
  }

  @Test func aPasteNeverRunsCommands() throws {
    let terminal = try hospital.terminal(as: "nurse")
    terminal.type("2")
    try terminal.wait(for: "ROOM ")
    let before = try hospital.sql("SELECT MAX(id) FROM audit_entry")
    terminal.press(.paste("c\nb\nx\nu\u{0B}"))
    terminal.type("/4A")
    try terminal.wait(for: "4A")
    #expect(!terminal.screen.text.contains("LOCKED"))
    #expect(try hospital.sql("SELECT MAX(id) FROM audit_entry") == before)
  }

  @Test func bytesThatAreNoTextAreTaken() throws {
    let terminal = try form()
    terminal.send([0xC3, 0x28, 0xFF, 0xFE, 0xE2, 0x82, 0x1B, 0x5B, 0x39, 0x39, 0x39, 0x7E, 0x00, 0x80, 0xF0, 0x9F])
    try confirmAlive(terminal)
  }

  @Test func naughtyStringsAreTyped() throws {
    let list = try ProgramRun(["/bin/cat", BuiltProgram.project + "/fixtures/naughty/blns.txt"], environment: [:])
    let terminal = try form()
    for line in list.output.split(separator: "\n") where !line.hasPrefix("#") {
      terminal.press(.control("U"), .paste(String(line)))
    }
    try confirmAlive(terminal)
    #expect(terminal.screen.lines[0].contains("receptionist"), "the title still stands where it stood")
  }
}
