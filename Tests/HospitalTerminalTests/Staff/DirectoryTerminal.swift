import HospitalDomain
import HospitalScreens
import HospitalTestSupport
import TerminalKit

@testable import HospitalTerminal

/// A terminal with a list of tab 8 open.
struct DirectoryTerminal {
  let terminal: PaperTerminal

  init(
    _ place: MorePlace, _ role: Role = .administrator, at hospital: TestHospital, columns: Int = 80, rows: Int = 24,
    depth: ColourDepth = .indexed
  ) {
    terminal = PaperTerminal(role, at: hospital, tab: "8", columns: columns, rows: rows, depth: depth)
    let places = MorePlace.allCases.filter { $0.permission.allows(role) }
    for _ in 0..<(places.firstIndex(of: place) ?? 0) { terminal.screen.press(.down) }
    terminal.screen.press(.enter)
  }

  var frame: Frame { terminal.frame }

  func press(_ keys: Key...) { for key in keys { terminal.screen.press(key) } }
  func type(_ text: String) { terminal.screen.type(text) }

  /// Types texts into one field after the other.
  func fillIn(_ texts: String...) {
    for text in texts {
      type(text)
      press(.tab)
    }
  }

  /// Empties the field, then types.
  func replace(_ text: String) {
    press(.control("u"))
    type(text)
    press(.tab)
  }

  /// The message row.
  var message: String {
    frame.lines.first { $0.hasPrefix(" OK ") || $0.hasPrefix(" Note") || $0.hasPrefix(" Warn") || $0.hasPrefix(" ERR") }
      ?? ""
  }
}
