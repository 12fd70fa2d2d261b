import HospitalDomain
import HospitalScreens
import TerminalKit

/// Where the check-out list stands among the tabs.
extension MainMenu {
  /// Everyone in the house by when they leave, for those who may see the board.
  static func checkOutTabs(_ desk: Desk) -> [ShellTab] {
    guard desk.may(.seeBoard), let session = desk.session else { return [] }
    let checklist = KeyTable("a patient's checklist", CheckOutSheetPane.keyTable)
    return [
      ShellTab(4, "Check-out", opening: [checklist]) {
        CheckOutPane(CheckOutScreen(session: session, desk: desk), desk: desk)
      }
    ]
  }
}
