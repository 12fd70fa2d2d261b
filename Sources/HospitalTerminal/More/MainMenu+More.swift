import HospitalDomain
import HospitalScreens
import TerminalKit

/// Where the menu of everything else stands among the tabs and in the palette.
extension MainMenu {
  /// Departments, rooms, people, accounts and the audit trail, for those who may see any of them.
  static func moreTabs(_ desk: Desk) -> [ShellTab] {
    MorePlace.open(to: desk).isEmpty ? [] : [ShellTab(8, "More") { MorePane(desk: desk) }]
  }

  /// `Go to Prices`: each place of the menu by its name, wherever one is. Only those that fit what was typed are made.
  static func moreEntries(for text: String, at desk: Desk) -> [PaletteEntry] {
    guard !text.isEmpty else { return [] }
    return MorePlace.open(to: desk).compactMap { place in
      // What stands there is found too: who looks for a refund finds the till.
      let title = "Go to \(place.title): \(place.about)"
      guard WordMatch.score(text, in: title) != nil else { return nil }
      return PaletteEntry(title, place: "More", ask: .openAt(8, PaneBox(MorePane(desk: desk, through: place))))
    }
  }
}
