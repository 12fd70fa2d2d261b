import DatabaseKit
import HospitalDomain
import HospitalServices

/// Whom and what a contender has looked up before, so that in a race the acts themselves meet and not the looking up.
struct KnownPeople {
  private var patients: [String: PatientID] = [:]
  private var rooms: [String: RoomID] = [:]
  private var carers: (DoctorID, StaffID)?

  /// The patient with a number.
  mutating func patient(_ number: String, _ session: Session) throws -> PatientID {
    if let known = patients[number] { return known }
    guard let wanted = Int64(number).flatMap({ HospitalNumber(value: $0) }),
      let found = try RegistrationService(session).search(wanted.description).patients.first(where: {
        $0.number == wanted
      })
    else { throw DatabaseFault.other("there is no patient \(number)") }
    patients[number] = found.id
    return found.id
  }

  /// The room with a number.
  mutating func room(_ number: String, _ session: Session) throws -> RoomID {
    if let known = rooms[number] { return known }
    guard let found = try BedService(session).board().first(where: { $0.number == number }) else {
      throw Refusal.noSuchRoom(number)
    }
    rooms[number] = found.id
    return found.id
  }

  /// The first doctor and the first member of staff.
  mutating func carers(_ session: Session) throws -> (DoctorID, StaffID) {
    if let carers { return carers }
    let staff = StaffService(session)
    guard let doctor = try staff.doctors().first, let nurse = try staff.staff().first else {
      throw DatabaseFault.other("there is no doctor or no nurse")
    }
    carers = (doctor.id, nurse.id)
    return (doctor.id, nurse.id)
  }
}
