import Testing

@testable import HospitalDomain

/// A small board: two wards with a room in every state.
enum SampleBoard {
  static let medical = RoomBoardRow.DepartmentLabel(id: DepartmentID("d1"), name: "4A Medical", genderRule: .any)
  static let surgical = RoomBoardRow.DepartmentLabel(id: DepartmentID("d2"), name: "10B Surgical", genderRule: .any)

  static func line(_ name: PersonName, _ sequence: Int64) -> RoomBoardRow.PatientLine {
    .init(
      id: PatientID("p\(sequence)"), number: number(sequence), name: name, sex: .female,
      birthDate: BirthDate(day("1991/03/12")))
  }

  static func row(
    _ number: String, _ service: RoomServiceState = .inService, of department: RoomBoardRow.DepartmentLabel = medical,
    kind: RoomKind = .general, features: String = "", since: Timestamp = moment("2026/11/21", 13, 24),
    reason: String = "", reopens: Timestamp? = nil, patient name: PersonName? = nil, isolation: IsolationKind? = nil,
    leaves: Timestamp? = nil, hold: RoomBoardRow.HoldLine? = nil
  ) -> RoomBoardRow {
    let occupancy = name.map { name in
      RoomBoardRow.Occupancy(
        stay: StayID("s"), admission: AdmissionID("a"), patient: line(name, 5), since: moment("2026/11/17", 9, 20),
        doctor: DoctorID("d"), doctorName: PersonName(family: "Lindqvist", given: "Maja"), staff: StaffID("n"),
        staffName: PersonName(family: "Okafor", given: "Ngozi"), isolation: isolation, expectedDischarge: leaves)
    }
    return RoomBoardRow(
      id: RoomID(number), number: number, kind: kind, features: features, department: department,
      service: .init(state: service, since: since, reason: reason, reopensAt: reopens, version: 1),
      occupancy: occupancy,
      hold: hold)
  }

  static let heldForDuarte = RoomBoardRow.HoldLine(
    id: HoldID("h"), patient: line(duarte, 98_114), madeAt: moment("2026/11/21", 12),
    expiresAt: moment("2026/11/21", 15))

  static let rooms = [
    row("4A-12", features: "oxygen"), row("4A-2", .housekeeping),
    row("4A-3", .contaminated, since: moment("2026/11/21", 12)), row("4A-4", hold: heldForDuarte),
    row("4A-5", patient: oyelaran, leaves: moment("2026/11/21", 16)),
    row(
      "10B-1", of: surgical, kind: .intensiveCare, patient: PersonName(family: "O'Brien", given: "Áine"),
      isolation: .contact, leaves: moment("2026/11/21", 12)),
    row("10B-2", .closed, of: surgical, reason: "broken call bell", reopens: moment("2026/11/22", 10)),
    row("10B-3", of: surgical, patient: PersonName(family: "Murphy", given: "Sean")),
  ]

  static func numbers(_ rows: [RoomBoardRow]) -> [String] { rows.map(\.number) }
}

@Suite("The board's counts, filter and order (A1)")
struct BoardTests {
  @Test func countsEqualTheSumOfTheStates() {
    let counts = BoardCounts(SampleBoard.rooms, at: now)
    #expect((counts.free, counts.occupied, counts.housekeeping, counts.held, counts.shut) == (1, 3, 2, 1, 1))
    #expect(counts.total == SampleBoard.rooms.count)
    #expect(counts.isolated == 1)
    #expect(counts.percentOccupied == 38)
    #expect(BoardCounts().percentOccupied == 0)
    #expect(BoardCounts([.occupied, .isolated]).percentOccupied == 100)
  }

  @Test func everyCodeIsCountedOnce() {
    for code in BedCode.allCases { #expect(BoardCounts([code]).total == 1) }
  }

  @Test func wardsAreCountedInTheirOrder() {
    let wards = WardCounts.all(SampleBoard.rooms, at: now)
    #expect(wards.map(\.department.name) == ["4A Medical", "10B Surgical"])
    #expect(wards.map(\.counts.total) == [5, 3])
  }

  @Test(arguments: [
    ("", ["4A-12", "4A-2", "4A-3", "4A-4", "4A-5", "10B-1", "10B-2", "10B-3"]), ("state:free", ["4A-12"]),
    ("state:free,housekeeping ward:4A", ["4A-12", "4A-2"]), ("s:occupied", ["4A-5", "10B-1", "10B-3"]),
    ("state:o", ["4A-5", "10B-3"]),
    ("state:iso", ["10B-1"]), ("ward:10b", ["10B-1", "10B-2", "10B-3"]), ("ward:surg", ["10B-1", "10B-2", "10B-3"]),
    ("ward:4A,10B state:closed", ["10B-2"]), ("kind:icu", ["10B-1"]), ("4A-1", ["4A-12"]),
    ("4a-", ["4A-12", "4A-2", "4A-3", "4A-4", "4A-5"]),
    ("okafor", ["4A-5", "10B-1", "10B-3"]), ("lind", ["4A-5", "10B-1", "10B-3"]), ("duarte", ["4A-4"]),
    ("ines", ["4A-4"]),
    ("o'brien", ["10B-1"]), ("OBRIEN", ["10B-1"]), ("aine", ["10B-1"]), ("sean murphy", ["10B-3"]), ("sean 4A", []),
    ("oxygen", ["4A-12"]),
    ("free", ["4A-12"]), ("housek", ["4A-2"]), ("free, housekeeping", ["4A-12", "4A-2"]),
    ("free,housekeeping 4A-2", ["4A-2"]), ("duarte, ines", ["4A-4"]),
    ("bell", ["10B-2"]), ("medical duarte", ["4A-4"]), ("zz", []), ("ward:99", []),
  ])
  func filters(typed: String, numbers: [String]) throws {
    let filter = try BoardFilter(entry: typed)
    #expect(SampleBoard.numbers(SampleBoard.rooms.filter { filter.shows($0, at: now) }) == numbers)
    #expect(filter.isEmpty == typed.isEmpty)
  }

  @Test(arguments: [
    ("", "all rooms"),
    ("state:free,housekeeping ward:4A kind:icu okafor", "free, housekeeping · ward 4A · intensive care · okafor"),
    ("s:held,free", "free, held"), ("duarte ines", "duarte ines"),
  ])
  func aFilterDescribesItself(typed: String, words: String) throws {
    #expect(try BoardFilter(entry: typed).description == words)
  }

  @Test(arguments: [
    ("floor:3", "there is no \"floor:\"; use state:, ward: or kind:, or type a room or a name"),
    ("state:", "name a state after state: such as state:free,housekeeping"),
    ("ward:,", "name a ward after ward: such as ward:4A"),
    ("state:nice", "type free, occupied, housekeeping, contaminated, closed, isolated or held"),
    ("kind:", "name a kind after kind: such as kind:icu"),
  ])
  func aWrongKeyIsExplained(typed: String, sentence: String) {
    #expect(problem { () throws(Misentry) in try BoardFilter(entry: typed) } == sentence)
  }

  @Test func aHoldThatEndsShowsTheRoomAsFree() throws {
    let filter = try BoardFilter(entry: "state:free")
    #expect(
      SampleBoard.numbers(SampleBoard.rooms.filter { filter.shows($0, at: moment("2026/11/21", 15)) }) == [
        "4A-12", "4A-4",
      ])
  }

  @Test(arguments: [
    (BoardSort.room, false, ["4A-2", "4A-3", "4A-4", "4A-5", "4A-12", "10B-1", "10B-2", "10B-3"]),
    (.room, true, ["10B-3", "10B-2", "10B-1", "4A-12", "4A-5", "4A-4", "4A-3", "4A-2"]),
    (.state, false, ["4A-12", "4A-2", "4A-3", "4A-4", "4A-5", "10B-3", "10B-1", "10B-2"]),
    (.patient, false, ["10B-3", "10B-1", "4A-5", "4A-2", "4A-3", "4A-4", "4A-12", "10B-2"]),
    (.patient, true, ["4A-5", "10B-1", "10B-3", "4A-2", "4A-3", "4A-4", "4A-12", "10B-2"]),
    (.leaving, false, ["10B-1", "4A-5", "4A-2", "4A-3", "4A-4", "4A-12", "10B-2", "10B-3"]),
    (.since, false, ["4A-5", "10B-1", "10B-3", "4A-3", "4A-4", "4A-2", "4A-12", "10B-2"]),
  ])
  func sorts(order: BoardSort, reversed: Bool, numbers: [String]) {
    #expect(SampleBoard.numbers(order.sorted(SampleBoard.rooms.shuffled(), at: now, reversed: reversed)) == numbers)
  }

  @Test func theOrdersGoRound() {
    var order = BoardSort.room
    for _ in BoardSort.allCases { order = order.next }
    #expect(order == .room)
  }

  @Test func aRowSaysSinceWhenAndWhatOfIt() {
    let notes = SampleBoard.rooms.map { $0.note(at: now) }
    #expect(
      notes == [
        "oxygen", "38 min", "2 h 02 min", "DUARTE, Inês", "OYELARAN, Tunde", "O'BRIEN, Áine", "broken call bell",
        "MURPHY, Sean",
      ])
    #expect(SampleBoard.rooms[3].since(at: now) == moment("2026/11/21", 12))
    #expect(SampleBoard.rooms[3].since(at: moment("2026/11/21", 16)) == moment("2026/11/21", 15))
  }
}

@Suite("A forecast of free rooms (A7)")
struct BedForecastTests {
  static let forecast = BedForecast(SampleBoard.rooms, at: now, clock: .utc)

  @Test(
    arguments: [
      ("4A-12", nil, "2026/11/21 14:02"), ("4A-2", "housekeeping since 13:24, longer than usual", "2026/11/21 14:02"),
      ("4A-3", "contaminated since 12:00, longer than usual", "2026/11/21 14:02"),
      ("4A-4", "held for DUARTE, Inês until 15:00", "2026/11/21 15:00"),
      ("4A-5", "occupied, expected to leave 2026/11/21 16:00", "2026/11/21 16:30"),
      ("10B-1", "isolated (contact), should have left 2026/11/21 12:00", "2026/11/21 15:32"),
      ("10B-2", "closed: broken call bell, reopens 2026/11/22 10:00", "2026/11/22 10:00"),
      ("10B-3", "occupied, nobody has said until when", nil),
    ] as [(String, String?, String?)])
  func saysWhenAndWhyNot(number: String, reason: String?, freeAt: String?) throws {
    let line = try #require(Self.forecast.lines.first { $0.room.number == number })
    #expect(line.reason == reason)
    #expect(line.freeAt.map(LocalTime.utc.text) == freeAt)
  }

  @Test func addsUpByWard() {
    let wards = Self.forecast.wards
    #expect(wards.map(\.department.name) == ["4A Medical", "10B Surgical"])
    #expect(
      wards.map { [$0.total, $0.now, $0.within2Hours, $0.within6Hours, $0.within24Hours] } == [
        [5, 1, 4, 5, 5], [3, 0, 1, 1, 2],
      ])
  }

  @Test func cleaningTakesItsUsualTime() {
    func line(_ service: RoomServiceState, _ since: Timestamp) -> BedForecast.Line {
      BedForecast([SampleBoard.row("4A-1", service, since: since)], at: now, clock: .utc).lines[0]
    }
    #expect(line(.housekeeping, now - .minutes(10)).freeAt == now + .minutes(20))
    #expect(line(.housekeeping, now - .minutes(10)).reason == "housekeeping since 13:52, usually ready 14:22")
    #expect(line(.contaminated, now - .minutes(10)).freeAt == now + .minutes(80))
    #expect(line(.housekeeping, now - .hours(20)).reason == "housekeeping since 2026/11/20 18:02, longer than usual")
  }

  @Test func aBrokenPromiseIsNoForecast() {
    let rooms = [
      SampleBoard.row("1", .closed, reason: "paint", reopens: now), SampleBoard.row("2", .closed, reason: "paint"),
      SampleBoard.row("3", .housekeeping, since: now, hold: SampleBoard.heldForDuarte),
    ]
    let lines = BedForecast(rooms, at: now, clock: .utc).lines
    #expect(lines[0].freeAt == nil && lines[0].reason == "closed: paint, should have reopened 2026/11/21 14:02")
    #expect(lines[1].freeAt == nil && lines[1].reason == "closed: paint, nobody has said until when")
    #expect(lines[2].freeAt == moment("2026/11/21", 15))
    #expect(lines[2].reason == "housekeeping since 14:02, usually ready 14:32, then held for DUARTE, Inês")
  }

  @Test func everyRoomNotOfferedSaysWhy() {
    for line in Self.forecast.lines { #expect((line.reason == nil) == (line.room.code(at: now) == .free)) }
  }
}
