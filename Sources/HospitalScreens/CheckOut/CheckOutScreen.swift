import HospitalDomain
import HospitalServices

/// Everyone in the house by when they are expected to leave (A7), live from the board; and the acts of the board that
/// belong to leaving. The steps of a check-out (A4) come here.
package struct CheckOutScreen: Sendable {
  /// The patients, those who should have left first.
  package var list: NarrowedList<CheckOutLine>
  /// The board that the list is made of; acts and what can be undone are the board's own.
  package private(set) var board: BedBoardScreen

  /// The list for a session at a desk, with the board that its feed has read.
  package init(session: Session, desk: Desk) {
    self.init(BedBoardScreen(session: session, desk: desk))
  }

  /// The list of a board.
  package init(_ board: BedBoardScreen) {
    self.board = board
    list = NarrowedList { line in
      "\(line.room.number) \(line.name.listed) \(line.doctor.listed) \(line.room.department.name) \(line.expected) "
        + "\(line.patient.number) \(line.patient.number.digits)"
    }
    arrange()
  }

  /// What is shown, counted: `14 in the house · 2 late · 3 leave today · 1 not known`.
  package var summary: String {
    let lines = list.all
    let shown = list.shown.count
    let whole = "\(lines.count) in the house"
    let counts = [
      (lines.count(where: \.isLate), "late"), (lines.count { $0.isToday && !$0.isLate }, "leave today"),
      (lines.count { $0.expectedAt == nil }, "not known"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return ([shown == lines.count ? whole : "\(shown) of \(whole)"] + parts).joined(separator: " · ")
  }

  /// Why an act of the board cannot be done to a patient now; nil when it can.
  package func refusal(of act: BedAct, to line: CheckOutLine?) -> String? {
    if let refusal = board.session.refusal(of: act.permission) { return refusal.sentence }
    guard let line else { return "Nobody is shown; Esc clears the filter." }
    return act.refusal(for: line.room, at: board.now, clock: board.clock)?.sentence
  }

  /// Why a record cannot be opened; nil when it can.
  package var openRefusal: String? { board.session.refusal(of: .readPatient)?.sentence }

  /// Opens the board's form of an act for a patient's room; nil, with the reason among the news, when it cannot be done.
  package mutating func open(_ act: BedAct, for line: CheckOutLine, at desk: Desk) -> (form: BedForm, draft: Draft?)? {
    board.select(line.room.id)
    return board.open(act, at: desk)
  }

  /// Everything that the board knows of a patient's room.
  package func detail(of line: CheckOutLine) -> RoomDetail? {
    var board = board
    board.select(line.room.id)
    return board.detail
  }

  /// Changes the board, by an act or by what came from outside, and puts the list in order again.
  package mutating func change(_ act: (inout BedBoardScreen) -> Void) {
    act(&board)
    arrange()
  }

  /// Takes a board as a form left it.
  package mutating func take(_ board: BedBoardScreen) { change { $0 = board } }

  /// Takes what is to be said, once.
  package mutating func takeNews() -> [FormMessage] { board.takeNews() }

  /// Takes the board's live news; what rooms became free is for the board alone to tell.
  package mutating func receive(_ payload: any Sendable) {
    change {
      $0.receive(payload)
      _ = $0.takeNews()
    }
  }

  /// Lets time pass: somebody becomes late, a day begins.
  package mutating func tick(_ now: Timestamp) {
    change {
      $0.tick(now)
      _ = $0.takeNews()
    }
  }

  private mutating func arrange() {
    let lines = board.list.rows.compactMap {
      CheckOutLine($0, hidesNames: board.hidesNames, at: board.now, clock: board.clock)
    }
    list.take(lines.sorted { $0.precedes($1) })
  }
}
