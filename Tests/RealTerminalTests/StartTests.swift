import BuiltProgramSupport
import Glibc
import Testing

/// The built program in a real terminal: it starts anywhere, gives the terminal back whatever happens, and asks for room.
@Suite struct StartTests {
  private let hospital: DemonstrationHome

  init() throws {
    hospital = try DemonstrationHome()
  }

  @Test func itOpensSignsInAndGivesTheTerminalBack() throws {
    let terminal = try hospital.terminal(as: "nurse")
    #expect(terminal.screen.isAlternate)
    #expect(terminal.screen.lines[0].contains("nurse"))
    terminal.signal(SIGTERM)
    #expect(try terminal.end() == .exited(0) || terminal.end() == .killed(signal: SIGTERM))
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.isCursorVisible)
  }

  @Test func aSignalGivesTheTerminalBack() throws {
    for signal in [SIGTERM, SIGINT, SIGQUIT, SIGSEGV, SIGABRT] {
      let terminal = try hospital.terminal()
      #expect(!terminal.isCooked)
      terminal.signal(signal)
      _ = try terminal.end()
      #expect(!terminal.screen.isAlternate, "after signal \(signal)")
      #expect(terminal.screen.isCursorVisible, "after signal \(signal)")
    }
  }

  @Test func aDroppedLineEndsTheProgram() throws {
    let terminal = try hospital.terminal(as: "nurse")
    terminal.hangUp()
    _ = try terminal.end()
  }

  @Test func anUnknownOrOldTerminalWillDo() throws {
    let names = [
      "kitty-of-tomorrow", "foot", "alacritty-direct", "vt100", "linux", "screen-256color", "tmux-256color", "",
    ]
    for name in names { _ = try hospital.terminal(with: ["TERM": name]) }
  }

  @Test func aLocaleThatNamesNoUTF8IsToldWhatIsSent() throws {
    let terminal = try hospital.home.terminal(with: ["LC_ALL": "C"])
    try terminal.wait(for: "start with --ascii")
    try terminal.wait(for: "Password")
  }

  @Test func aTerminalThatCannotShowAScreenIsToldSo() throws {
    let terminal = try hospital.home.terminal(with: ["TERM": "dumb"])
    try terminal.wait(for: "a terminal of kind 'dumb' cannot show a screen; set TERM to one that can")
    #expect(try terminal.end() == .exited(64))
  }

  @Test func tooSmallAWindowAsksForMore() throws {
    let terminal = try hospital.home.terminal(rows: 10, columns: 40)
    try terminal.wait(for: "60")
    terminal.resize(rows: 24, columns: 80)
    try terminal.wait(for: "Password")
  }

  @Test func aResizedWindowIsDrawnAnew() throws {
    let terminal = try hospital.terminal(as: "nurse")
    for (rows, columns) in [(40, 132), (18, 60), (60, 200)] {
      terminal.resize(rows: rows, columns: columns)
      try terminal.wait(for: "the title over the whole width") { $0.lines[0].count > columns - 12 }
    }
  }
}
