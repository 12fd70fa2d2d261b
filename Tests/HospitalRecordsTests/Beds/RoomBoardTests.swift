import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// The board and the view `room_board` derive the same state of every room (A1).
struct RoomBoardTests {
  let hospital: TestHospital
  private var samples: TestHospital.Samples { hospital.samples }
  /// Times that the database's own clock is surely past, and surely before.
  private let past = LocalTime.utc.start(of: CalendarDate("2020/01/01") ?? TestHospital.today)
  private let future = LocalTime.utc.start(of: CalendarDate("2120/01/01") ?? TestHospital.today)

  init() throws {
    hospital = try TestHospital()
  }

  /// One room in each state there is, by number.
  private func fill() throws -> [String: BedCode] {
    try hospital.admit(samples.patients[0], to: samples.rooms[0])
    try hospital.admit(samples.patients[1], to: samples.rooms[1])
    try hospital.write { records in
      let isolated = try records.board.row(samples.rooms[1])?.occupancy
      if let isolated { try records.stays.isolate(isolated.admission, .contact, because: "MRSA") }
      _ = try records.rooms.setService(.housekeeping, from: .inService, of: samples.rooms[2], because: "left")
      _ = try records.rooms.setService(.contaminated, from: .inService, of: samples.rooms[3], because: "left")
      _ = try records.rooms.setService(.closed, from: .inService, of: samples.bay[0], because: "broken bell")
      _ = try records.holds.hold(samples.bay[1], for: samples.patients[2], note: "", until: future)
      for number in ["4A-20", "4A-21", "4A-22"] {
        _ = try records.rooms.add(
          RoomDescription(department: samples.medical, number: number, bay: "", kind: .general, features: ""))
      }
    }
    try holdLongAgo("4A-21")
    try hospital.write { records in
      for row in try records.board.rows() where row.number == "4A-22" {
        try records.rooms.retire(row.id, because: "a test")
      }
    }
    return [
      "4A-01": .occupied, "4A-02": .isolated, "4A-03": .housekeeping, "4B-01": .contaminated, "4A-12-A": .closed,
      "4A-12-B": .held, "4A-20": .free, "4A-21": .free,
    ]
  }

  @Test("P5, A2: an allergy of somebody in a room is news of the room, under whichever of merged records it is written")
  func allergyNews() throws {
    try hospital.admit(samples.patients[1], to: samples.rooms[1])
    func news(_ act: () throws -> Void) throws -> Set<String> {
      let before = try hospital.read { try $0.transaction.changes(after: 0).newest }
      try act()
      return try hospital.read { try $0.transaction.changes(after: before).keys?["room"] ?? [] }
    }
    func add(_ substance: String, to patient: PatientID) throws {
      try hospital.write {
        _ = try $0.allergies.add(AllergyEntry(substance: substance, reaction: ""), to: patient)
      }
    }
    #expect(try news { try add("Latex", to: samples.patients[1]) } == [samples.rooms[1].text])
    #expect(try news { try add("Latex", to: samples.patients[3]) } == [])
    _ = try hospital.write {
      try $0.merges.merge(samples.patients[1], into: samples.patients[3], because: "one person")
    }
    #expect(try news { try add("Codeine", to: samples.patients[3]) } == [samples.rooms[1].text])
    let board = try hospital.read { try $0.board.row(samples.rooms[1])?.occupancy }
    #expect(board?.allergies.entries.map(\.substance).sorted() == ["Codeine", "Latex"])
  }

  private func holdLongAgo(_ number: String) throws {
    let now = hospital.clock.now
    hospital.clock.now = past
    defer { hospital.clock.now = now }
    try hospital.write { records in
      for row in try records.board.rows() where row.number == number {
        _ = try records.holds.hold(row.id, for: nil, note: "a transfer", until: past + .hours(1))
      }
    }
  }

  @Test("Every state is derived alike by the board and by the view")
  func codes() throws {
    let expected = try fill()
    let rows = try hospital.read { try $0.board.rows() }
    #expect(Dictionary(uniqueKeysWithValues: rows.map { ($0.number, $0.code(at: hospital.clock.now)) }) == expected)
    let viewed = try hospital.read { records in
      try records.transaction.rows("SELECT number, code FROM room_board").map { row in
        (try row.text("number"), try row.code("code") as BedCode)
      }
    }
    #expect(Dictionary(uniqueKeysWithValues: viewed) == expected)
    #expect(Set(expected.values) == Set(BedCode.allCases))
  }

  @Test("The counts of the states add up to the rooms that are not retired")
  func counts() throws {
    _ = try fill()
    let counted = try hospital.read { records in
      try records.transaction.row(
        """
        SELECT (SELECT SUM(rooms) FROM (SELECT COUNT(*) AS rooms FROM room_board GROUP BY code)) AS states,
          (SELECT COUNT(*) FROM room WHERE retired_at IS NULL) AS rooms
        """)
    }
    #expect(try counted?.count("states") == 8)
    #expect(try counted?.count("rooms") == 8)
  }

  @Test("A record that was merged shows on the board as the one that survives (P2)")
  func survivor() throws {
    try hospital.admit(samples.patients[0], to: samples.rooms[0])
    _ = try hospital.write {
      try $0.merges.merge(samples.patients[0], into: samples.patients[3], because: "one person")
    }
    let row = try hospital.read { try $0.board.row(samples.rooms[0]) }
    #expect(row?.occupancy?.patient.name.listed == "MURPHY, Seán")
    #expect(try hospital.read { try $0.board.row(ofPatient: samples.patients[3]) }?.number == "4A-01")
  }

  @Test("A1: the view names a patient, and since when, by what the code says: a hold that is over says nothing")
  func viewOfHolds() throws {
    let viewed = { (room: RoomID) in
      try hospital.read { records in
        try records.transaction.row("SELECT code, patient_number, since FROM room_board WHERE room_id = \(room)")
      }
    }
    let opening = hospital.clock.now
    hospital.clock.now = past
    try hospital.write { records in
      _ = try records.holds.hold(samples.rooms[0], for: samples.patients[0], note: "", until: past + .hours(1))
      _ = try records.holds.hold(samples.rooms[1], for: samples.patients[1], note: "", until: future)
      _ = try records.rooms.setService(.housekeeping, from: .inService, of: samples.rooms[2], because: "left")
      _ = try records.holds.hold(samples.rooms[2], for: samples.patients[2], note: "", until: future)
    }
    hospital.clock.now = opening
    let over = try #require(try viewed(samples.rooms[0]))
    #expect(try over.text("code") == "U" && over.value("patient_number") == .null)
    #expect(try over.timestamp("since") == opening, "the room is as it was made")
    let live = try #require(try viewed(samples.rooms[1]))
    #expect(try live.text("code") == "R" && live.value("patient_number") != .null && live.timestamp("since") == past)
    let cleaning = try #require(try viewed(samples.rooms[2]))
    #expect(try cleaning.text("code") == "H" && cleaning.value("patient_number") == .null)
  }
}
