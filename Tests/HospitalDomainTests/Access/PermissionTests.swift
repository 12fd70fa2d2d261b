import Testing

@testable import HospitalDomain

@Suite("Who may do what (H2)")
struct PermissionTests {
  @Test func everyCodeIsUnique() {
    #expect(Set(Permission.all.map(\.code)).count == Permission.all.count)
    #expect(Set(Permission.all.map(\.title)).count == Permission.all.count)
  }

  @Test(arguments: Permission.all)
  func everyPermissionIsSomebodys(_ permission: Permission) {
    #expect(!permission.roles.isEmpty)
    #expect(permission.code.contains("."))
  }

  @Test func aPatientSeesTheirOwnRecordAndNothingElse() {
    #expect(Permission.all.filter { $0.allows(.patient) } == [.secureOwnAccount, .readOwnRecord])
  }

  @Test(arguments: [
    (Permission.admitPatient, [Role.headNurse, .reception]), (.registerPatient, [.headNurse, .reception]),
    (.holdRoom, [.headNurse, .reception]),
    (.transferPatient, [.nurse, .headNurse]), (.cleanRoom, [.nurse, .headNurse]), (.isolateRoom, [.nurse, .headNurse]),
    (.recordExit, [.nurse, .headNurse, .headDoctor]), (.blockRoom, [.headNurse, .administrator]),
    (.planDischarge, [.headNurse, .doctor, .headDoctor]), (.orderDischarge, [.doctor, .headDoctor]),
    (.closeAccount, [.headDoctor, .cashier]), (.manageRooms, [.administrator]), (.manageAccounts, [.administrator]),
    (.manageStaff, [.humanResources, .administrator]),
  ])
  func theIssuedRolesAndNoOthers(permission: Permission, roles: [Role]) {
    #expect(permission.roles.sorted() == roles)
  }

  @Test func theHeadNurseMayDoWhatANurseMay() {
    for permission in Permission.all where permission.allows(.nurse) { #expect(permission.allows(.headNurse)) }
    for permission in Permission.all where permission.allows(.doctor) { #expect(permission.allows(.headDoctor)) }
  }

  @Test func aRefusalNamesWhoCan() {
    let refused = Refusal.notPermitted(.admitPatient)
    #expect(refused.sentence == "You may not admit a patient; head nurses and receptionists can.")
    #expect(refused.permittedRoles == [.headNurse, .reception])
    let discharge = Refusal.notPermitted(.planDischarge)
    #expect(
      discharge.sentence
        == "You may not set an expected discharge; head nurses, doctors and head doctors can.")
    #expect(
      Refusal.notPermitted(Permission("x.y", "fly", [])).sentence
        == "You may not fly; nobody can.")
  }

  @Test func codesOfRolesAreTheDemonstrationAccounts() {
    #expect(
      Role.allCases.map(\.rawValue) == [
        "nurse", "headnurse", "doctor", "headdoctor", "reception", "cashier", "pharmacist", "hr", "admin", "auditor",
        "patient",
      ])
  }
}
