import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// What the database refuses of PINs and drafts, from whatever connection (H4).
struct SharedTerminalGuardTests {
  let hospital: TestHospital
  private var nurse: AccountID { hospital.account(.nurse) }
  private let hash = String(repeating: "h", count: 40)

  init() throws {
    hospital = try TestHospital()
  }

  private func setPIN() throws {
    try hospital.execute(
      "INSERT INTO account_pin (account_id, pin_hash, set_at, set_by) VALUES (\(nurse), \(hash), 5, \(nurse))")
  }

  private func change(_ assignment: SQLStatement) throws -> DatabaseFault.Constraint? {
    try hospital.refusal(of: "UPDATE account_pin SET \(part: assignment) WHERE account_id = \(nurse)")
  }

  @Test("a PIN is set by its owner alone, untried, and never goes or becomes another's")
  func owner() throws {
    let other = hospital.account(.doctor)
    #expect(
      try hospital.refusal(
        of: "INSERT INTO account_pin (account_id, pin_hash, set_at, set_by) VALUES (\(nurse), \(hash), 5, \(other))")?
        .kind == .check)
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO account_pin (account_id, pin_hash, set_at, set_by, failures)
          VALUES (\(nurse), \(hash), 5, \(nurse), 2)
          """)?.kind == .trigger)
    #expect(
      try hospital.refusal(
        of: "INSERT INTO account_pin (account_id, pin_hash, set_at, set_by) VALUES (\(nurse), '7391', 5, \(nurse))")?
        .kind == .check)
    try setPIN()
    #expect(try change("account_id = \(other), set_by = \(other)")?.kind == .trigger)
    #expect(try hospital.refusal(of: "DELETE FROM account_pin")?.kind == .trigger)
  }

  @Test("wrong tries count up one by one, to five, and are forgotten only by a sign-in that the audit trail knows")
  func tries() throws {
    try setPIN()
    #expect(try change("failures = 2, failed_at = 10")?.kind == .trigger)
    for count in 1...5 { #expect(try change("failures = \(count), failed_at = \(10 + count)") == nil) }
    #expect(try change("failures = 6, failed_at = 20")?.kind != nil)
    #expect(try change("failures = 0")?.message == "wrong tries of a PIN are forgotten only by a full sign-in")
    #expect(try change("failures = 4")?.kind == .trigger)
    _ = try SignInService(hospital.workplace).begin(hospital.session(.nurse).account, at: "test")
    #expect(try hospital.read { try $0.pins.find(nurse)?.standing.failures } == 0)
  }

  @Test("a new PIN begins untried")
  func anew() throws {
    try setPIN()
    #expect(try change("failures = 1, failed_at = 10") == nil)
    #expect(try change("failures = 0, set_at = 6")?.kind == .trigger)
    #expect(try change("failures = 0, set_at = 6, pin_hash = \(hash + "x")") == nil)
  }

  @Test("a draft that is not sealed is refused, and one never becomes another's")
  func drafts() throws {
    let insert: (String) -> SQLStatement = { text in
      "INSERT INTO draft (id, account_id, sealed, saved_at) VALUES ('d', \(nurse), \(text), 1)"
    }
    #expect(try hospital.refusal(of: insert("DUARTE, Inês"))?.kind == .check)
    #expect(try hospital.refusal(of: insert("x1:12345678:abcd")) == nil)
    #expect(try hospital.refusal(of: "UPDATE draft SET account_id = \(hospital.account(.doctor))")?.kind == .trigger)
  }
}
