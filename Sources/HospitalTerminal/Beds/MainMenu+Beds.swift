import HospitalDomain
import HospitalScreens
import TerminalKit

/// Where the board stands among the tabs and in the palette.
extension MainMenu {
  /// Where everybody begins.
  static func homeTabs(_ desk: Desk) -> [ShellTab] {
    [ShellTab(1, "Home") { HomePane(desk: desk) }]
  }

  /// The board, for those who may see it.
  static func bedTabs(_ desk: Desk) -> [ShellTab] {
    guard desk.may(.seeBoard), let session = desk.session else { return [] }
    return [ShellTab(2, "Beds") { BedsPane(BedBoardScreen(session: session, desk: desk), desk: desk) }]
  }

  /// `bed 7`, `room 4A-12`: the board with the cursor on the room, wherever one is.
  static func bedEntries(for text: String, at desk: Desk) -> [PaletteEntry] {
    guard desk.may(.seeBoard), let session = desk.session else { return [] }
    let rooms = BedBoardScreen.rooms(named: text, at: desk)
    return rooms.prefix(8).map { room in
      var screen = BedBoardScreen(session: session, desk: desk)
      screen.select(room.id)
      let pane = PaneBox(BedsPane(screen, desk: desk))
      return PaletteEntry("Bed \(room.number)  \(room.note)", place: "Beds", ask: .openAt(2, pane))
    }
  }
}
