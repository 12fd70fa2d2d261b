import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Accounts are added, given roles and passwords, and locked by administrators (H1, H2).
struct AccountActsTests {
  let hospital: TestHospital
  private static let password = "three green boats"

  init() throws { hospital = try TestHospital() }

  private func service(_ role: Role = .administrator) -> AccountService { AccountService(hospital.session(role)) }
  private func newest() throws -> AuditEntry? { try hospital.read { try $0.audit.newest(1).first } }
  private func account(_ username: String) throws -> Account? {
    try service().accounts().first { $0.username == username }
  }

  @Test("H2: only administrators add, change and lock accounts", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let mine = service(role)
    let acts: [() throws -> Void] = [
      { _ = try mine.add(username: "byrne", fullName: "Byrne, Ada", role: .nurse, password: Self.password) },
      { try mine.setRole(.headNurse, of: "nurse", because: "promoted") },
      { try mine.reset("nurse", password: Self.password) },
      { try mine.setLocked(true, "nurse", because: "on leave") },
      { try mine.setEmployee(.staff(hospital.samples.staff[0]), of: "nurse", because: "theirs") },
    ]
    for act in acts {
      let refusal = try refusal(of: act)
      #expect(role == .administrator ? refusal == nil : refusal?.code == "access.notPermitted")
      let noted: [AuditAction] = role == .administrator ? [.create, .update] : [.refused]
      let action = try #require(try newest()?.action)
      #expect(noted.contains(action))
    }
    #expect(try account("nurse")?.isLocked == (role == .administrator))
    #expect(try account("nurse")?.role == (role == .administrator ? .headNurse : .nurse))
  }

  @Test("H5: only administrators and auditors read the audit trail", arguments: Role.allCases)
  func trail(_ role: Role) throws {
    let refused = try refusal { try AuditService(hospital.session(role)).open(.trail(AuditChoice())) }
    #expect((refused == nil) == [.administrator, .auditor].contains(role))
    if let refused { #expect(refused.sentence.hasSuffix("administrators and auditors can.")) }
  }

  @Test("One name, one account: in the database too")
  func names() throws {
    let refused = try refusal {
      try service().add(username: "Nurse", fullName: "Byrne, Ada", role: .nurse, password: Self.password)
    }
    #expect(refused?.field == "username")
    #expect(
      try hospital.refusal(
        of: "UPDATE account SET username = 'nurse', version = version + 1 WHERE username = 'cashier'")
        != nil)
  }

  @Test("H1: one account is for one employee, who is at work; the refusal says whose it is")
  func employees() throws {
    let (doctors, staff) = (hospital.samples.doctors, hospital.samples.staff)
    #expect(try service().employeesWithoutAccount().map(\.number) == ["D-0001", "D-0002", "S-0001", "S-0002"])
    _ = try service().add(
      username: "lindqvist", fullName: "Lindqvist, Maja", role: .doctor, password: Self.password,
      employee: .doctor(doctors[0]))
    #expect(try account("lindqvist")?.employee == .doctor(doctors[0]))
    #expect(try account("lindqvist")?.employeeNumber == "D-0001")
    let second = try refusal {
      try service().add(
        username: "maja", fullName: "Lindqvist, Maja", role: .doctor, password: Self.password,
        employee: .doctor(doctors[0]))
    }
    #expect(second?.field == "employee" && second?.sentence.contains("lindqvist") == true)
    #expect(try account("maja") == nil)
    try service().setEmployee(.staff(staff[0]), of: "nurse", because: "theirs")
    #expect(try account("nurse")?.employeeNumber == "S-0001" && newest()?.reason == "theirs")
    #expect(try service().employeesWithoutAccount().map(\.number) == ["D-0002", "S-0002"])
    try service().setEmployee(.staff(staff[0]), of: "nurse", because: "still theirs")
    let taken = try refusal { try service().setEmployee(.staff(staff[0]), of: "headnurse", because: "x") }
    #expect(taken?.code == "access.employeeHasAccount")
    try service().setEmployee(nil, of: "nurse", because: "by mistake")
    #expect(try account("nurse")?.employee == nil)
  }

  @Test("H1: an account is not given to those who left, to nobody on file, or to a patient's holder")
  func otherEmployees() throws {
    let people = StaffService(hospital.session(.humanResources))
    try people.leave(try #require(try people.staff().last), because: "retired")
    func attempt(_ employee: EmployeeReference, _ username: String = "nurse", because reason: String = "x") throws
      -> String?
    {
      try refusal { try service().setEmployee(employee, of: username, because: reason) }?.code
    }
    #expect(try attempt(.staff(hospital.samples.staff[1])) == "staff.left")
    #expect(try attempt(.staff(Identifier("nobody"))) == "access.noSuchEmployee")
    #expect(try attempt(.staff(hospital.samples.staff[0]), "patient") == "access.patientAccount")
    #expect(try attempt(.staff(hospital.samples.staff[0]), because: " ") == "bed.reason")
    #expect(try service().employeesWithoutAccount().map(\.number) == ["D-0001", "D-0002", "S-0001"])
  }

  private func number(of patient: Int) throws -> HospitalNumber {
    try #require(try hospital.read { try $0.patients.line(hospital.samples.patients[patient])?.number })
  }

  @Test("H2: a patient's account names the patient, who is on file and has no other; it bears the name of the record")
  func patients() throws {
    func add(_ username: String, as role: Role = .patient, _ patient: HospitalNumber?) throws -> Account {
      try service().add(username: username, fullName: "", role: role, password: Self.password, patient: patient)
    }
    let account = try add("tunde", try number(of: 1))
    #expect(account.patient == hospital.samples.patients[1] && account.fullName == "OYELARAN, Tunde")
    #expect(try refusal { try add("again", try number(of: 1)) }?.sentence.contains("the account tunde already") == true)
    #expect(try refusal { try add("nobody", HospitalNumber(sequence: 900_000)) } == .noSuchPatient)
    #expect(throws: InvalidEntry.self) { try add("unnamed", nil) }
    #expect(
      try refusal {
        try service().add(username: "unnamed", fullName: "X", role: .patient, password: Self.password)
      } == .patientNotNamed)
    #expect(try refusal { try add("byrne", as: .nurse, try number(of: 2)) } == .colleagueIsNoPatient)
    try hospital.write { try $0.patients.setDeath($0.now, of: hospital.samples.patients[3], because: "died") }
    #expect(try refusal { try add("sean", try number(of: 3)) }?.code == "admission.deceased")
    #expect(try refusal { try service().setRole(.patient, of: "nurse") } == .patientNotNamed)
    #expect(try refusal { try service().setRole(.nurse, of: "tunde") } == .patientKeepsRole)
  }

  @Test("Nobody takes their own role or locks themselves out")
  func own() throws {
    #expect(try refusal { try service().setRole(.nurse, of: "admin", because: "x") } == .ownRole)
    #expect(try refusal { try service().setLocked(true, "admin", because: "x") } == .ownAccount)
  }
}
