import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// What is done to a patient in a bed is done to that patient or to nobody (P1, A3): a form that was left open, and an undo
/// that comes late, never touch whoever is in the room by then.
struct BoundActsTests {
  let hospital: TestHospital
  private var beds: BedService { BedService(hospital.session(.headNurse)) }
  private var rooms: [RoomID] { hospital.samples.rooms }
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
    try hospital.admit(patients[0], to: rooms[0])
    hospital.clock.advance(by: .hours(1))
  }

  /// The patient in the first room leaves, it is cleaned, and another patient gets it; what was seen before.
  private func changeHands() throws -> Bedside {
    let seen = try hospital.bedside(rooms[0])
    try hospital.discharge(from: rooms[0])
    hospital.clock.advance(by: .minutes(5))
    try hospital.admit(patients[1], to: rooms[0])
    hospital.clock.advance(by: .minutes(5))
    return seen
  }

  private func occupancy(_ room: RoomID) throws -> RoomBoardRow.Occupancy? { try beds.room(room).occupancy }

  @Test("No form that was opened for one patient acts on the next in the room")
  func forms() throws {
    let seen = try changeHands()
    let before = try occupancy(rooms[0])
    let time = hospital.clock.now + .hours(4)
    let refusals = try [
      refusal { try beds.transfer(seen, to: rooms[1]) },
      refusal { try beds.isolate(seen, .contact, because: "MRSA", blockingBay: false) },
      refusal { try beds.endIsolation(seen) }, refusal { try beds.assign(hospital.samples.staff[1], to: seen) },
      refusal { try beds.planDischarge(of: seen, at: time) }, refusal { try beds.recordExit(from: seen) },
    ]
    #expect(refusals.map(\.?.code) == Array(repeating: "bed.patientMoved", count: 6))
    #expect(
      refusals[0]?.sentence
        == "DUARTE, Inês is not in 4A-01 any more; OYELARAN, Tunde is there now. Nothing was done; look at the board again."
    )
    #expect(try occupancy(rooms[0]) == before)
  }

  @Test("Undoing what was done for one patient leaves the next in the room alone")
  func undos() throws {
    let first = try hospital.bedside(rooms[0])
    let done = try [
      beds.isolate(first, .contact, because: "MRSA", blockingBay: false),
      beds.assign(hospital.samples.staff[1], to: first),
      beds.planDischarge(of: first, at: hospital.clock.now + .hours(4)), beds.endIsolation(first),
    ]
    _ = try changeHands()
    _ = try beds.isolate(hospital.bedside(rooms[0]), .droplet, because: "flu", blockingBay: false)
    let before = try occupancy(rooms[0])
    for act in done {
      #expect(try refusal { try act.undo?(hospital.session(.headNurse)) }?.code == "bed.patientMoved")
    }
    #expect(try occupancy(rooms[0]) == before)
  }

  @Test("A transfer is taken back for its patient only, and done again")
  func transfer() throws {
    let moved = try beds.transfer(hospital.bedside(rooms[0]), to: rooms[1])
    let back = try #require(try moved.undo?(hospital.session(.nurse)))
    #expect(try occupancy(rooms[0])?.patient.id == patients[0])
    _ = try back.undo?(hospital.session(.nurse))
    #expect(try occupancy(rooms[1])?.patient.id == patients[0])
    try hospital.discharge(from: rooms[1])
    try hospital.admit(patients[1], to: rooms[1])
    #expect(try refusal { try moved.undo?(hospital.session(.nurse)) }?.code == "bed.patientMoved")
    #expect(try occupancy(rooms[1])?.patient.id == patients[1])
  }

  @Test("An undo does not declare clean what another patient left behind")
  func othersDirt() throws {
    let moved = try beds.transfer(hospital.bedside(rooms[0]), to: rooms[1])
    _ = try beds.cleaned(rooms[0])
    try hospital.admit(patients[1], to: rooms[0])
    _ = try beds.isolate(hospital.bedside(rooms[0]), .contact, because: "MRSA", blockingBay: false)
    hospital.clock.advance(by: .minutes(10))
    _ = try beds.transfer(hospital.bedside(rooms[0]), to: rooms[2])
    #expect(try refusal { try moved.undo?(hospital.session(.nurse)) }?.code == "undo.reused")
    #expect(try beds.room(rooms[0]).service.state == .contaminated)
  }

  @Test("A room is contaminated after an infectious isolation that ended before the patient left")
  func endedIsolation() throws {
    let bedside = try hospital.bedside(rooms[0])
    _ = try beds.isolate(bedside, .airborne, because: "TB", blockingBay: false)
    hospital.clock.advance(by: .hours(1))
    _ = try beds.endIsolation(bedside)
    hospital.clock.advance(by: .hours(1))
    _ = try beds.transfer(bedside, to: rooms[1])
    #expect(try beds.room(rooms[0]).service.state == .contaminated)
    // The next room was never under isolation.
    hospital.clock.advance(by: .hours(1))
    _ = try beds.transfer(hospital.bedside(rooms[1]), to: rooms[2])
    #expect(try beds.room(rooms[1]).service.state == .housekeeping)
  }

  @Test("The rest of a bay that was closed for an isolation opens when it ends, and when the patient leaves the room")
  func bay() throws {
    let bay = hospital.samples.bay
    try hospital.admit(patients[1], to: bay[0])
    hospital.clock.advance(by: .hours(1))
    let bedside = try hospital.bedside(bay[0])
    _ = try beds.isolate(bedside, .contact, because: "MRSA", blockingBay: true)
    #expect(try beds.room(bay[1]).service.state == .closed)
    let ended = try beds.endIsolation(bedside)
    #expect(ended.sentence.hasSuffix("is ended; 4A-12-B in service again"))
    #expect(try beds.room(bay[1]).service.state == .inService)
    _ = try ended.undo?(hospital.session(.headNurse))
    #expect(try beds.room(bay[1]).service.state == .closed)
    _ = try beds.transfer(bedside, to: rooms[1])
    #expect(try beds.room(bay[1]).service.state == .inService)
    // A room that is closed for a reason of its own stays closed.
    _ = try beds.block(bay[1], because: "painting", reopensAt: nil)
    try hospital.admit(patients[2], to: rooms[2])
    #expect(try beds.room(bay[1]).service.state == .closed)
  }

  private func order(expected: Timestamp? = nil) -> AdmissionOrder {
    AdmissionOrder(
      patient: patients[1], room: rooms[1], doctor: hospital.samples.doctors[0], staff: hospital.samples.staff[0],
      complaint: "chest pain", expectedDischarge: expected)
  }

  @Test("HL7 A11: an admission with an isolation on it is not taken back, by the service or by the database")
  func cancel() throws {
    let done = try beds.admit(order())
    let bedside = try hospital.bedside(rooms[1])
    _ = try beds.isolate(bedside, .contact, because: "MRSA", blockingBay: false)
    #expect(try refusal { try done.undo?(hospital.session(.headNurse)) }?.code == "undo.recorded")
    #expect(try occupancy(rooms[1])?.patient.id == patients[1])
    let said = try hospital.refusal(
      of: """
        UPDATE admission SET status = 'cancelled', version = version + 1, change_reason = 'x'
        WHERE id = \(bedside.admission)
        """)
    #expect(said?.message == "an admission with entries is discharged, not cancelled")
  }

  @Test("A7: nobody is expected to leave before they came, by the service or by the database")
  func expected() throws {
    let early = hospital.clock.now - .minutes(1)
    let refused = try refusal { try beds.admit(order(expected: early)) }
    #expect(refused?.code == "bed.expectedBefore" && refused?.field == "expected")
    #expect(try hospital.read { try $0.admissions.all(of: patients[1]) }.isEmpty)
    _ = try beds.admit(order(expected: hospital.clock.now))
    let admission = try hospital.bedside(rooms[1]).admission
    let said = try hospital.refusal(
      of: """
        UPDATE admission SET expected_discharge_at = admitted_at - 1, version = version + 1, change_reason = 'x'
        WHERE id = \(admission)
        """)
    #expect(said?.message == "nobody is expected to leave before they came")
  }

  @Test("A hold that was made since is not let go by who saw another")
  func holds() throws {
    let reception = BedService(hospital.session(.reception))
    _ = try reception.hold(rooms[1], for: patients[1], note: "", until: hospital.clock.now + .hours(2))
    let seen = try beds.room(rooms[1]).hold?.id
    _ = try reception.letGo(seen, of: rooms[1])
    _ = try reception.hold(rooms[1], for: patients[2], note: "", until: hospital.clock.now + .hours(2))
    #expect(try refusal { try reception.letGo(seen, of: rooms[1]) } == .changedMeanwhile)
    #expect(try beds.room(rooms[1]).hold?.patient?.id == patients[2])
  }
}
