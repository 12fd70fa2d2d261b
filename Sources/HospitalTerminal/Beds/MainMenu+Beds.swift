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
      return PaletteEntry(title(of: room.number, room.note, typed: text), place: "Beds", ask: .openAt(2, pane))
    }
  }

  /// `Bed 4A-03 · free`. What was typed stands in it in some way, so that the palette finds it: `Room 4A-03 (3) · free`.
  private static func title(of number: String, _ note: String, typed: String) -> String {
    let words = typed.split(separator: " ")
    let noun = words.count > 1 && words[0].lowercased() == "room" ? "Room" : "Bed"
    let title = "\(noun) \(number) · \(note)"
    guard let last = words.last, WordMatch.score(typed, in: title) == nil else { return title }
    return "\(noun) \(number) (\(last)) · \(note)"
  }
}
