import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit

@testable import HospitalTerminal

/// A terminal at which somebody of a role works with the whole main menu of a small hospital, on a tab.
struct PaperTerminal {
  let desk: Desk
  let screen: ScriptedTerminal
  fileprivate let host: PaperHost

  /// Signs somebody in and opens a tab by its key.
  init(
    _ role: Role, at hospital: TestHospital, tab: Character, columns: Int = 80, rows: Int = 24,
    depth: ColourDepth = .indexed, glyphs: GlyphSet = .unicode, session: Session? = nil
  ) {
    desk = Desk(workplace: hospital.workplace, terminal: "test") {}
    desk.begin(session ?? hospital.session(role))
    screen = ScriptedTerminal(columns: columns, rows: rows, depth: depth, glyphs: glyphs)
    host = PaperHost(HospitalHost(desk))
    screen.start(Shell(host: host))
    screen.press(.character(tab))
  }

  var frame: Frame { screen.frame }

  /// The body's rows that begin with a sign of focus or a blank, as they stand.
  func line(of text: String) -> String { frame.lines.dropFirst(3).first { $0.contains(text) } ?? "" }

  /// Brings the board as the feed would, once another session has changed it.
  func bring(_ hospital: TestHospital) throws {
    host.waiting = [LiveNews(.board, try BedService(hospital.session(.nurse)).reading())]
    screen.wake()
  }
}

extension PaperTerminal {
  /// Brings what happened at the pharmacy as the feed would.
  func bring(_ news: PharmacyNews) {
    host.waiting = [LiveNews(.prescriptions, news)]
    screen.wake()
  }
}

/// The host of the program, with news that a test brings in place of the feed's.
final class PaperHost: ShellHost {
  private let host: HospitalHost
  var waiting: [LiveNews] = []

  init(_ host: HospitalHost) { self.host = host }

  var now: Int64 { host.now }
  var status: ShellStatus { host.status }
  func tabs() -> [ShellTab] { host.tabs() }
  func badge(of tab: TabNumber) -> String { host.badge(of: tab) }
  func paletteEntries(for text: String) -> [PaletteEntry] { host.paletteEntries(for: text) }

  func news() -> [LiveNews] {
    defer { waiting = [] }
    return waiting
  }
}
