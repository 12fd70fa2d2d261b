import HospitalDomain
import HospitalScreens
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// The fields of the sign-in stand there before the hospital is open, and do not move when it is.
struct FirstFrameTests {
  @Test("the fields are where the sign-in has them", arguments: [(60, 18), (80, 24), (120, 40), (200, 60)])
  func sameplace(_ columns: Int, _ rows: Int) throws {
    let size = Size(columns: columns, rows: rows)
    let first = Frame(
      canvas: SignInPane.firstFrame(size: size, glyphs: .unicode, now: Timestamp(milliseconds: 0)),
      theme: WardDark.theme)
    let terminal = ScriptedTerminal(columns: columns, rows: rows)
    let host = HospitalHost(Desk(workplace: try TestHospital().workplace, terminal: "test") {})
    terminal.start(Shell(host: host, opening: host.opening, theme: WardDark.theme))
    for caption in ["User", "Password"] {
      let line = try #require(first.lines.firstIndex { $0.contains(caption) })
      #expect(terminal.frame.lines[line] == first.lines[line])
    }
    #expect(first.canvas.cursor == terminal.frame.canvas.cursor)
  }

  @Test("what was typed meanwhile is for the sign-in: it is not dropped when the sign-in covers the screen")
  func typedAhead() throws {
    let host = HospitalHost(Desk(workplace: try TestHospital().workplace, terminal: "test") {})
    #expect(Shell(host: host, opening: host.opening).takeDeviceWishes().isEmpty)
  }

  @Test("a window that is too small is left empty: the shell says what to do")
  func tooSmall() {
    let canvas = SignInPane.firstFrame(
      size: Size(columns: 40, rows: 10), glyphs: .unicode, now: Timestamp(milliseconds: 0))
    #expect(Frame(canvas: canvas, theme: WardDark.theme).lines.allSatisfy { $0.allSatisfy { $0 == " " } })
  }
}
