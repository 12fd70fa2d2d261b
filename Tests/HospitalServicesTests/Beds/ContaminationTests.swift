import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// A room in which an infectious isolation stood waits for a terminal clean, and is used by nobody before (A3).
struct ContaminationTests {
  let hospital: TestHospital
  private var beds: BedService { BedService(hospital.session(.headNurse)) }
  private var room: RoomID { hospital.samples.rooms[0] }
  private var other: RoomID { hospital.samples.rooms[1] }

  /// DUARTE in 4A-01, whose infectious isolation has ended.
  init() throws {
    hospital = try TestHospital()
    try hospital.admit(hospital.samples.patients[0], to: room)
    hospital.clock.advance(by: .hours(1))
    try isolate(.airborne)
  }

  private func isolate(_ kind: IsolationKind) throws {
    _ = try beds.isolate(hospital.bedside(room), kind, because: "TB", blockingBay: false)
    hospital.clock.advance(by: .hours(1))
    _ = try beds.endIsolation(hospital.bedside(room))
    hospital.clock.advance(by: .hours(1))
  }

  private func move(_ from: RoomID, _ to: RoomID) throws -> DoneAct {
    defer { hospital.clock.advance(by: .hours(1)) }
    return try beds.transfer(hospital.bedside(from), to: to)
  }

  private func undo(_ act: DoneAct) throws {
    _ = try act.undo?(hospital.session(.headNurse))
    hospital.clock.advance(by: .hours(1))
  }

  private func clean(_ room: RoomID) throws {
    let isContaminated = try state(room) == .contaminated
    _ = try isContaminated ? beds.terminallyCleaned(room) : beds.cleaned(room)
    hospital.clock.advance(by: .hours(1))
  }

  private func state(_ room: RoomID) throws -> RoomServiceState { try beds.room(room).service.state }

  @Test("a patient who comes back to a room that was cleaned terminally since leaves it to housekeeping")
  func cleanedSince() throws {
    _ = try move(room, other)
    #expect(try state(room) == .contaminated)
    try clean(room)
    _ = try move(other, room)
    try clean(other)
    _ = try move(room, other)
    #expect(try state(room) == .housekeeping)
  }

  @Test("a leaving that was taken back, once or twice, does not make the room clean")
  func takenBack() throws {
    try undo(move(room, other))
    try clean(other)
    try undo(move(room, other))
    try clean(other)
    _ = try move(room, other)
    #expect(try state(room) == .contaminated)
  }

  @Test("nor does an exit that was taken back; the message says what the room waits for")
  func exit() throws {
    try hospital.orderDischarge(from: room)
    let exit = try beds.recordExit(from: hospital.bedside(room))
    #expect(exit.sentence == "DUARTE, Inês has left 4A-01, which waits for a terminal clean")
    hospital.clock.advance(by: .hours(1))
    try undo(exit)
    let again = try beds.recordExit(from: hospital.bedside(room))
    #expect(again.sentence.hasSuffix("which waits for a terminal clean"))
    #expect(try state(room) == .contaminated)
  }

  @Test("a check-out in one act says so too")
  func atOnce() throws {
    let admission = try hospital.bedside(room).admission
    let done = try CheckOutService(hospital.session(.headDoctor)).checkOutAtOnce(.sample, of: admission)
    #expect(done.sentence.contains("which waits for a terminal clean"))
  }

  @Test("a transfer or an exit is not taken back into a room that became contaminated since, whoever made it so")
  func contaminatedSince() throws {
    _ = try move(room, other)
    try clean(room)
    let back = try move(other, room)
    try hospital.write {
      _ = try $0.rooms.setService(.contaminated, from: .housekeeping, of: other, because: "spilt cultures")
    }
    let refused = try refusal { try undo(back) }
    #expect(refused?.code == "undo.contaminated" && refused?.field == "room")
    #expect(try state(other) == .contaminated)
  }

  @Test("a clean that was undone leaves the room as its patient left it, who may come back to it")
  func undoneClean() throws {
    let moved = try move(room, other)
    let since = try beds.room(room).service.since
    let cleaned = try beds.terminallyCleaned(room)
    hospital.clock.advance(by: .hours(1))
    try undo(cleaned)
    #expect(try beds.room(room).service.since == since)
    try undo(moved)
    #expect(try hospital.bedside(room).room == room)
  }

  private func leave(as state: String) -> SQLStatement {
    """
    UPDATE room SET service_state = \(state), service_since = \(hospital.clock.now), service_reason = 'left',
      version = version + 1 WHERE id = \(room)
    """
  }

  @Test("no connection sends such a room to an ordinary clean, or closes it; only the terminal clean brings it back")
  func guardedLeaving() throws {
    let sentence = "an infectious isolation stood in the room: it waits for a terminal clean"
    try hospital.execute("UPDATE stay SET ended_at = \(hospital.clock.now), version = version + 1")
    hospital.clock.advance(by: .minutes(1))
    for state in ["housekeeping", "closed"] {
      #expect(try hospital.refusal(of: leave(as: state))?.message == sentence)
    }
    #expect(try hospital.refusal(of: leave(as: "contaminated")) == nil)
    for state in ["housekeeping", "closed"] {
      #expect(try hospital.refusal(of: leave(as: state))?.message == sentence)
    }
    hospital.clock.advance(by: .minutes(1))
    #expect(try hospital.refusal(of: leave(as: "in-service")) == nil)
    #expect(try hospital.refusal(of: leave(as: "housekeeping")) == nil)
  }

  @Test("no connection gives such a room to another patient before it is cleaned; a protective isolation is none")
  func guardedStay() throws {
    try hospital.execute("UPDATE stay SET ended_at = \(hospital.clock.now), version = version + 1")
    hospital.clock.advance(by: .minutes(1))
    func stay() throws -> String? {
      let admission = try hospital.openAdmission(of: hospital.samples.patients[1])
      defer { try? hospital.write { try $0.admissions.setStatus(.cancelled, of: admission, because: "a test") } }
      return try hospital.refusal(
        of: """
          INSERT INTO stay (id, admission_id, room_id, started_at, staff_id, version, recorded_at, recorded_by,
            change_reason)
          VALUES ('s', \(admission), \(room), \(hospital.clock.now), \(hospital.samples.staff[0]), 1, 0,
            \(hospital.account(.nurse)), '')
          """)?.message
    }
    #expect(try stay() == "an infectious isolation stood in the room: it waits for a terminal clean")
    #expect(try hospital.refusal(of: leave(as: "contaminated")) == nil)
    hospital.clock.advance(by: .minutes(1))
    #expect(try hospital.refusal(of: leave(as: "in-service")) == nil)
    #expect(try stay() == nil)
  }

  @Test("after a protective isolation an ordinary clean is enough")
  func protective() throws {
    let hospital = try TestHospital()
    let beds = BedService(hospital.session(.headNurse))
    try hospital.admit(hospital.samples.patients[0], to: room)
    hospital.clock.advance(by: .hours(1))
    _ = try beds.isolate(hospital.bedside(room), .protective, because: "neutropenia", blockingBay: false)
    hospital.clock.advance(by: .hours(1))
    _ = try beds.transfer(hospital.bedside(room), to: other)
    #expect(try beds.room(room).service.state == .housekeeping)
  }
}
