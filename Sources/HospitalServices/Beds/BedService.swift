import DatabaseKit
import HospitalDomain
import HospitalRecords

/// Beds: the board, and everything that happens to a room and to who is in it (A1–A3, A5–A7).
package struct BedService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Every room of the hospital with what stands around it.
  package func board() throws -> [RoomBoardRow] {
    try session.look(.seeBoard) { try $0.board.rows() }
  }

  /// The whole board, or only some of its rooms, with the number of the newest change that they contain.
  package func reading(of rooms: [RoomID]? = nil) throws -> BoardReading {
    try session.look(.seeBoard) { records in
      let edition = try records.transaction.changes(after: 0).newest
      let rows = try rooms.map { try $0.map { try records.board.expected($0) } } ?? records.board.rows()
      return BoardReading(rooms: BoardRooms(rows), edition: edition, readAt: records.now)
    }
  }

  /// One room as it is now.
  package func room(_ id: RoomID) throws -> RoomBoardRow {
    try session.look(.seeBoard) { try $0.board.expected(id) }
  }

  /// The room that an act is done to, as it is before. Refuses those who may not do it.
  func room(_ id: RoomID, before permission: Permission) throws -> RoomBoardRow {
    try session.prepare(permission, on: { subject($0) }) { try $0.board.expected(id) }
  }

  /// The room that a patient is in.
  package func room(of patient: PatientID) throws -> RoomBoardRow? {
    try session.look(.seeBoard) { try $0.board.row(ofPatient: patient) }
  }

  /// Who changed last what two may change at once, and when; nil where nobody did.
  package func lastChange(_ change: CareChange, at bedside: Bedside) throws -> Recorded? {
    try session.look(.seeBoard) { try $0.stays.lastChange(change, of: bedside.admission) }
  }

  var clock: LocalTime { session.workplace.localTime }

  func subject(_ room: RoomBoardRow) -> AuditSubject {
    AuditSubject(kind: "room", id: room.id.text, patient: room.occupancy?.patient.id)
  }
}

extension RoomBoardRecords {
  /// A room that has to be there. Throws `Refusal.noSuchRoom` when it was retired meanwhile.
  func expected(_ id: RoomID) throws -> RoomBoardRow {
    guard let row = try row(id) else { throw Refusal.noSuchRoom("") }
    return row
  }
}

/// What was done, in words for the message row, and how it can be taken back.
package struct DoneAct: Sendable {
  /// What happened, to whom: `4A-12 is held for DUARTE, Inês until 15:00`.
  package let sentence: String
  /// Takes the act back, or nil for one that can not be. Undoing gives what takes the undoing back: redo.
  package let undo: (@Sendable (Session) throws -> DoneAct)?
  /// What an undo of several acts could not take back; nil for all of it. It can still be tried again.
  package var left: DoneAct? { rest.first }
  private let rest: [DoneAct]
  /// For an act without an undo: how it is taken back, as a sentence; nil where nobody has to be told.
  package let otherWay: String?
  /// The record that was made, by its identifier, where a screen has to find it; nil elsewhere.
  package let made: String?

  package init(
    _ sentence: String, left: DoneAct? = nil, otherWay: String? = nil, made: String? = nil,
    undo: (@Sendable (Session) throws -> DoneAct)? = nil
  ) {
    self.sentence = sentence
    self.undo = undo
    self.otherWay = otherWay
    self.made = made
    rest = left.map { [$0] } ?? []
  }
}
