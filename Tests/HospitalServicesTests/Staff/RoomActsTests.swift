import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Rooms are added, one or a run at once, changed and retired by administrators (A6, H2).
struct RoomActsTests {
  let hospital: TestHospital

  init() throws { hospital = try TestHospital() }

  private func service(_ role: Role = .administrator) -> RoomService { RoomService(hospital.session(role)) }
  private func board() throws -> [RoomBoardRow] { try BedService(hospital.session(.nurse)).board() }
  private func room(_ number: String) throws -> RoomBoardRow { try #require(try board().first { $0.number == number }) }

  private func details(_ number: String) -> RoomDescription {
    RoomDescription(
      department: hospital.samples.medical, number: number, bay: "", kind: .private, features: "oxygen")
  }

  @Test("H2: only administrators add, change and retire rooms", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let mine = service(role)
    let (first, last) = (try room("4A-02"), try room("4A-03"))
    let acts: [() throws -> Void] = [
      { _ = try mine.add([details("4A-21"), details("4A-22")]) },
      { try mine.change(first, to: details("4A-20"), because: "renumbered") },
      { try mine.retire(last.id, because: "now an office") },
    ]
    for act in acts {
      let refusal = try refusal(of: act)
      #expect(role == .administrator ? refusal == nil : refusal?.permittedRoles == [.administrator])
    }
    #expect(try board().count == (role == .administrator ? 7 : 6))
  }

  @Test("A run is added whole or not at all, and each room has its entry in the audit trail")
  func run() throws {
    let numbers = try RoomRun.numbers(from: "4A-21", to: "4A-24")
    try service().add(numbers.map(details))
    #expect(try board().count == 10)
    let entries = try hospital.read { try $0.audit.newest(4) }
    #expect(entries.allSatisfy { $0.action == .create && $0.reason == "4 rooms in one act" })
    let added = try ["4A-21", "4A-22", "4A-23", "4A-24"].map { try room($0).id.text }
    #expect(Set(entries.map(\.subject.id)) == Set(added))
    let refused = try refusal { try service().add(["4A-25", "4A-24"].map(details)) }
    #expect(refused?.field == "number" && refused?.sentence.contains("4A-24") == true)
    #expect(try board().count == 10)
  }

  @Test("H5: the entry of a room that was added names the room")
  func entryOfOne() throws {
    let id = try service().add(details("4A-21"))
    let entry = try #require(try hospital.read { try $0.audit.newest(1).first })
    #expect(entry.action == .create && entry.subject == AuditSubject(kind: "room", id: id.text))
  }

  @Test("B10: a room is changed or retired for a written reason", arguments: ["", "   "])
  func reasons(_ blank: String) throws {
    let row = try room("4A-02")
    #expect(try refusal { try service().change(row, to: details("4A-02"), because: blank) }?.field == "reason")
    #expect(try refusal { try service().retire(row.id, because: blank) }?.field == "reason")
    #expect(try room("4A-02") == row)
  }

  @Test("A6: a retired department takes no room")
  func retiredDepartment() throws {
    let people = StaffService(hospital.session(.administrator))
    let attic = try people.addDepartment(name: "9Z Attic", genderRule: .any)
    try people.retire(try #require(try people.departments().first { $0.id == attic }), because: "closed")
    let there = RoomDescription(department: attic, number: "9Z-01", bay: "", kind: .private, features: "")
    let row = try room("4A-02")
    for refused in [
      try refusal { try service().add(there) }, try refusal { try service().add([there]) },
      try refusal { try service().change(row, to: there, because: "moved") },
    ] {
      #expect(refused?.code == "department.retired" && refused?.field == "department")
      #expect(refused?.sentence.contains("9Z Attic") == true)
    }
  }

  @Test("An occupied room is not retired, by the database neither")
  func occupied() throws {
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    let row = try room("4A-01")
    #expect(try refusal { try service().retire(row.id, because: "x") }?.sentence.contains("DUARTE") == true)
    #expect(
      try hospital.refusal(of: "UPDATE room SET retired_at = 1, version = version + 1 WHERE id = \(row.id)") != nil)
    #expect(
      try hospital.refusal(of: "UPDATE room SET number = '4A-02', version = version + 1 WHERE id = \(row.id)") != nil)
  }

  @Test(
    "The numbers of a run",
    arguments: [
      ("4A-01", "4a-03", ["4A-01", "4A-02", "4A-03"]), ("9", "11", ["9", "10", "11"]),
      ("3B-12-A", "3B-12-C", ["3B-12-A", "3B-12-B", "3B-12-C"]),
    ])
  func numbers(first: String, last: String, all: [String]) throws {
    #expect(try RoomRun.numbers(from: first, to: last) == all)
  }

  @Test("A run that is none is refused", arguments: ["4B-03", "4A-01", "4A-X", "4A-199", "4A-"])
  func noRun(last: String) {
    #expect(throws: Misentry.self) { try RoomRun.numbers(from: "4A-01", to: last) }
  }
}
