import HospitalDomain
import HospitalRecords

/// A room together with the admission that was seen in it: what every act on a patient in a bed is bound to. Whoever is in
/// the room by the time the act is done, it is never done to another patient.
package struct Bedside: Hashable, Sendable {
  /// The room as it was seen.
  package let room: RoomID
  /// The admission of the patient who was seen in it.
  package let admission: AdmissionID

  /// A room with the admission that was seen in it.
  package init(room: RoomID, admission: AdmissionID) {
    self.room = room
    self.admission = admission
  }
}

extension RoomBoardRow {
  /// The patient in the room, as acts are bound to one; nil for an empty room.
  package var bedside: Bedside? { occupancy.map { Bedside(room: id, admission: $0.admission) } }
}

extension Refusal {
  /// The patient for whom an act was meant is no longer in the room.
  static func patientMoved(_ name: PersonName, from room: String, now other: PersonName?) -> Refusal {
    let there = other.map { "; \($0.listed) is there now" } ?? ""
    return Refusal(
      code: "bed.patientMoved",
      sentence: "\(name.listed) is not in \(room) any more\(there). Nothing was done; look at the board again.",
      field: "room")
  }
}

extension Records {
  /// The room and the patient that an act is bound to, as they are now.
  ///
  /// - Throws: `Refusal.patientMoved` when that patient is no longer in the room.
  func occupied(_ bedside: Bedside) throws -> (row: RoomBoardRow, occupancy: RoomBoardRow.Occupancy) {
    let row = try board.expected(bedside.room)
    if let occupancy = row.occupancy, occupancy.admission == bedside.admission { return (row, occupancy) }
    guard let admission = try admissions.admission(bedside.admission) else {
      throw Refusal(code: "bed.empty", sentence: "Nobody is in \(row.number); choose an occupied room.", field: "room")
    }
    throw Refusal.patientMoved(
      try patientStanding(admission.patient).name, from: row.number, now: row.occupancy?.patient.name)
  }
}

extension BedService {
  /// What an act on a patient in a room is written down about. Refuses those who may not do it.
  func subject(_ bedside: Bedside, of permission: Permission) throws -> AuditSubject {
    try session.prepare(permission, on: { $0 }) { records in
      AuditSubject(
        kind: "room", id: bedside.room.text, patient: try records.admissions.admission(bedside.admission)?.patient)
    }
  }
}
