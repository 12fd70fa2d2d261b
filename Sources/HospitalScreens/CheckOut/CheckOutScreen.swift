import HospitalDomain
import HospitalServices

/// Everyone in the house by when they are expected to leave (A7), live from the board, and those who have left with papers
/// open; and the acts of the board that belong to leaving. The steps of a check-out (A4) are on its `CheckOutSheet`.
package struct CheckOutScreen: ListScreen, Sendable {
  /// The patients, those who should have left first.
  package var rows: NarrowedList<CheckOutLine>
  /// Whom the list shows.
  package private(set) var choice = CheckOutChoice.everyone
  /// The board that the list is made of; acts and what can be undone are the board's own.
  package private(set) var board: BedBoardScreen
  private var standings: [AdmissionID: CheckOutStanding] = [:]
  private var prescriptions: [AdmissionID: [OpenPrescription]] = [:]
  private var isCut = false

  /// The list for a session at a desk, with the board that its feed has read.
  package init(session: Session, desk: Desk) {
    self.init(BedBoardScreen(session: session, desk: desk))
  }

  /// The list of a board.
  package init(_ board: BedBoardScreen) {
    self.board = board
    rows = NarrowedList { line in
      "\(line.roomNumber) \(line.name.listed) \(line.doctor.listed) \(line.department) \(line.expected) "
        + "\(line.patient.number) \(line.patient.number.digits) \(line.prescriptions.isEmpty ? "" : "rx")"
    }
    readStandings()
    arrange()
  }

  /// What is shown, counted: `14 in the house · 2 late · 3 leave today · 2 Rx to collect · 1 not known · 2 left`.
  package var summary: String {
    let lines = rows.all.filter { $0.stage != .left }
    let shown = rows.shown.count
    let whole = "\(lines.count) in the house"
    let counts = [
      (lines.count(where: \.isLate), "late"), (lines.count { $0.isToday && !$0.isLate }, "leave today"),
      (rows.all.reduce(0) { $0 + $1.prescriptions.count(where: \.isToCollect) }, "Rx to collect"),
      (lines.count { $0.expectedAt == nil && $0.stage == .here }, "not known"),
      (lines.count { $0.stage == .onLeave }, "on leave"),
      (rows.all.count - lines.count, isCut ? "left last, and more" : "left"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return ([shown == rows.all.count ? whole : "\(shown) of \(rows.all.count) shown"] + parts).joined(separator: " · ")
  }

  /// The filter in words: `left, papers open · okafor`.
  package var filterTitle: String {
    let words = [choice.title, rows.filter].filter { !$0.isEmpty }.joined(separator: " · ")
    return words.isEmpty ? "everyone" : words
  }

  /// Shows the next of everyone, in the house, ordered, with prescriptions open, on leave, left.
  package mutating func nextChoice() { choose(choice.next) }

  /// Shows everyone again, whatever was typed; false when they were shown already.
  package mutating func showAll() -> Bool {
    let wasNarrowed = choice != .everyone
    choose(.everyone)
    return rows.clearFilter() || wasNarrowed
  }

  /// Why an act of the board cannot be done to a patient now; nil when it can.
  package func refusal(of act: BedAct, to line: CheckOutLine?) -> String? {
    if let refusal = board.session.refusal(of: act.permission) { return refusal.sentence }
    guard let line else { return "Nobody is shown; Esc clears the filter." }
    guard let room = line.room else { return Refusal.leftAlready(line.patient.name).sentence }
    return act.refusal(for: room, at: board.now, clock: board.clock)?.sentence
  }

  /// Why a record cannot be opened; nil when it can.
  package var openRefusal: String? { board.session.refusal(of: .readPatient)?.sentence }

  /// Opens the checklist of a patient.
  package func sheet(of line: CheckOutLine) throws -> CheckOutSheet {
    try CheckOutSheet(line.id, session: board.session)
  }

  /// Opens the board's form of an act for a patient's room; nil, with the reason among the news, when it cannot be done.
  package mutating func open(_ act: BedAct, for line: CheckOutLine, at desk: Desk) -> (form: BedForm, draft: Draft?)? {
    guard let room = line.room else { return nil }
    board.select(room.id)
    return board.open(act, at: desk)
  }

  /// Everything that the board knows of a patient's room, and the prescriptions that are open; nil once they have left it.
  package func detail(of line: CheckOutLine) -> RoomDetail? {
    guard let room = line.room else { return nil }
    var board = board
    board.select(room.id)
    return board.detail?.with(line.prescriptions)
  }

  /// Reads the board again.
  package mutating func refresh() { change { $0.refresh() } }

  /// Reads again how far check-outs are and which prescriptions are open.
  package mutating func readAgain() {
    readStandings()
    arrange()
  }

  /// Changes the board, by an act or by what came from outside, and puts the list in order again.
  package mutating func change(_ act: (inout BedBoardScreen) -> Void) {
    act(&board)
    readStandings()
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

  private mutating func choose(_ choice: CheckOutChoice) {
    self.choice = choice
    rows.choose { choice.contains($0) }
  }

  /// Reads how far check-outs are, and which prescriptions are open; what was read before stays where it cannot be read.
  private mutating func readStandings() {
    let service = CheckOutService(board.session)
    guard let read = try? service.standings(), let open = try? service.openPrescriptions() else { return }
    isCut = read.isCut
    standings = Dictionary(read.standings.map { ($0.id, $0) }) { first, _ in first }
    prescriptions = open
  }

  private mutating func arrange() {
    let (hides, now, clock) = (board.hidesNames, board.now, board.clock)
    let here = board.list.rows.compactMap { room in
      CheckOutLine(
        room, room.occupancy.flatMap { standings[$0.admission] }, prescriptions, hidesNames: hides, at: now,
        clock: clock)
    }
    let left = standings.values.compactMap {
      CheckOutLine(left: $0, prescriptions, hidesNames: hides, at: now, clock: clock)
    }
    rows.take((here + left).sorted { $0.precedes($1) })
  }
}
