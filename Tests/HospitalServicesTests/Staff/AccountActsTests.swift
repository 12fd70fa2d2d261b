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
    let refused = try refusal { try AuditService(hospital.session(role)).newest() }
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

  @Test("Nobody takes their own role or locks themselves out")
  func own() throws {
    #expect(try refusal { try service().setRole(.nurse, of: "admin", because: "x") } == .ownRole)
    #expect(try refusal { try service().setLocked(true, "admin", because: "x") } == .ownAccount)
  }
}
