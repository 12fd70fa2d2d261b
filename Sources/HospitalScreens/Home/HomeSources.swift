import HospitalDomain
import HospitalServices

extension HomeSource {
  /// What is on the home screen, from the top.
  package static let usual: [HomeSource] = [
    .drafts, .declined, .pressing, .toPutBack, .toCollect, .checkOuts, .stock, .rooms,
  ]

  /// The forms that the person has not finished (H4).
  package static let drafts = HomeSource { desk in
    guard let session = desk.session else { return nil }
    let clock = desk.workplace.localTime
    desk.drafts?.finish()
    let drafts = (try? DraftService(session).drafts()) ?? []
    return HomeSection(
      "YOUR DRAFTS",
      lines: drafts.map { HomeLine(lead: clock.clock($0.savedAt), text: session.listed($0), target: .draft($0)) },
      empty: "none; a form you leave stays here 12 h")
  }

  /// Rooms that wait for somebody: what is late first, then holds that end and patients who leave today.
  package static let rooms = HomeSource { desk in
    guard let session = desk.session, let board = desk.board else { return nil }
    let waiting = RoomsWaiting(
      now: desk.now, clock: desk.workplace.localTime, hidesNames: session.hidesNames)
    return HomeSection("WAITING", lines: waiting.lines(of: board.rooms), empty: "nothing waits on the wards")
  }
}

/// Finds the rooms that wait for somebody, and the words for why.
struct RoomsWaiting {
  let now: Timestamp
  let clock: LocalTime
  let hidesNames: Bool

  /// One line for each room that waits, the most pressing first.
  func lines(of rooms: BoardRooms) -> [HomeLine] {
    rooms.compactMap(waiting).sorted { $0.due < $1.due }.map(\.line)
  }

  private func waiting(_ row: RoomBoardRow) -> (due: Timestamp, line: HomeLine)? {
    switch row.code(at: now) {
    case .housekeeping, .contaminated:
      let due = row.service.since + (row.service.state.usualDuration ?? .zero)
      return (due, line(row, "\(row.service.state.title) for \((now - row.service.since).spoken)", isLate: due < now))
    case .held:
      guard let hold = row.hold, hold.expiresAt < now + .hours(1) else { return nil }
      let name = hold.patient.map { hidesNames ? $0.name.initials.listed : $0.name.listed } ?? hold.note
      return (hold.expiresAt, line(row, "hold for \(name) ends \(clock.clock(hold.expiresAt))"))
    case .occupied, .isolated:
      guard let occupancy = row.occupancy, let leaves = occupancy.expectedDischarge,
        clock.date(of: leaves) <= clock.date(of: now)
      else { return nil }
      let name = hidesNames ? occupancy.patient.name.initials.listed : occupancy.patient.name.listed
      let isLate = leaves < now
      let when = isLate ? "late since \(moment(leaves))" : "leaves today \(clock.clock(leaves))"
      return (leaves, line(row, "\(name) · \(when)", isLate: isLate))
    case .closed:
      guard let opens = row.service.reopensAt, opens < now else { return nil }
      return (opens, line(row, "should have reopened \(moment(opens))", isLate: true))
    case .free: return nil
    }
  }

  /// The time alone of a moment of today.
  private func moment(_ moment: Timestamp) -> String {
    clock.date(of: moment) == clock.date(of: now) ? clock.clock(moment) : clock.text(moment)
  }

  private func line(_ row: RoomBoardRow, _ text: String, isLate: Bool = false) -> HomeLine {
    HomeLine(lead: row.number, text: text, isLate: isLate, target: .room(row.id))
  }
}
