import HospitalDomain
import HospitalScreens
import TerminalKit

/// Admitting the patient whose record is open (A3): the room is picked, then the form of the board opens with the patient.
extension PatientRecordPane {
  mutating func chooseRoom() {
    let rooms = screen.roomsToTake
    let choices = rooms.map { room in
      PickQuestion.Choice(
        "\(room.number)  \(room.department.name)", detail: [room.kind.title, room.features].joined(separator: ", "))
    }
    pick(PickQuestion(title: "Admit to", choices: choices)) { $0.admit(to: rooms[$1]) }
  }

  private mutating func admit(to room: RoomBoardRow) {
    guard let (form, board) = screen.admission(to: room) else { return }
    push(BedFormPane(form, screen: board, desk: desk), for: BedFormAnswer.self) { pane, answer in
      var board = answer.screen
      pane.tell(&board)
      pane.reversible(
        "Admission of \(pane.screen.record.details.name.listed)",
        undo: { pane in
          board.undo()
          pane.tell(&board)
        },
        redo: { pane in
          board.redo()
          pane.tell(&board)
        })
    }
  }

  /// Says what came of an act on the board, and shows it in the record.
  private mutating func tell(_ board: inout BedBoardScreen) {
    refresh()
    for message in board.takeNews() { asks.add(message.ask) }
  }
}
