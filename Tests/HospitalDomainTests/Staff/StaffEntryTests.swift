import Testing

@testable import HospitalDomain

@Suite("Departments, rooms and employees are recorded (A6, B1, B2, H1)")
struct StaffEntryTests {
  static let departments = [
    department(1, "4A Medical"), department(2, "4B Surgical"), department(3, "Intensive care"),
    department(5, "Old wing", retired: true),
  ]

  static func department(_ number: Int64, _ name: String, retired: Bool = false) -> Department {
    Department(
      id: DepartmentID("d\(number)"), number: number, name: name, genderRule: .any, retiredAt: retired ? now : nil,
      version: 1)
  }

  static let doctor = EmployeeEntry(
    .doctor,
    [
      .familyName: "Lindqvist", .givenName: "Maja", .occupation: "Orthopaedics", .department: "4a",
      .address: "2 Quay Lane",
      .telephone: "0871551009",
    ])

  func wrongFields<Value>(_ check: () throws(InvalidEntry) -> Value) -> [String] {
    do throws(InvalidEntry) {
      _ = try check()
      return []
    } catch {
      return error.problems.map(\.field)
    }
  }

  @Test func aDoctorIsRead() throws {
    let profile = try Self.doctor.check(departments: Self.departments)
    #expect(profile.name.listed == "LINDQVIST, Maja")
    #expect(profile.department == DepartmentID("d1") && profile.occupation == "Orthopaedics")
  }

  /// B2: a name, an address, a telephone number and exactly one department.
  @Test(arguments: EmployeeEntry.Field.allCases)
  func whatAnEmployeeNeeds(_ field: EmployeeEntry.Field) {
    for bad in ["", "\u{202E}"] {
      var entry = Self.doctor
      entry[field] = bad
      #expect(
        wrongFields { () throws(InvalidEntry) in try entry.check(departments: Self.departments) } == [field.rawValue])
    }
  }

  @Test func aMemberOfStaffHasAJobTitle() throws {
    var entry = EmployeeEntry(.staff, Self.doctor.texts)
    #expect(wrongFields { () throws(InvalidEntry) in try entry.check(departments: Self.departments) } == ["occupation"])
    entry[.occupation] = "record-officer"
    #expect(try entry.check(departments: Self.departments).occupation == "record officer")
  }

  @Test func everyWrongFieldIsNamedInOrder() {
    #expect(
      wrongFields { () throws(InvalidEntry) in try EmployeeEntry(.staff).check(departments: []) }
        == EmployeeEntry.Field.allCases.map(\.rawValue))
    #expect(
      wrongFields { () throws(InvalidEntry) in try RoomEntry().check(departments: []) } == [
        "department", "number", "kind",
      ])
    #expect(
      wrongFields { () throws(InvalidEntry) in try DepartmentEntry([.genderRule: "x"]).check() } == [
        "name", "genderRule",
      ])
  }

  @Test func aRoomIsRead() throws {
    let entry = RoomEntry([
      .number: "4b-12-a", .department: "surg", .bay: "4b-12", .kind: "semi", .features: "oxygen, monitor",
    ])
    let room = try entry.check(departments: Self.departments)
    #expect(room.number == "4B-12-A" && room.bay == "4B-12" && room.kind == .semiPrivate)
    #expect(room.department == DepartmentID("d2") && room.features == "oxygen, monitor")
  }

  @Test func aBedSpaceIsNumberedByItsBay() {
    let entry = RoomEntry([.number: "4B-12", .department: "4B", .bay: "4B-12", .kind: "general"])
    #expect(wrongFields { () throws(InvalidEntry) in try entry.check(departments: Self.departments) } == ["bay"])
  }

  @Test func aDepartmentIsRead() throws {
    let department = try DepartmentEntry([.name: " 4C  Maternity ", .genderRule: "women"]).check()
    #expect(department == DepartmentDescription(name: "4C Maternity", genderRule: .women))
  }

  @Test(
    arguments: [("1", 1), ("4A Medical", 1), ("4a", 1), ("MEDICAL", 1), ("sur", 2), ("intensive", 3), ("care", 3)]
      as [(String, Int64)])
  func aDepartmentIsFound(typed: String, number: Int64) throws {
    #expect(try Department.named(typed, among: Self.departments).number == number)
  }

  @Test(arguments: [
    ("", "type the department, or press F4 for the list"), ("9", "there is no such department; press F4 for the list"),
    ("old", "there is no such department; press F4 for the list"), ("4", "type one of 4A Medical or 4B Surgical"),
  ])
  func anotherDepartmentIsNot(typed: String, sentence: String) {
    #expect(problem { () throws(Misentry) in try Department.named(typed, among: Self.departments) } == sentence)
  }

  @Test(arguments: [
    ("nurse", JobTitle.nurse), ("Head Nurse", .headNurse), ("record-officer", .recordOfficer),
    ("phys", .physiotherapist),
    ("radio", .radiographer),
  ])
  func aJobTitleIsRead(typed: String, title: JobTitle) throws {
    #expect(try JobTitle(entry: typed) == title)
  }

  @Test(arguments: [("head", "type one of head doctor or head nurse"), ("", "type the job title, such as nurse")])
  func anotherJobTitleIsRefused(typed: String, sentence: String) {
    #expect(problem { () throws(Misentry) in try JobTitle(entry: typed) } == sentence)
  }

  @Test func titlesHaveTheirRoles() {
    #expect(JobTitle.recordOfficer.usualRole == .reception)
    #expect(JobTitle.porter.usualRole == nil)
    #expect(JobTitle.allCases.filter(\.isDoctor) == [.doctor, .headDoctor])
    #expect(Set(JobTitle.allCases.map(\.title)).count == JobTitle.allCases.count)
  }
}
