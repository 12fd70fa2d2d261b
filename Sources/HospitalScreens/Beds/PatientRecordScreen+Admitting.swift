import HospitalDomain
import HospitalServices

/// Admitting the patient whose record is open (A3).
extension PatientRecordScreen {
  /// Why the patient cannot be admitted from here; nil when they can. What else stands in the way is said on saving.
  package var admitRefusal: String? {
    if let refusal = refusal(of: .admitPatient) { return refusal }
    if let room = record.room { return Refusal.alreadyAdmitted(record.details.name, room: room.number).sentence }
    return roomsToTake.isEmpty ? "No room is free; look at the board for the next." : nil
  }

  /// The rooms that the patient can be given: those held for them first, then the free ones, as on the board.
  package var roomsToTake: [RoomBoardRow] {
    let rooms = desk.board?.rooms ?? BoardRooms([])
    let held = rooms.filter { $0.code(at: desk.now) == .held && $0.hold?.patient?.id == record.id }
    return held + rooms.filter { $0.code(at: desk.now) == .free }
  }

  /// The form that admits the patient to a room, and the board that it acts on.
  package func admission(to room: RoomBoardRow) -> (form: BedForm, board: BedBoardScreen)? {
    guard let session = desk.session else { return nil }
    var board = BedBoardScreen(session: session, desk: desk)
    let patient = RoomBoardRow.PatientLine(
      id: record.id, number: record.number, name: record.details.name, sex: record.details.sex,
      birthDate: record.details.birthDate)
    var form = BedForm.admit(
      to: room, for: patient, among: board.list.rows, from: board.directory, at: board.moment,
      hidesNames: board.hidesNames)
    board.select(room.id)
    board.identify(&form)
    return (form, board)
  }
}
