import HospitalTerminal
import TerminalKit
import Testing

@Suite("The frame of every screen")
struct ShellTests {
  let host = ToyHost()
  let terminal = ScriptedTerminal()

  func start() -> Shell {
    let shell = Shell(host: host)
    terminal.start(shell)
    return shell
  }

  @Test("shows place, pane, user and tabs around the pane")
  func frame() {
    _ = start()
    let frame = terminal.frame
    #expect(frame.line(0).contains("St Brigid General"))
    #expect(frame.line(0).contains("Fruit"))
    #expect(frame.line(0).contains("OKAFOR N. · nurse   LIVE 14:02"))
    #expect(frame.line(1).hasPrefix("[1 Home] 2 Beds  3 Register"))
    #expect(frame.line(22).contains("e Eat  F9 Throw away…"))
  }

  @Test("asks before what cannot be undone, and the typed word is needed")
  func tierTwo() {
    _ = start()
    terminal.press(.function(9))
    #expect(terminal.frame.shows(">[ Keep  Esc ]<"))
    terminal.press(.control("s"))
    #expect(terminal.frame.shows("damson") || terminal.frame.shows("4 pieces"))
    terminal.type("4")
    terminal.press(.control("s"))
    #expect(terminal.frame.line(21).hasPrefix(" Warn  All fruit was thrown away."))
    terminal.press("?")
    terminal.press(.escape, ":")
    terminal.type("go")
  }
}
