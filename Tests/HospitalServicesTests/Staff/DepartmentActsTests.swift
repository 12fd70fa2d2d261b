import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Departments are added, changed and retired by administrators (A6, B1, H2).
struct DepartmentActsTests {
  let hospital: TestHospital

  init() throws { hospital = try TestHospital() }

  private func service(_ role: Role = .administrator) -> StaffService { StaffService(hospital.session(role)) }
  private func medical() throws -> Department { try #require(try service().departments().first) }
  private func newest() throws -> AuditEntry? { try hospital.read { try $0.audit.newest(1).first } }

  @Test("H2: only administrators add, change and retire departments; others are told who can", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let (mine, department) = (service(role), try medical())
    let acts: [() throws -> Void] = [
      { _ = try mine.addDepartment(name: "4D Cardiac", genderRule: .any) },
      { try mine.change(department, name: "4A General", genderRule: .any, because: "renamed") },
      { try mine.retire(department, because: "closed") },
    ]
    for act in acts {
      let refusal = try refusal(of: act)
      if role == .administrator { continue }
      #expect(refusal?.permittedRoles == [.administrator])
      #expect(try newest()?.action == .refused)
    }
    #expect(try service().departments().count == (role == .administrator ? 3 : 2))
  }

  @Test("H2: whoever works here sees departments, rooms and people counted", arguments: Role.allCases)
  func census(_ role: Role) throws {
    guard role != .patient else {
      #expect(try refusal { try service(role).census() } != nil)
      return
    }
    let census = try service(role).census()
    #expect(census.map(\.rooms) == [5, 1] && census.map(\.people) == [2, 2])
  }

  @Test("A6: each act stands in the audit trail with its reason")
  func audit() throws {
    _ = try service().addDepartment(name: "4D Cardiac", genderRule: .any)
    #expect(try newest()?.action == .create)
    let cardiac = try #require(try service().departments().last)
    #expect(cardiac.name == "4D Cardiac" && cardiac.number == 3)
    #expect(try newest()?.subject == AuditSubject(kind: "department", id: cardiac.id.text))
    try service().change(cardiac, name: "4D Heart", genderRule: .women, because: "plainer")
    #expect(try newest()?.action == .update)
    #expect(try newest()?.reason == "plainer")
    let heart = try #require(try service().departments().last)
    try service().retire(heart, because: "moved to 5D")
    #expect(try newest()?.reason == "moved to 5D" && newest()?.subject.id == heart.id.text)
    #expect(try service().departments().count == 2)
  }

  @Test("B10: a department is changed or retired for a written reason")
  func reasons() throws {
    let department = try medical()
    let refused = [
      try refusal { try service().change(department, name: "4A General", genderRule: .any, because: " ") },
      try refusal { try service().retire(department, because: "") },
    ]
    #expect(refused.allSatisfy { $0?.field == "reason" })
  }

  @Test("A6: a department with rooms or people is not retired, by the database neither")
  func inUse() throws {
    let department = try medical()
    let refused = try refusal { try service().retire(department, because: "closed") }
    #expect(refused?.sentence == "4A Medical has 5 rooms and 2 employees; move or retire them first.")
    #expect(try service().census().first?.refusal == refused)
    let guarded = try hospital.refusal(
      of: "UPDATE department SET retired_at = 1, version = version + 1 WHERE id = \(department.id)")
    #expect(guarded != nil)
  }

  @Test("B1: two departments in use do not share a name, in the database neither")
  func names() throws {
    let refused = try refusal { try service().addDepartment(name: "4b surgical", genderRule: .any) }
    #expect(refused?.field == "name")
    let department = try medical()
    #expect(
      try refusal { try service().change(department, name: "4B Surgical", genderRule: .any, because: "x") } != nil)
    let guarded = try hospital.refusal(
      of: "UPDATE department SET name = '4B Surgical', version = version + 1 WHERE id = \(department.id)")
    #expect(guarded != nil)
  }

  @Test("Whoever was slower is told, and nothing of the faster is lost")
  func meanwhile() throws {
    let department = try medical()
    try service().change(department, name: "4A General", genderRule: .any, because: "renamed")
    let refused = try refusal { try service().change(department, name: "4A Acute", genderRule: .any, because: "too") }
    #expect(refused == .changedMeanwhile)
    #expect(try medical().name == "4A General")
  }
}
