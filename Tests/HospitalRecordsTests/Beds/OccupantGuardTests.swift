import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database refuses to give to the dead and to records that were merged away, whoever holds the connection (A3,
/// A4, B4).
struct OccupantGuardTests {
  let hospital: TestHospital
  private var rooms: [RoomID] { hospital.samples.rooms }
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
  }

  private func die(_ patient: Int) -> SQLStatement {
    """
    UPDATE patient SET died_at = \(hospital.clock.now), version = version + 1, recorded_at = \(hospital.clock.now)
    WHERE id = \(patients[patient])
    """
  }

  private func merge(_ duplicate: Int, into survivor: Int) throws {
    _ = try hospital.write { try $0.merges.merge(patients[duplicate], into: patients[survivor], because: "one person") }
  }

  private func hold(_ room: RoomID, for patient: PatientID?) -> SQLStatement {
    """
    INSERT INTO hold (id, room_id, patient_id, note, status, made_at, made_by, expires_at)
    VALUES ('hold', \(room), \(patient), 'a transfer', 'active', 0, \(hospital.account(.reception)),
      \(hospital.clock.now + .hours(1)))
    """
  }

  @Test("A4: nobody is recorded as having died while they have a room, under whichever of their records")
  func deathInARoom() throws {
    let sentence = "who is in a room is recorded as having died when they are taken from it"
    try hospital.admit(patients[0], to: rooms[0])
    #expect(try hospital.refusal(of: die(0))?.message == sentence)
    #expect(try hospital.refusal(of: die(1)) == nil)
    try merge(0, into: 2)
    #expect(try hospital.refusal(of: die(2))?.message == sentence)
    try hospital.discharge(from: rooms[0])
    #expect(try hospital.refusal(of: die(2)) == nil)
  }

  @Test("A4: a stay does not begin for somebody who has died")
  func stayOfTheDead() throws {
    let admission = try hospital.openAdmission(of: patients[0])
    #expect(try hospital.refusal(of: die(0)) == nil)
    let stay: SQLStatement = """
      INSERT INTO stay (id, admission_id, room_id, started_at, staff_id, ended_at,
        version, recorded_at, recorded_by, change_reason)
      VALUES ('stay', \(admission), \(rooms[0]), \(hospital.clock.now), \(hospital.samples.staff[0]), NULL,
        1, 0, \(hospital.account(.nurse)), '')
      """
    #expect(try hospital.refusal(of: stay)?.message == "a patient who died has no room")
  }

  @Test("A4: records are not merged where one has died and the other has a room")
  func mergeOfTheDead() throws {
    try hospital.admit(patients[0], to: rooms[0])
    #expect(try hospital.refusal(of: die(1)) == nil)
    for (duplicate, survivor) in [(0, 1), (1, 0)] {
      let merge: SQLStatement = """
        INSERT INTO patient_merge (id, patient_id, survivor_id, merged_at, merged_by, reason)
        VALUES ('merge', \(patients[duplicate]), \(patients[survivor]), 0, \(hospital.account(.reception)), 'one person')
        """
      #expect(try hospital.refusal(of: merge)?.message == "one record has died and the other has a room")
    }
  }

  @Test("A3: an admission does not open again for somebody who has died, nor under a record that was merged away")
  func reopening() throws {
    let open: SQLStatement = "UPDATE admission SET status = 'in-progress', discharged_at = NULL, version = version + 1"
    let of: (Int) -> SQLStatement = { " WHERE patient_id = \(patients[$0])" }
    for patient in 0..<3 {
      try hospital.admit(patients[patient], to: rooms[patient])
      try hospital.discharge(from: rooms[patient])
    }
    try hospital.execute(
      "UPDATE check_out_stamp SET undone_at = 1, undone_by = stamped_by, undo_reason = 'a test' WHERE step = 'exit'")
    try hospital.execute(die(0))
    try merge(1, into: 3)
    #expect(try hospital.refusal(of: open + of(0))?.message == "a patient who died is not admitted")
    #expect(
      try hospital.refusal(of: open + of(1))?.message
        == "this record was merged into another: admit the patient under that one")
    #expect(try hospital.refusal(of: open + of(2)) == nil)
  }

  @Test("A3: a room that is contaminated is not held, one in housekeeping is")
  func holdOfContaminated() throws {
    try hospital.write { records in
      _ = try records.rooms.setService(.contaminated, from: .inService, of: rooms[0], because: "left")
      _ = try records.rooms.setService(.housekeeping, from: .inService, of: rooms[1], because: "left")
    }
    #expect(
      try hospital.refusal(of: hold(rooms[0], for: nil))?.message
        == "a contaminated room is not held: it is cleaned first")
    #expect(try hospital.refusal(of: hold(rooms[1], for: nil)) == nil)
  }

  @Test("A3: a room is not held for somebody who has died, nor for a record that was merged away")
  func holdForTheDead() throws {
    let sentence = "a room is held for a patient who lives, under the record that survives"
    try hospital.execute(die(0))
    try merge(1, into: 2)
    #expect(try hospital.refusal(of: hold(rooms[0], for: patients[0]))?.message == sentence)
    #expect(try hospital.refusal(of: hold(rooms[0], for: patients[1]))?.message == sentence)
    #expect(try hospital.refusal(of: hold(rooms[0], for: patients[2])) == nil)
  }
}
