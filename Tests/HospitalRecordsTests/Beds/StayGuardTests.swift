import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database refuses of stays, so that a room has one patient and a patient one room at any time (B4, A3).
struct StayGuardTests {
  let hospital: TestHospital
  private var rooms: [RoomID] { hospital.samples.rooms }
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
  }

  private func stay(
    _ id: String = "stay", of admission: AdmissionID, in room: RoomID, from start: Timestamp, to end: Timestamp? = nil
  ) -> SQLStatement {
    """
    INSERT INTO stay (id, admission_id, room_id, started_at, staff_id, ended_at,
      version, recorded_at, recorded_by, change_reason)
    VALUES (\(id), \(admission), \(room), \(start), \(hospital.samples.staff[0]), \(end),
      1, 0, \(hospital.account(.nurse)), '')
    """
  }

  @Test("A room has at most one open stay")
  func oneInRoom() throws {
    try hospital.admit(patients[0], to: rooms[0])
    let other = try hospital.openAdmission(of: patients[1])
    hospital.clock.advance(by: .hours(1))
    #expect(
      try hospital.refusal(of: stay(of: other, in: rooms[0], from: hospital.clock.now))?.message
        == "the room was taken during that time")
  }

  @Test("An admission has at most one open stay")
  func oneOfAdmission() throws {
    let admission = try hospital.admit(patients[0], to: rooms[0])
    #expect(
      try hospital.refusal(of: stay(of: admission, in: rooms[1], from: hospital.clock.now + .hours(1)))?.message
        == "the patient was in another room at that time")
  }

  @Test("The unique indexes alone would hold two sessions apart that the triggers let through")
  func indexes() throws {
    let names = try hospital.read {
      try $0.transaction.rows(
        "SELECT name FROM pragma_index_list('stay') WHERE \"unique\" = 1 AND partial = 1 ORDER BY name"
      )
      .map { try $0.text("name") }
    }
    #expect(names == ["stay_one_open_in_room", "stay_one_open_of_admission"])
  }

  @Test(
    "Stays of a room never overlap, past ones included; one may begin as another ends",
    arguments: [(-30, 30, false), (10, 20, false), (-10, 70, false), (59, 90, false), (-30, 0, true), (60, 90, true)])
  func overlaps(start: Int, end: Int, isTaken: Bool) throws {
    let opening = hospital.clock.now
    try hospital.admit(patients[0], to: rooms[0])
    hospital.clock.now = opening + .minutes(60)
    try hospital.discharge(from: rooms[0])
    let other = try hospital.openAdmission(of: patients[1])
    let refusal = try hospital.refusal(
      of: stay(of: other, in: rooms[0], from: opening + .minutes(start), to: opening + .minutes(end)))
    #expect(refusal?.message == (isTaken ? nil : "the room was taken during that time"))
  }

  @Test(
    "A stay does not begin in a room that is not in service", arguments: ["housekeeping", "contaminated", "closed"])
  func outOfService(_ state: String) throws {
    let admission = try hospital.openAdmission(of: patients[0])
    try hospital.execute(
      """
      UPDATE room SET service_state = \(state), service_reason = 'a test', version = version + 1 WHERE id = \(rooms[0])
      """)
    #expect(
      try hospital.refusal(of: stay(of: admission, in: rooms[0], from: hospital.clock.now))?.message
        == "the room is not in service")
  }

  @Test("A stay does not begin in a room that was retired, or is held, or for an admission that is not open")
  func otherGuards() throws {
    let admission = try hospital.openAdmission(of: patients[0])
    let now = hospital.clock.now
    try hospital.write { try $0.rooms.retire(rooms[0], because: "rebuilt") }
    #expect(try hospital.refusal(of: stay(of: admission, in: rooms[0], from: now))?.kind == .trigger)
    _ = try hospital.write { try $0.holds.hold(rooms[1], for: patients[1], note: "", until: now + .hours(1)) }
    #expect(
      try hospital.refusal(of: stay(of: admission, in: rooms[1], from: now))?.message
        == "the room is held: use the hold or let it go first")
    try hospital.write { try $0.admissions.setStatus(.cancelled, of: admission, because: "a test") }
    #expect(
      try hospital.refusal(of: stay(of: admission, in: rooms[2], from: now))?.message
        == "only an open admission has a room")
  }

  @Test("A stay that ended is never changed, and no stay ends before it began")
  func endedIsFixed() throws {
    try hospital.admit(patients[0], to: rooms[0])
    let end = "UPDATE stay SET version = version + 1, ended_at = " as SQLStatement
    #expect(try hospital.refusal(of: end + "\(hospital.clock.now - .minutes(1))")?.kind == .check)
    #expect(try hospital.refusal(of: end + "\(hospital.clock.now)") == nil)
    #expect(try hospital.refusal(of: end + "NULL")?.message == "a stay that ended is never changed")
  }
}
