import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// The dead have no room and none is kept for them (A3, A4): said kindly before the database refuses it.
struct PatientPresenceTests {
  let hospital: TestHospital
  private var samples: TestHospital.Samples { hospital.samples }
  private var now: Timestamp { hospital.clock.now }

  init() throws {
    hospital = try TestHospital()
  }

  private func hold(_ room: RoomID, for patient: PatientID) throws -> DoneAct {
    try BedService(hospital.session(.headNurse)).hold(room, for: patient, note: "", until: now + .hours(2))
  }

  private func die(_ patient: PatientID) throws -> DoneAct {
    try RegistrationService(hospital.session(.doctor)).recordDeath(of: patient, at: now)
  }

  @Test("A4: the death of a patient in a room is stated with the discharge order, under whichever of their records")
  func deathInARoom() throws {
    try hospital.admit(samples.patients[0], to: samples.rooms[0])
    let sentence = "DUARTE, Inês is in 4A-01; a doctor states the death with the discharge order of the stay."
    #expect(try refusal { try die(samples.patients[0]) }?.sentence == sentence)
    _ = try hospital.write {
      try $0.merges.merge(samples.patients[0], into: samples.patients[3], because: "one person")
    }
    #expect(try refusal { try die(samples.patients[3]) }?.code == "patient.diesInRoom")
    _ = try hospital.discharge(from: samples.rooms[0])
    #expect(throws: Never.self) { try die(samples.patients[3]) }
  }

  @Test("A3: no room is held for somebody who has died, nor for a record that was merged away")
  func holdForTheDead() throws {
    _ = try die(samples.patients[0])
    _ = try hospital.write {
      try $0.merges.merge(samples.patients[1], into: samples.patients[2], because: "one person")
    }
    #expect(try refusal { try hold(samples.rooms[0], for: samples.patients[0]) }?.code == "admission.deceased")
    #expect(try refusal { try hold(samples.rooms[0], for: samples.patients[1]) }?.code == "admission.merged")
    #expect(try hospital.read { try $0.board.row(samples.rooms[0]) }?.hold == nil)
    #expect(throws: Never.self) { try hold(samples.rooms[0], for: samples.patients[2]) }
  }

  @Test("A4: a record that has died and one that has a room are not merged")
  func mergeOfTheDead() throws {
    try hospital.admit(samples.patients[0], to: samples.rooms[0])
    _ = try die(samples.patients[1])
    let reception = RegistrationService(hospital.session(.reception))
    for (duplicate, survivor) in [(0, 1), (1, 0)] {
      #expect(
        try refusal {
          try reception.merge(samples.patients[duplicate], into: samples.patients[survivor], because: "one person")
        }?.sentence
          == "One of the records is of somebody who has died, and the other is in 4A-01; check that they are one person."
      )
    }
  }
}
