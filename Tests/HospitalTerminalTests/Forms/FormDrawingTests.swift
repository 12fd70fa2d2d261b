import HospitalTerminal
import TerminalKit
import Testing

@Suite("A form on the screen")
struct FormDrawingTests {
  static let sizes = [(60, 18), (80, 24), (120, 40), (200, 60)]

  func terminal(_ columns: Int = 80, _ rows: Int = 24, depth: ColourDepth = .indexed) -> ScriptedTerminal {
    let terminal = ScriptedTerminal(columns: columns, rows: rows, depth: depth)
    terminal.start(Shell(host: FormHost()))
    terminal.press("3", .enter)
    return terminal
  }

  func fillIn(_ terminal: ScriptedTerminal, _ texts: String...) {
    for text in texts {
      terminal.type(text)
      terminal.press(.tab)
    }
  }

  @Test("has captions, required stars, and brackets around what is typed")
  func captions() {
    let terminal = terminal()
    fillIn(terminal, "DUARTE", "Inês", "19910312", "f")
    let frame = terminal.frame
    #expect(frame.line(2) == " Page 1 of 2    * required    4 of 9 required done")
    #expect(frame.line(3) == " IDENTITY")
    #expect(frame.line(4).hasPrefix("  Family name * [DUARTE______________]"))
    #expect(frame.line(4).hasSuffix("Given name * [Inês____________]"))
    #expect(frame.shows("Born        * [19910312__] = 1991/03/12, 35 y"))
    #expect(frame.shows("Sex        * [f] female"))
    #expect(frame.shows("Number        (given on saving)"))
    #expect(frame.line(6).hasPrefix("> National id"))
  }

  @Test("says what is wrong beside the field, in column 0 and on the message row, until it is mended (P1)")
  func problems() {
    let terminal = terminal()
    fillIn(terminal, "", "", "", "", "", "0871 55")
    #expect(terminal.frame.shows("! Telephone   * [0871 55_________] 6 digits typed, 10 needed"))
    #expect(
      terminal.frame.line(21) == " ERR  Telephone: 6 digits typed, 10 needed. Correct it, or ^U clears it.")
    #expect(terminal.frame.role(of: "6 digits typed") == .fieldError)
    terminal.press(.backTab)
    #expect(terminal.frame.shows("!>Telephone"))
    terminal.type("1009")
    #expect(terminal.frame.line(21).isEmpty)
    #expect(terminal.frame.shows("> Telephone   * [0871 551009_____]"))
  }

  @Test("says it under the field where there is no room beside it", arguments: sizes)
  func narrow(columns: Int, rows: Int) {
    let terminal = terminal(columns, rows)
    fillIn(terminal, "", "", "", "", "", "0871 55")
    #expect(terminal.frame.shows("6 digits typed, 10 needed"))
    #expect(terminal.frame.shows("! Telephone"))
  }

  @Test("never saves with Enter; ^S goes to the first wrong field, or saves")
  func saving() {
    let terminal = terminal()
    for _ in 0..<20 { terminal.press(.enter) }
    #expect(!terminal.frame.shows("is registered"))
    terminal.press(.control("s"))
    #expect(terminal.frame.line(21) == " ERR  Family name: needed. Fill it in.")
    #expect(terminal.frame.line(4).hasPrefix("!>Family name"))
    fillIn(terminal, "DUARTE", "Inês", "19910312", "f", "", "0871 551 009", "14 Quay Lane", "Rui", "brother")
    terminal.type("none")
    terminal.press(.function(10))
    #expect(terminal.frame.line(21) == " OK  DUARTE is registered.")
  }

  @Test("keeps the focus in sight on every page and at every size", arguments: sizes)
  func scrolls(columns: Int, rows: Int) {
    let terminal = terminal(columns, rows)
    for _ in 0..<12 {
      let cursor = terminal.frame.cursor
      #expect(cursor.map { (2..<(rows - 2)).contains($0.row) } == true)
      let line = cursor.map { terminal.frame.line($0.row) } ?? ""
      #expect(line.contains(">"))
      terminal.press(.tab)
    }
    terminal.press(.pageDown)
    #expect(terminal.frame.shows("> Consent"))
    terminal.type(" ")
    #expect(terminal.frame.shows("> Consent   [x]"))
    terminal.press(.tab)
    terminal.type("4938")
    #expect(terminal.frame.shows("[****____]"))
    #expect(!terminal.frame.shows("4938"))
  }

  @Test("shows the pick list in a box, narrowed by typing; Enter fills in and goes on", arguments: sizes)
  func pickList(columns: Int, rows: Int) {
    let terminal = terminal(columns, rows)
    terminal.press(.control("f"))
    terminal.type("doc")
    terminal.press(.enter, .function(4))
    #expect(terminal.frame.shows("1 of 32"))
    terminal.type("lind")
    #expect(terminal.frame.shows("> LINDQVIST, Maja"))
    #expect(terminal.frame.shows("Orthopaedics"))
    #expect(terminal.frame.shows("1 of 2"))
    terminal.press(.down, .enter)
    #expect(terminal.frame.shows("[LINDHOLM, Per_______"))
    #expect(terminal.frame.shows("] Anaesthesia"))
    #expect(terminal.frame.shows("> Arrives"))
  }

  @Test("wraps a long text, and the arrows move inside it before they leave it")
  func wraps() {
    let terminal = terminal()
    terminal.press(.control("f"))
    terminal.type("reas")
    terminal.press(.enter)
    terminal.type("Elective knee arthroscopy, planned since the summer, with a note that wraps")
    #expect(terminal.frame.shows("> Reason        [Elective knee arthroscopy, planned since the _____]"))
    #expect(terminal.frame.shows("[summer, with a note that wraps____________________]"))
    terminal.press(.up)
    #expect(terminal.frame.shows("> Reason"))
    terminal.press(.up)
    #expect(terminal.frame.shows("> Arrives"))
  }

  @Test("helps with an empty field on ?, which is text in any other")
  func help() {
    let terminal = terminal()
    terminal.press("?")
    #expect(terminal.frame.shows("As in the passport."))
    terminal.press(.escape)
    terminal.type("Who?")
    #expect(terminal.frame.shows("[Who?________________]"))
  }

  @Test("undoes and redoes inside the form, and Esc leaves it with the draft kept")
  func undoes() {
    let terminal = terminal()
    terminal.type("DUARTE q 1")
    terminal.press(.control("z"))
    #expect(terminal.frame.shows("[DUARTE q __"))
    terminal.press(.control("y"))
    #expect(terminal.frame.shows("[DUARTE q 1_"))
    terminal.press(.escape)
    #expect(terminal.frame.shows("nothing here"))
  }

  @Test("dims F4 where there is no list, and says why")
  func dims() {
    let terminal = terminal()
    #expect(terminal.frame.role(of: "F4 List") == .disabled)
    terminal.press(.function(4))
    #expect(terminal.frame.line(21) == " Note  Family name has no list.")
  }

  @Test("reads the same in monochrome: every state has a sign of its own")
  func monochrome() {
    let terminal = terminal(depth: .mono)
    fillIn(terminal, "", "", "", "", "", "0871 55")
    #expect(terminal.frame.shows("! Telephone   * [0871 55_________] 6 digits typed"))
    #expect(terminal.frame.shows("> Address     * [____"))
  }

  @Test("takes a paste of a megabyte, cut, with a note")
  func pastes() {
    let terminal = terminal()
    terminal.press(.paste(String(repeating: "x", count: 1_000_000)))
    #expect(terminal.frame.line(21).hasPrefix(" Warn  Family name: only the first 80 characters fitted"))
    terminal.press(.control("z"))
    #expect(terminal.frame.shows("> Family name * [____________________]"))
  }
}
