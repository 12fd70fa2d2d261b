import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Doctors and staff are added, changed and leave; those with patients stay (B2, H1, H2).
struct EmployeeActsTests {
  let hospital: TestHospital

  init() throws { hospital = try TestHospital() }

  private func service(_ role: Role = .humanResources) -> StaffService { StaffService(hospital.session(role)) }
  private func newest() throws -> AuditEntry? { try hospital.read { try $0.audit.newest(1).first } }

  private func profile(_ family: String, _ occupation: String) -> EmployeeProfile {
    EmployeeProfile(
      name: PersonName(family: family, given: "Ada"), address: "3 Hill Road", telephone: "0210000003",
      occupation: occupation, department: hospital.samples.medical)
  }

  @Test("H2: human resources and administrators manage staff, nobody else", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let mine = service(role)
    let doctor = try #require(try service().doctors().last)
    let member = try #require(try service().staff().last)
    let acts: [() throws -> Void] = [
      { _ = try mine.addDoctor(profile("Byrne", "Orthopaedics")) },
      { _ = try mine.addStaff(profile("Byrne", "nurse")) },
      { try mine.change(doctor, to: profile("Mbeki", "surgery"), because: "moved") },
      { try mine.change(member, to: profile("Tanaka", "nurse"), because: "moved") },
      { try mine.leave(try #require(try mine.doctors().last), because: "retired") },
      { try mine.leave(try #require(try mine.staff().last), because: "retired") },
    ]
    for act in acts where role != .patient {
      let refusal = try refusal(of: act)
      if [.humanResources, .administrator].contains(role) {
        #expect(refusal == nil)
      } else {
        #expect(refusal?.permittedRoles == [.humanResources, .administrator])
        #expect(try newest()?.action == .refused)
      }
    }
    if role == .patient { #expect(try refusal(of: acts[0]) != nil && refusal(of: acts[1]) != nil) }
  }

  @Test("B2: each act stands in the audit trail with its reason, and the next number is given")
  func audit() throws {
    _ = try service().addDoctor(profile("Byrne", "Orthopaedics"))
    #expect(try newest()?.action == .create)
    let byrne = try #require(try service().doctors().first { $0.details.name.family == "Byrne" })
    #expect(byrne.number == "D-0003")
    #expect(try newest()?.subject == AuditSubject(kind: "doctor", id: byrne.id.text))
    let nurse = try service().addStaff(profile("Byrne", "nurse"))
    #expect(try newest()?.subject == AuditSubject(kind: "staff", id: nurse.text))
    try service().change(byrne, to: profile("Byrne", "Cardiology"), because: "new post")
    #expect(try newest()?.reason == "new post")
    let changed = try #require(try service().doctors().first { $0.id == byrne.id })
    #expect(changed.details.occupationTitle == "Cardiology")
    try service().leave(changed, because: "retired")
    #expect(try newest()?.reason == "retired" && newest()?.subject.id == byrne.id.text)
    #expect(try service().doctors().count == 2)
  }

  @Test("Those who have patients do not leave; the refusal says in which rooms, and the database refuses too")
  func patients() throws {
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    let doctor = try #require(try service().doctors().first)
    let nurse = try #require(try service().staff().first)
    for refused in [
      try refusal(of: { try service().leave(doctor, because: "x") }),
      try refusal(of: { try service().leave(nurse, because: "x") }),
    ] {
      #expect(refused?.code == "staff.hasPatients" && refused?.sentence.contains("4A-01") == true)
    }
    for table in ["doctor", "staff"] {
      let id = table == "doctor" ? doctor.id.text : nurse.id.text
      let guarded =
        table == "doctor"
        ? try hospital.refusal(of: "UPDATE doctor SET left_at = 1, version = version + 1 WHERE id = \(id)")
        : try hospital.refusal(of: "UPDATE staff SET left_at = 1, version = version + 1 WHERE id = \(id)")
      #expect(guarded != nil)
    }
    try hospital.discharge(from: hospital.samples.rooms[0])
    #expect(try refusal { try service().leave(doctor, because: "retired") } == nil)
  }

  @Test("B10: people are changed and leave for a written reason")
  func reasons() throws {
    let (doctor, nurse) = (try #require(try service().doctors().last), try #require(try service().staff().last))
    for refused in [
      try refusal { try service().change(doctor, to: profile("Mbeki", "surgery"), because: " ") },
      try refusal { try service().change(nurse, to: profile("Tanaka", "nurse"), because: " ") },
      try refusal { try service().leave(doctor, because: "") }, try refusal { try service().leave(nurse, because: "") },
    ] {
      #expect(refused?.field == "reason")
    }
  }

  @Test("A6: a retired department takes no people")
  func retiredDepartment() throws {
    let departments = StaffService(hospital.session(.administrator))
    let attic = try departments.addDepartment(name: "9Z Attic", genderRule: .any)
    try departments.retire(try #require(try departments.departments().first { $0.id == attic }), because: "closed")
    var there = profile("Byrne", "nurse")
    there.department = attic
    let (doctor, nurse) = (try #require(try service().doctors().last), try #require(try service().staff().last))
    for refused in [
      try refusal { try service().addDoctor(there) }, try refusal { try service().addStaff(there) },
      try refusal { try service().change(doctor, to: there, because: "moved") },
      try refusal { try service().change(nurse, to: there, because: "moved") },
    ] {
      #expect(refused?.code == "department.retired" && refused?.field == "department")
    }
  }

  @Test("H1: what somebody does is told in words, never as a code")
  func words() throws {
    _ = try service().addStaff(profile("Byrne", JobTitle.healthcareAssistant.rawValue))
    let byrne = try #require(try service().staff().first { $0.details.name.family == "Byrne" })
    #expect(byrne.details.occupationTitle == "healthcare assistant")
  }
}
