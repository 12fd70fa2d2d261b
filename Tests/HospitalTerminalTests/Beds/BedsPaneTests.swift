import HospitalDomain
import HospitalServices
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("The bed board on a terminal (A1, A3)")
struct BedsPaneTests {
  @Test("shows wards with counts and rooms with state, patient and since when")
  func board() throws {
    let terminal = try BoardTerminal()
    let frame = terminal.frame
    #expect(frame.shows("WARD"))
    #expect(frame.lines.contains { $0.contains("4A Medical") && $0.contains("20 %") })
    #expect(terminal.line(of: "4A-01").contains("● occupied"))
    #expect(terminal.line(of: "4A-01").contains("DUARTE, Inês"))
    #expect(terminal.line(of: "4A-02").contains("○ free"))
    #expect(frame.line(2).contains("Filter: all rooms"))
    #expect(frame.line(2).contains("6 rooms"))
    #expect(frame.role(of: "○ free") == .roomFree)
  }

  @Test(
    "fits every size, with the cursor parked on the focus",
    arguments: [(60, 18), (80, 24), (100, 30), (120, 40), (160, 45), (200, 60)])
  func sizes(columns: Int, rows: Int) throws {
    let terminal = try BoardTerminal(columns: columns, rows: rows)
    for room in ["4A-01", "4A-02", "4A-12-A", "4B-01"] { #expect(terminal.frame.shows(room)) }
    #expect(terminal.frame.shows("DUARTE"))
    let cursor = try #require(terminal.frame.cursor)
    #expect(terminal.frame.line(cursor.row).dropFirst(cursor.column).first == ">")
    terminal.screen.press(.down, .end, .home, .pageDown, .tab, .down, .right, .enter)
    #expect(!terminal.frame.lines.contains { $0.count > columns })
  }

  @Test("a wide screen shows all that is known of the room; a small one on Enter", arguments: [(80, 24), (120, 40)])
  func detail(columns: Int, rows: Int) throws {
    let terminal = try BoardTerminal(columns: columns, rows: rows)
    if columns < 120 { terminal.screen.press(.enter) }
    for word in ["LINDQVIST, Maja", "OKAFOR, Ngozi", "1991/03/12, 35 y, female", "nobody has said when"] {
      #expect(terminal.frame.shows(word), "\(word)")
    }
  }

  @Test("rooms that are marked are told by +, in the row of the cursor beside it", arguments: [(80, 24), (120, 40)])
  func marks(columns: Int, rows: Int) throws {
    let terminal = try BoardTerminal(columns: columns, rows: rows)
    terminal.screen.type("  ")
    let marked = terminal.frame.lines.filter { $0.hasPrefix("+") || $0.hasPrefix(">+") }
    #expect(marked.count == 2, "\(terminal.frame.lines)")
    #expect(terminal.frame.shows("2 marked"))
  }

  @Test("what was refused does not stand over the answer to the next act")
  func answers() throws {
    let terminal = try BoardTerminal()
    terminal.screen.type("x")
    #expect(terminal.message.hasPrefix(" ERR"))
    terminal.screen.press(.down)
    #expect(terminal.message.hasPrefix(" ERR"), "a key that only moves asks for nothing")
    terminal.screen.type("C")
    #expect(terminal.message.hasPrefix(" OK"), "\(terminal.message)")
  }

  @Test("every state is told apart without colour: by its mark and by its word", arguments: GlyphSet.allCases)
  func monochrome(glyphs: GlyphSet) {
    #expect(Set(BedCode.allCases.map { $0.mark(glyphs) }).count == BedCode.allCases.count)
    #expect(Set(BedCode.allCases.map(\.title)).count == BedCode.allCases.count)
    #expect(BedCode.allCases.allSatisfy { TerminalKit.SafeText.width($0.mark(glyphs)) == 1 })
  }

  @Test("on a terminal of ASCII nothing else is drawn")
  func ascii() throws {
    let terminal = try BoardTerminal(depth: .mono, glyphs: .ascii)
    #expect(terminal.line(of: "4A-01").contains("# occupied"))
    let body = terminal.frame.lines[2...20].joined().replacing("ê", with: "e").replacing("·", with: "-")
    #expect(body.allSatisfy { $0.isASCII })
  }

  @Test("only one place has the focus sign")
  func focus() throws {
    let terminal = try BoardTerminal()
    func signs() -> Int { terminal.frame.lines[3...20].count { $0.hasPrefix(">") } }
    #expect(signs() == 1)
    terminal.screen.press(.tab)
    #expect(signs() == 1)
    #expect(terminal.frame.line(4).hasPrefix(">"))
    terminal.screen.press(.down, .down)
    #expect(terminal.frame.line(0).contains("Beds · 4B Surgical"))
    #expect(!terminal.frame.shows("4A-02"))
  }

  @Test("what is wrong with a filter is read whole at 80 columns, and Enter is not said to keep it")
  func wrongFilter() throws {
    let terminal = try BoardTerminal()
    terminal.screen.press("/")
    terminal.screen.type("state:nice")
    #expect(
      terminal.frame.shows("type free, occupied, housekeeping, contaminated, closed, isolated or held"))
    #expect(terminal.frame.line(2).contains("can't be read, Esc ends it"))
    #expect(!terminal.frame.shows("No room is like this"))
    #expect(terminal.frame.role(of: "Keep") == .disabled)
    terminal.screen.press(.enter)
    #expect(terminal.message.contains("The filter can't be read yet; correct it"))
    terminal.screen.press(.escape)
    #expect(terminal.frame.line(2).contains("all rooms"))
  }

  @Test("the filter narrows while it is typed, with the cursor in it; Esc shows all rooms")
  func filter() throws {
    let terminal = try BoardTerminal()
    terminal.screen.press("/")
    terminal.screen.type("duarte")
    #expect(terminal.frame.shows("1 of 6 rooms"))
    #expect(terminal.frame.shows(" / [duarte"))
    #expect(terminal.frame.line(22).contains("Enter Keep"))
    terminal.screen.press(.enter)
    #expect(terminal.frame.line(2).contains("Filter: duarte"))
    terminal.screen.press(.escape)
    #expect(terminal.frame.line(2).contains("6 rooms"))
  }

  @Test("a key that cannot work now is dimmed, and pressing it says why")
  func disabled() throws {
    let terminal = try BoardTerminal(.nurse)
    #expect(terminal.frame.role(of: "Hold…") == .disabled)
    terminal.screen.press("h")
    #expect(terminal.message.contains("You may not hold a room"))
    terminal.screen.press("c")
    #expect(terminal.message.contains("4A-01"))
  }

  @Test("the footer stands still while the cursor moves; a key that this room refuses says why")
  func steadyFooter() throws {
    let terminal = try BoardTerminal()
    let (footer, roles) = (terminal.frame.line(22), terminal.frame.role(of: "Cleaned"))
    for _ in 0..<5 {
      terminal.screen.press(.down)
      #expect(terminal.frame.line(22) == footer)
      #expect(terminal.frame.role(of: "Cleaned") == roles)
    }
    #expect(roles == .keyLabel)
  }

  @Test("what stands in the way is told with the key that undoes it")
  func twinKey() throws {
    let terminal = try BoardTerminal()
    terminal.screen.press(.down, "b")
    terminal.screen.type("painting")
    terminal.screen.press(.control("s"))
    #expect(terminal.message.contains("4A-02 is closed: painting."))
    terminal.screen.press("b")
    #expect(terminal.message.contains("B puts it back into service: 4A-02 is closed and cannot be closed."))
    terminal.screen.press("B")
    #expect(terminal.line(of: "4A-02").contains("○ free"))
    terminal.screen.press("u", "u")
    #expect(terminal.line(of: "4A-02").contains("○ free"))
  }
}
