import CNcurses
import TerminalKit

/// What the terminal's description says of it.
struct TerminalKind {
  let depth: ColourDepth
  /// The sequences that its keys send.
  let sequences: [[UInt8]: Key]
  /// What gives the screen back without ncurses, in a crash.
  let farewell: String
  /// What wipes the screen and what was scrolled off it, on a terminal that has no second screen for programs and would keep
  /// both; empty on others.
  let wipe: String
  let notes: [String]

  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  /// Forgets the lines that were scrolled off the screen, where a terminal keeps them.
  private static let forgetScrolled = "\u{1B}[3J"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  /// Opens the screen as a terminal of kind `name`; if there is no such kind, as
  /// one that nearly every terminal understands, with a note.
  static func open(_ name: String) throws(TerminalFault) -> TerminalKind {
    for candidate in [name, "xterm-256color", "vt100"] where !candidate.isEmpty {
      guard let screen = cn_open_screen(candidate) else { continue }
      guard cn_capability("cup") != nil else {
        endwin()
        delscreen(screen)
        throw .tooSimple(name)
      }
      let note = "The terminal kind '\(name)' is unknown here; \(candidate) is used instead."
      return TerminalKind(notes: candidate == name ? [] : [note])
    }
    throw .unknownTerminal(name)
  }

  private init(notes: [String]) {
    let colours = Int(tigetnum("colors"))
    depth = ColourDepth.allCases.last { $0.rawValue <= colours } ?? .mono
    sequences = Self.describedKeys()
    let hasSecondScreen = !Self.capability("smcup").isEmpty
    wipe = hasSecondScreen ? "" : Self.capability("clear") + Self.forgetScrolled
    let leaving: [String] = ["rmkx", "sgr0", "cnorm", "rmcup"].map { Self.capability($0) }
    farewell = Self.mouseOff + Self.pasteOff + wipe + leaving.joined()
    self.notes = notes
  }

  /// What the description says under `name`, without its pauses (`$<5>`); empty if nothing.
  private static func capability(_ name: String) -> String {
    var text = cn_capability(name).map { String(cString: $0) } ?? ""
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }  // Hardly any has one, and the search is slow.
    while let start = text.firstRange(of: "$<"), let end = text[start.upperBound...].firstIndex(of: ">") {
      text.removeSubrange(start.lowerBound...end)
    }
    return text
  }

  private static func describedKeys() -> [[UInt8]: Key] {
    var keys: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .named(.insert)), ("kdch1", .delete), ("kcbt", .backTab),
      ("kbs", .backspace), ("kent", .enter),
    ]
    keys += (1...12).map { ("kf\($0)", .function($0)) }
    var sequences: [[UInt8]: Key] = [:]
    for (name, key) in keys {
      let bytes = Array(Self.capability(name).utf8)
      if bytes.count > 1, bytes[0] == 0x1B { sequences[bytes] = key }
    }
    return sequences
  }
}
