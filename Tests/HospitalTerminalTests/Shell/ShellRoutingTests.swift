import HospitalTerminal
import TerminalKit
import Testing

@Suite("From a key to what it does")
struct ShellRoutingTests {
  let host = ToyHost()
  let terminal = ScriptedTerminal()
  let shell: Shell

  init() {
    shell = Shell(host: host)
    terminal.start(shell)
  }

  private var message: String { terminal.frame.line(21) }

  @Test("1 to 8 open tabs, each keeps where it was; a tab that is not there is said")
  func tabs() {
    terminal.press(.down, .down, "2")
    #expect(terminal.frame.line(1).contains("[2 Beds]"))
    #expect(terminal.frame.shows("> apple"))
    terminal.press("1")
    #expect(terminal.frame.shows("> cherry"))
    terminal.press("7")
    #expect(message.hasPrefix(" Note  "))
  }

  @Test("while a field is typed in, letters, digits and ? are text; the twins work")
  func typing() {
    terminal.press("3")
    terminal.type("1q?:/um*")
    #expect(terminal.frame.shows("[1q?:/um*_"))
    #expect(terminal.frame.line(23).hasPrefix(" F1 Help  ^P Commands"))
    terminal.press(.function(1))
    #expect(terminal.frame.shows("Help: Typing"))
    terminal.press(.escape, .control("p"))
    #expect(terminal.frame.shows("Command"))
    terminal.press(.escape, .control("g"))
    #expect(terminal.frame.shows("Messages"))
  }

  @Test("a command that cannot be done says why, on the message row, and is dimmed")
  func disabled() {
    terminal.press("e", "e", "e", "e")
    #expect(terminal.frame.role(of: "e Eat") == .disabled)
    terminal.press("e")
    #expect(message == " Note  There is no fruit left to eat.")
  }

  @Test("Esc clears the filter, then goes back, and never quits; q at the top asks to sign out")
  func leaving() {
    terminal.press("/")
    terminal.type("red")
    terminal.press(.enter)
    #expect(terminal.frame.line(2) == "  Filter: red")
    terminal.press(.escape)
    #expect(terminal.frame.line(2) == "")
    terminal.press(.escape, .escape)
    #expect(terminal.frame.shows("> apple"))
    terminal.press("q")
    #expect(terminal.frame.shows("Sign out?"))
    terminal.press(.enter)
    #expect(!terminal.frame.shows("Sign out?"))
    #expect(!host.signedOut)
    terminal.press("q", .control("s"))
    #expect(host.signedOut)
    #expect(shell.isFinished)
  }

  @Test("a pane that was opened over another closes with its answer")
  func answer() {
    terminal.press(.enter)
    terminal.type("elder")
    terminal.press(.control("s"))
    #expect(terminal.frame.line(0).contains("Fruit"))
    #expect(terminal.frame.shows("elder"))
  }

  @Test("leaving what would be lost asks first")
  func loss() {
    terminal.press(.enter)
    terminal.type("eld")
    terminal.press(.escape)
    #expect(terminal.frame.shows("What you typed would be lost."))
    terminal.press(.enter)
    #expect(terminal.frame.shows("[eld___"))
    terminal.press(.escape, .control("s"))
    #expect(terminal.frame.line(0).contains("Fruit"))
  }

  @Test("u undoes the last reversible act, ^Y does it again; with nothing to undo, it says so")
  func undo() {
    terminal.press("u")
    #expect(message == " Note  There is nothing to undo.")
    terminal.press("e", "e", "u", "u")
    #expect(terminal.frame.shows("apple"))
    terminal.press(.control("y"))
    #expect(!terminal.frame.shows("apple"))
    terminal.press(.control("z"))
    #expect(terminal.frame.shows("apple"))
  }

  @Test("an act with marks is undone whichever tab is open")
  func undoElsewhere() {
    terminal.press("e", "2", "u", "1")
    #expect(terminal.frame.shows("apple"))
  }

  @Test("pasted text never runs commands: it goes into the field, or is dropped with a note")
  func paste() {
    terminal.press(.paste("e\rq"))
    #expect(message == " Note  Pasted text was dropped: no field is open for it.")
    #expect(terminal.frame.shows("> apple"))
    terminal.press("3", .paste("Inês"))
    #expect(terminal.frame.shows("[Inês__"))
  }

  @Test("tier 2: the box drops what was typed ahead, Enter is harmless, the word lets ^S act")
  func tierTwo() {
    terminal.pressAhead(.function(9), "4", .control("s"))
    #expect(terminal.frame.shows(">[ Keep  Esc ]<"))
    #expect(terminal.frame.shows("[____________]"))
    #expect(terminal.frame.line(22).hasPrefix(" Esc Keep  ^S Throw away"))
    terminal.press(.control("s"))
    #expect(terminal.frame.shows("4 pieces are lost."))
    terminal.type("4")
    terminal.press(.control("s"))
    #expect(message == " Warn  All fruit was thrown away. Buy more.")
    #expect(terminal.frame.shows("No fruit."))
  }

  @Test("a warning stays through moving about and ends when the person acts")
  func warning() {
    terminal.press(.function(9), "4", .control("s"))
    terminal.press(.down, .up)
    terminal.passTime(to: host.now + 120_000)
    #expect(message.hasPrefix(" Warn"))
    terminal.press("o")
    #expect(!message.hasPrefix(" Warn"))
  }

  @Test("help lists what can be done and runs it; the palette takes what the program makes of the words")
  func helpAndPalette() {
    terminal.press("?")
    #expect(terminal.frame.shows("Help: Fruit"))
    #expect(terminal.frame.shows("EVERYWHERE") || terminal.frame.shows("THIS PANE"))
    terminal.type("eat")
    terminal.press(.enter)
    #expect(message == " OK  Ate apple.")
    terminal.press(":")
    terminal.type("find okafor")
    #expect(terminal.frame.shows("> find okafor"))
    terminal.press(.enter)
    #expect(terminal.frame.line(1).contains("[2 Beds]"))
    terminal.press(":")
    terminal.type("fruit x")
    terminal.press(.enter)
    #expect(message == " OK  Found fruit x.")
  }

  @Test("the palette finds what is done on another tab, leads there and names the key, and does nothing yet")
  func paletteElsewhere() {
    host.titles = ["Home", "Beds", "Register"]
    terminal.press("3", .control("p"))
    terminal.type("eat the")
    #expect(terminal.frame.shows("Home: e"))
    terminal.press(.down)
    #expect(terminal.frame.shows("> Eat the fruit"))
    terminal.press(.enter)
    #expect(terminal.frame.line(1).contains("[1 Home]"))
    #expect(message == " Note  e does it here.")
    #expect(terminal.frame.shows("apple"))
  }

  @Test("m shows all messages, counted")
  func messages() {
    terminal.press("e", "7", "7", "m")
    #expect(terminal.frame.shows("Ate apple."))
    #expect(terminal.frame.shows("(2 times)"))
    terminal.press(.escape)
    #expect(!terminal.frame.shows("(2 times)") || terminal.frame.row(of: "(2 times)") == 21)
  }

  @Test("^L sends the screen whole; the mouse is a toggle of the palette")
  func redraw() {
    terminal.press(.control("l"))
    #expect(terminal.redraws == 1)
    terminal.press(":")
    terminal.type("mouse")
    terminal.press(.enter)
    #expect(terminal.hasMouse)
  }

  @Test("a user's own keys work and are the ones that are shown")
  func ownKeys() {
    let terminal = ScriptedTerminal()
    terminal.start(Shell(host: host, keyMap: KeyMap(keys: ["fruit.eat": ["E"], "shell.lock": [.function(8)]])))
    #expect(terminal.frame.line(22).hasPrefix(" E Eat"))
    terminal.press("e")
    #expect(terminal.frame.shows("apple"))
    terminal.press("E")
    #expect(terminal.frame.line(21) == " OK  Ate apple.")
    terminal.press(.function(8))
    #expect(terminal.frame.shows("LOCKED"))
  }
}

@Suite("The mouse does what the keys do")
struct ShellMouseTests {
  let host = ToyHost()
  let terminal = ScriptedTerminal()

  init() { terminal.start(Shell(host: host)) }

  private func press(column: Int, row: Int, _ act: MouseEvent.Act = .press) {
    terminal.press(.mouse(MouseEvent(act, at: Point(column: column, row: row))))
  }

  @Test("a tab opens, a hint presses its key, a row takes the focus, the wheel moves it")
  func presses() {
    press(column: 12, row: 1)
    #expect(terminal.frame.line(1).contains("[2 Beds]"))
    press(column: 10, row: 6)
    #expect(terminal.frame.shows("> cherry"))
    press(column: 2, row: 22)
    #expect(terminal.frame.line(21) == " OK  Ate cherry.")
    press(column: 10, row: 8, .wheelUp)
    #expect(terminal.frame.shows("> apple"))
    press(column: 70, row: 15)
    press(column: 70, row: 2)
    #expect(terminal.frame.shows("> apple"))
  }

  @Test("over a question only its own hints and the wheel do anything")
  func overlay() {
    press(column: 9, row: 22)
    #expect(terminal.frame.shows("Throw all away?"))
    press(column: 12, row: 1)
    press(column: 10, row: 5)
    #expect(terminal.frame.shows("Throw all away?"))
    press(column: 2, row: 22)
    #expect(!terminal.frame.shows("Throw all away?"))
    #expect(terminal.frame.line(1).contains("[1 Home]"))
  }
}
