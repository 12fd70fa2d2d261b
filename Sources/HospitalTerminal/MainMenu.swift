import HospitalDomain
import HospitalScreens
import TerminalKit

/// The tabs of the program: what each role finds at the top of the screen. An area that is added adds its line here.
package enum MainMenu {
  /// The tabs for who is signed in at the desk.
  package static func tabs(_ desk: Desk) -> [ShellTab] {
    guard let session = desk.session else { return [] }
    var tabs: [ShellTab] = []
    if desk.may(.seeBoard) {
      tabs.append(ShellTab(2, "Beds") { BedsPane(BedBoardScreen(session: session, desk: desk)) })
    }
    return tabs
  }

  /// What the command palette offers for a text wherever one is: rooms and patients by name.
  package static func paletteEntries(for text: String, at desk: Desk) -> [PaletteEntry] { [] }
}
