import BuiltProgramSupport
import Testing

/// The instrument itself: a real terminal shows, types, resizes, hangs up and tells how a program ended.
@Suite struct RealTerminalTests {
  private let environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color"]

  @Test func showsWhatAProgramWrites() throws {
    let program = "stty raw -echo; printf '\\033[?1049h\\033[1mhé\\033[0m\\033[5;5Hx'; read line; exit 3"
    let terminal = try RealTerminal(["/bin/sh", "-c", program], environment: environment)
    try terminal.wait(for: "x")
    #expect(terminal.screen.lines[0] == "hé")
    #expect(terminal.screen.cell(row: 0, column: 1).isBold)
    #expect(terminal.screen.isAlternate)
    #expect(!terminal.isCooked)
    terminal.press(.text("a\n"))
    #expect(try terminal.end() == .exited(3))
  }

  @Test func aDroppedLineIsASignal() throws {
    let terminal = try RealTerminal(["/bin/cat"], environment: environment)
    terminal.type("abc")
    try terminal.wait(for: "abc")
    terminal.hangUp()
    #expect(try terminal.end() == .killed(signal: 1))
  }

  @Test func aResizedWindowIsNoticed() throws {
    let program = "echo ready; while read line; do stty size; done"
    let terminal = try RealTerminal(["/bin/sh", "-c", program], environment: environment)
    try terminal.wait(for: "ready")
    terminal.resize(rows: 30, columns: 100)
    terminal.press(.enter)
    try terminal.wait(for: "30 100")
  }
}
