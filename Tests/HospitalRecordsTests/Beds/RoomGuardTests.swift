import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database refuses of rooms, holds and admissions (B4, A3, A6).
struct RoomGuardTests {
  let hospital: TestHospital
  private var rooms: [RoomID] { hospital.samples.rooms }
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
  }

  private func hold(_ id: String, _ room: RoomID) -> SQLStatement {
    """
    INSERT INTO hold (id, room_id, patient_id, note, status, made_at, made_by, expires_at)
    VALUES (\(id), \(room), NULL, 'a transfer', 'active', 0, \(hospital.account(.reception)), \(hospital.clock.now + .hours(1)))
    """
  }

  @Test("A room is held once at a time, and not while it is occupied or closed")
  func holds() throws {
    #expect(try hospital.refusal(of: hold("1", rooms[0])) == nil)
    #expect(try hospital.refusal(of: hold("2", rooms[0]))?.kind == .trigger)
    try hospital.admit(patients[0], to: rooms[1])
    #expect(try hospital.refusal(of: hold("3", rooms[1]))?.message == "a room that is occupied or closed is not held")
    #expect(try hospital.refusal(of: "UPDATE hold SET expires_at = expires_at + 1")?.kind == .trigger)
  }

  @Test(
    "A room with a patient in it keeps its service state, its department and its place among the rooms",
    arguments: [
      "service_state = 'housekeeping'", "service_state = 'contaminated'",
      "service_state = 'closed', service_reason = 'broken call bell'", "retired_at = 1",
    ] as [SQLStatement])
  func occupied(_ assignment: SQLStatement) throws {
    try hospital.admit(patients[0], to: rooms[0])
    let change: SQLStatement =
      "UPDATE room SET version = version + 1, change_reason = 'a test', \(part: assignment) WHERE id = "
    #expect(
      try hospital.refusal(of: change + "\(rooms[0])")?.message == "a room with a patient in it stays in service")
    #expect(try hospital.refusal(of: change + "\(rooms[1])") == nil)
  }

  @Test("A room is not closed without a reason, nor in a state that there is not")
  func states() throws {
    let change: SQLStatement = "UPDATE room SET version = version + 1, service_state = "
    #expect(try hospital.refusal(of: change + "'closed'")?.kind == .check)
    #expect(try hospital.refusal(of: change + "'occupied'")?.kind == .check)
  }

  @Test("A patient has at most one open admission")
  func oneAdmission() throws {
    try hospital.openAdmission(of: patients[0])
    #expect(throws: DatabaseFault.self) { try hospital.openAdmission(of: patients[0]) }
  }

  @Test("Nobody who has died is admitted")
  func admissionOfTheDead() throws {
    try hospital.write { try $0.patients.setDeath($0.now, of: patients[0], because: "died") }
    #expect(throws: DatabaseFault.self) { try hospital.openAdmission(of: patients[0]) }
  }

  @Test("An admission does not end while it has a room, nor go back to what it was not")
  func admissionSteps() throws {
    let admission = try hospital.admit(patients[0], to: rooms[0])
    let change: SQLStatement = "UPDATE admission SET version = version + 1, discharged_at = admitted_at, status = "
    let of: SQLStatement = " WHERE id = \(admission)"
    #expect(
      try hospital.refusal(of: change + "'discharged'" + of)?.message
        == "an admission with a room is open: record the physical exit first")
    #expect(try hospital.refusal(of: change + "'planned'" + of)?.kind == .trigger)
    #expect(try hospital.refusal(of: change + "'completed'" + of)?.kind == .trigger)
    try hospital.discharge(from: rooms[0])
    try hospital.write { try $0.checkOuts.stamp(.close, on: admission) }
    #expect(try hospital.refusal(of: change + "'completed'" + of) == nil)
    #expect(
      try hospital.refusal(of: change + "'in-progress'" + of)?.message
        == "an admission does not go from that state to this one")
  }

  @Test("A department with rooms or people is not retired (A6)")
  func retiring() throws {
    #expect(try hospital.refusal(of: "UPDATE department SET retired_at = 1, version = version + 1")?.kind == .trigger)
  }
}
