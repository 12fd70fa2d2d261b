import DatabaseKit
import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

/// The rest of a bay that is closed for an isolation belongs to that isolation: it opens with its end and no sooner (A3).
struct ClosedBayTests {
  let hospital: TestHospital
  /// 4A-12-A with DUARTE, 4A-12-B with OYELARAN, 4A-12-C and 4A-12-D free.
  let bay: [RoomID]
  private var beds: BedService { BedService(hospital.session(.headNurse)) }
  private var elsewhere: RoomID { hospital.samples.rooms[0] }

  init() throws {
    hospital = try TestHospital()
    let samples = hospital.samples
    let added = try RoomService(hospital.session(.administrator)).add(
      ["C", "D"].map {
        RoomDescription(
          department: samples.medical, number: "4A-12-\($0)", bay: "4A-12", kind: .semiPrivate, features: "")
      })
    bay = samples.bay + added
    for (patient, room) in zip(hospital.samples.patients, bay.prefix(2)) { try hospital.admit(patient, to: room) }
    hospital.clock.advance(by: .hours(1))
  }

  private func isolate(_ place: Int, _ kind: IsolationKind = .contact, closing: Bool = true) throws -> DoneAct {
    defer { hospital.clock.advance(by: .minutes(10)) }
    return try beds.isolate(hospital.bedside(bay[place]), kind, because: "MRSA", blockingBay: closing)
  }

  private func endIsolation(_ place: Int) throws -> DoneAct {
    defer { hospital.clock.advance(by: .minutes(10)) }
    return try beds.endIsolation(hospital.bedside(bay[place]))
  }

  private func undo(_ act: DoneAct) throws -> DoneAct {
    defer { hospital.clock.advance(by: .minutes(10)) }
    return try #require(try act.undo?(hospital.session(.headNurse)))
  }

  private func isClosed(_ place: Int) throws -> Bool { try beds.room(bay[place]).service.state == .closed }

  @Test("a bay that is closed for two patients opens when the isolation of the second ends")
  func two() throws {
    _ = try isolate(0)
    _ = try isolate(1)
    _ = try endIsolation(0)
    #expect(try isClosed(2) && isClosed(3))
    _ = try endIsolation(1)
    #expect(try !isClosed(2) && !isClosed(3))
  }

  @Test("taking a move back closes again what it opened, as far as it is free, and nothing else")
  func undoneMove() throws {
    _ = try beds.block(bay[3], because: "painting", reopensAt: nil)
    _ = try isolate(0)
    _ = try beds.reopen(bay[3])
    let move = try beds.transfer(hospital.bedside(bay[0]), to: elsewhere)
    #expect(try !isClosed(2))
    let back = try undo(move)
    #expect(try isClosed(2) && !isClosed(3))
    _ = try undo(back)
    #expect(try !isClosed(2))
  }

  @Test("taking an exit back closes again what it opened, but not a room that was taken meanwhile")
  func undoneExit() throws {
    _ = try isolate(0)
    try hospital.orderDischarge(from: bay[0])
    let exit = try beds.recordExit(from: hospital.bedside(bay[0]))
    #expect(try !isClosed(2) && !isClosed(3))
    hospital.clock.advance(by: .minutes(10))
    try hospital.admit(hospital.samples.patients[2], to: bay[3])
    _ = try undo(exit)
    #expect(try isClosed(2) && !isClosed(3))
    #expect(try beds.room(bay[0]).occupancy?.isolation == .contact)
    _ = try endIsolation(0)
    #expect(try !isClosed(2))
  }

  @Test("undoing an end closes what the end opened, not the whole bay")
  func undoneEnd() throws {
    _ = try beds.block(bay[3], because: "painting", reopensAt: nil)
    _ = try isolate(0)
    _ = try beds.reopen(bay[3])
    let ended = try endIsolation(0)
    _ = try undo(ended)
    #expect(try isClosed(2) && !isClosed(3))
  }

  @Test("another kind of isolation keeps the bay closed; undoing it brings back the kind and the rooms as they were")
  func otherKind() throws {
    _ = try isolate(0)
    let changed = try isolate(0, .airborne, closing: false)
    #expect(try isClosed(2) && isClosed(3))
    _ = try beds.reopen(bay[3])
    let wide = try isolate(0, .droplet)
    #expect(try isClosed(3))
    _ = try undo(wide)
    #expect(try isClosed(2) && !isClosed(3))
    #expect(try beds.room(bay[0]).occupancy?.isolation == .airborne)
    _ = try undo(changed)
    #expect(try isClosed(2) && beds.room(bay[0]).occupancy?.isolation == .contact)
  }

  @Test(
    "what is closed for two stays so for the first, whose kind was changed, who left and came back, or was moved and back"
  )
  func shared() throws {
    _ = try isolate(0)
    _ = try isolate(1)
    _ = try isolate(0, .airborne, closing: false)
    _ = try undo(beds.transfer(hospital.bedside(bay[0]), to: elsewhere))
    _ = try undo(endIsolation(0))
    try hospital.orderDischarge(from: bay[0])
    _ = try undo(beds.recordExit(from: hospital.bedside(bay[0])))
    _ = try endIsolation(1)
    #expect(try isClosed(2) && isClosed(3))
    _ = try endIsolation(0)
    #expect(try !isClosed(2) && !isClosed(3))
  }

  @Test("of a bay that is closed for two, one who moved away keeps nothing closed")
  func movedAway() throws {
    _ = try isolate(0)
    _ = try isolate(1)
    _ = try beds.transfer(hospital.bedside(bay[0]), to: elsewhere)
    #expect(try isClosed(2) && isClosed(3))
    _ = try endIsolation(1)
    #expect(try !isClosed(2) && !isClosed(3))
  }

  @Test("a colleague's later isolation is not ended by undoing an earlier one")
  func colleague() throws {
    let mine = try isolate(0)
    _ = try isolate(0, .airborne)
    #expect(try refusal { try mine.undo?(hospital.session(.headNurse)) } == .changedMeanwhile)
    #expect(try beds.room(bay[0]).occupancy?.isolation == .airborne)
  }

  @Test("the rooms open also when the room of the patient has been given another number meanwhile")
  func renamed() throws {
    _ = try isolate(0)
    try RoomService(hospital.session(.administrator)).change(
      beds.room(bay[0]),
      to: RoomDescription(
        department: hospital.samples.medical, number: "4A-12-X", bay: "4A-12", kind: .semiPrivate, features: ""),
      because: "new signs")
    _ = try endIsolation(0)
    #expect(try !isClosed(2))
  }

  @Test("a room that was closed by hand stays closed, whatever the words; one that was opened and closed again too")
  func byHand() throws {
    _ = try beds.block(bay[2], because: "isolation in 4A-12-A", reopensAt: nil)
    _ = try isolate(0)
    #expect(try isClosed(3))
    _ = try beds.reopen(bay[3])
    hospital.clock.advance(by: .minutes(10))
    _ = try beds.block(bay[3], because: "broken call bell", reopensAt: nil)
    _ = try endIsolation(0)
    #expect(try isClosed(2) && isClosed(3))
  }

  @Test("an opening by hand that is undone leaves the room to the isolation again")
  func undoneOpening() throws {
    _ = try isolate(0)
    let opened = try beds.reopen(bay[2])
    hospital.clock.advance(by: .minutes(10))
    _ = try undo(opened)
    #expect(try isClosed(2))
    _ = try endIsolation(0)
    #expect(try !isClosed(2))
  }

  @Test("the database ends no isolation, and no stay of one, that still keeps rooms closed")
  func guards() throws {
    _ = try isolate(0)
    let sentence = "rooms are closed for the isolation: open them first"
    let end = "ended_at = \(hospital.clock.now)" as SQLStatement
    #expect(
      try hospital.refusal(
        of: "UPDATE isolation SET \(part: end), ended_by = \(hospital.account(.nurse)) WHERE ended_at IS NULL")?.message
        == sentence)
    #expect(
      try hospital.refusal(
        of: "UPDATE stay SET \(part: end), version = version + 1 WHERE room_id = \(bay[0]) AND ended_at IS NULL")?
        .message == sentence)
    _ = try beds.reopen(bay[2])
    _ = try beds.reopen(bay[3])
    #expect(
      try hospital.refusal(
        of: "UPDATE isolation SET \(part: end), ended_by = \(hospital.account(.nurse)) WHERE ended_at IS NULL") == nil)
  }

  @Test("the database ties to an isolation only what is closed since then, while the isolation stands")
  func ties() throws {
    _ = try isolate(0, closing: false)
    func tie(_ room: RoomID, at time: Timestamp) throws -> String? {
      try hospital.refusal(
        of: """
          INSERT INTO isolation_room (isolation_id, stay_id, room_id, closed_at)
          SELECT isolation.id, stay.id, \(room), \(time) FROM isolation JOIN stay USING (admission_id)
          """)?
        .message
    }
    let sentence = "a room belongs to an isolation that stands, from when it was closed"
    #expect(try tie(bay[2], at: hospital.clock.now) == sentence)
    _ = try beds.block(bay[2], because: "painting", reopensAt: nil)
    #expect(try tie(bay[2], at: hospital.clock.now - .hours(1)) == sentence)
    #expect(try tie(bay[2], at: hospital.clock.now) == nil)
    #expect(try hospital.refusal(of: "DELETE FROM isolation_room") != nil)
    #expect(try hospital.refusal(of: "UPDATE isolation_room SET closed_at = 0") != nil)
  }
}
