import Testing

@testable import HospitalDomain

@Suite("Departments, rooms and employees are recorded (A6, B1, B2, H1)")
struct StaffEntryTests {
  static let employee = EmployeeEntry([
    .number: "d-031", .familyName: "Lindqvist", .givenName: "Maja", .jobTitle: "doctor", .department: "4a",
    .address: "2 Quay Lane", .telephone: "0871551009", .email: "",
  ])

  func wrongFields<Value>(_ check: () throws(InvalidEntry) -> Value) -> [String] {
    do throws(InvalidEntry) {
      _ = try check()
      return []
    } catch {
      return error.problems.map(\.field)
    }
  }

  @Test func anEmployeeIsRead() throws {
    let details = try Self.employee.check()
    #expect(details.number.text == "D-031" && details.department == "4A" && details.jobTitle == .doctor)
    #expect(details.name.listed == "LINDQVIST, Maja")
    #expect(details.email == nil)
  }

  /// B2: a number, a name, an address, a telephone number and exactly one department.
  @Test(arguments: EmployeeEntry.Field.allCases)
  func whatAnEmployeeNeeds(_ field: EmployeeEntry.Field) {
    var entry = Self.employee
    entry[field] = ""
    #expect(wrongFields { () throws(InvalidEntry) in try entry.check() } == (field == .email ? [] : [field.rawValue]))
    entry[field] = "\u{202E}"
    #expect(wrongFields { () throws(InvalidEntry) in try entry.check() } == [field.rawValue])
  }

  @Test func everyWrongFieldIsNamed() {
    #expect(
      wrongFields { () throws(InvalidEntry) in try EmployeeEntry().check() }
        == EmployeeEntry.Field.allCases.map(\.rawValue).filter { $0 != "email" })
    #expect(wrongFields { () throws(InvalidEntry) in try RoomEntry().check() } == ["number", "department", "kind"])
    #expect(
      wrongFields { () throws(InvalidEntry) in try DepartmentEntry().check() } == ["number", "name", "telephone"])
  }

  @Test func aRoomIsRead() throws {
    let room = try RoomEntry([
      .number: "3b-12-a", .department: "3B", .bay: "3b-12", .kind: "semi", .features: "oxygen, monitor",
      .genderRule: "women",
    ]).check()
    #expect(
      room
        == RoomDetails(
          number: "3B-12-A", department: "3B", bay: "3B-12", kind: .semiPrivate, features: "oxygen, monitor",
          genderRule: .women))
  }

  @Test func aBedSpaceIsNumberedByItsBay() {
    let entry = RoomEntry([.number: "3B-12", .department: "3B", .bay: "3B-12", .kind: "general"])
    #expect(wrongFields { () throws(InvalidEntry) in try entry.check() } == ["bay"])
  }

  @Test func aDepartmentIsRead() throws {
    let department = try DepartmentEntry([.number: "4a", .name: "Medical", .telephone: "none", .genderRule: ""]).check()
    #expect(department == DepartmentDetails(number: "4A", name: "Medical", telephone: .noNumber))
  }

  @Test(arguments: [
    ("nurse", JobTitle.nurse), ("Head Nurse", .headNurse), ("record-officer", .recordOfficer),
    ("phys", .physiotherapist), ("radio", .radiographer),
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
