import HospitalTerminal
import TerminalKit
import Testing

@Suite("The frame of every screen")
struct ShellTests {
  let host = ToyHost()
  let terminal = ScriptedTerminal()

  private func start() {
    terminal.start(Shell(host: host))
  }

  @Test("shows place, pane, user and tabs around the pane, each in its row")
  func frame() {
    start()
    let frame = terminal.frame
    #expect(frame.line(0).hasPrefix(" St Brigid General"))
    #expect(frame.line(0).contains("Fruit"))
    #expect(frame.line(0).hasSuffix("OKAFOR N. · nurse   LIVE 14:02"))
    #expect(frame.line(1).hasPrefix("[1 Home]"))
    #expect(frame.role(of: "[1 Home]") == .tabActive)
    #expect(frame.line(22).hasPrefix(" e Eat  F9 Throw away…"))
    #expect(frame.line(23).hasPrefix(" ? Help  : Commands  / Filter  q Back"))
    #expect(frame.line(23).hasSuffix("^K Lock  u Undo"))
    #expect(frame.cursor == Point(column: 0, row: 4))
  }

  @Test(
    "says STALE with its age, and READ-ONLY, in place of LIVE",
    arguments: [
      (LiveState.stale(seconds: 48), "STALE 48 s", StyleRole.titleStale),
      (.readOnly("disk"), "READ-ONLY", .titleReadOnly),
    ])
  func states(live: LiveState, text: String, role: StyleRole) {
    host.status.live = live
    start()
    #expect(terminal.frame.line(0).hasSuffix(text))
    #expect(terminal.frame.role(of: text) == role)
  }

  @Test("eight tabs fit the least usual screen, and shrink to numbers below", arguments: [(80, true), (60, false)])
  func tabs(columns: Int, hasNames: Bool) {
    host.titles = ["Home", "Beds", "Register", "Check-out", "Invoices", "Pharmacy", "Patients", "More"]
    terminal.resize(columns: columns, rows: 24)
    start()
    #expect(terminal.frame.line(1).contains("8 More") == hasNames)
    #expect(terminal.frame.line(1).contains("[1 Home]"))
    #expect(terminal.frame.line(1).contains("8"))
  }

  @Test(
    "is whole at every size: the pane, a message and the keys", arguments: [(60, 18), (80, 24), (120, 40), (200, 60)])
  func sizes(columns: Int, rows: Int) {
    terminal.resize(columns: columns, rows: rows)
    start()
    terminal.press("e")
    let frame = terminal.frame
    #expect(frame.shows("> banana"))
    #expect(frame.row(of: " OK  Ate apple.") == (rows < 24 ? rows - 2 : rows - 3))
    #expect(frame.row(of: "e Eat") == (rows < 24 ? rows - 1 : rows - 2))
    #expect(frame.shows("Detail of banana") == (columns >= 120 && rows >= 30))
    #expect(frame.shows("LIVE 14:02"))
  }

  @Test("below 60×18 it asks for a larger window, keeps what was typed, and shows it again")
  func tooSmall() {
    start()
    terminal.press("3")
    terminal.type("Inês")
    terminal.resize(columns: 50, rows: 10)
    #expect(terminal.frame.line(0).hasPrefix("Please make the window larger: 60x18"))
    #expect(!terminal.frame.shows("Inês"))
    #expect(terminal.frame.text.contains("at least.") && terminal.frame.text.contains("keys do nothing."))
    terminal.type("unseen")
    terminal.press(.escape, "2")
    terminal.resize(columns: 80, rows: 24)
    #expect(terminal.frame.shows("[Inês__"), "nobody types, or acts, where nothing is seen of it")
  }

  @Test("a window dragged through every size never fails")
  func everySize() {
    start()
    terminal.press("?")
    for (columns, rows) in [(1, 1), (2, 60), (300, 1), (60, 18), (61, 19), (119, 29), (400, 100)] {
      terminal.resize(columns: columns, rows: rows)
      #expect(terminal.frame.canvas.screen == Size(columns: columns, rows: rows))
    }
  }

  @Test("a theme is chosen from the palette; one that is wrong leaves the display as it was")
  func themes() {
    let shell = Shell(host: host, theme: WardDark.theme, themes: ThemeShelf(folders: [shippedThemes]))
    terminal.start(shell)
    terminal.press(":")
    terminal.type("display high")
    terminal.press(.enter)
    #expect(shell.theme.name == "high-contrast")
    #expect(terminal.frame.line(21) == " OK  The display is high-contrast now.")
  }

  @Test("nothing that does not change is drawn again")
  func quiet() {
    start()
    let frames = terminal.frames.count
    terminal.press(.up, .up, "z")
    terminal.wake()
    terminal.passTime(to: host.now)
    #expect(terminal.frames.count == frames)
  }
}
