import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database refuses of whose account it is (H1).
struct AccountGuardTests {
  let hospital: TestHospital
  private var doctor: DoctorID { hospital.samples.doctors[0] }
  private var staff: StaffID { hospital.samples.staff[0] }

  init() throws {
    hospital = try TestHospital()
  }

  private func give(_ assignment: SQLStatement, to username: String) throws -> DatabaseFault.Constraint? {
    try hospital.refusal(
      of: """
        UPDATE account SET version = version + 1, change_reason = 'a test', \(part: assignment)
        WHERE username = \(username)
        """)
  }

  @Test("An account is of one employee who is on file, and an employee has one account")
  func oneOfOne() throws {
    #expect(try give("doctor_id = \(doctor)", to: "doctor") == nil)
    #expect(try give("doctor_id = \(doctor)", to: "headdoctor")?.kind == .trigger)
    #expect(try give("staff_id = \(staff)", to: "nurse") == nil)
    #expect(try give("staff_id = \(staff)", to: "headnurse")?.kind == .trigger)
    #expect(try give("staff_id = \(hospital.samples.staff[1])", to: "doctor")?.kind == .check)
    #expect(try give("staff_id = 'nobody'", to: "cashier")?.kind == .foreignKey)
    #expect(try give("doctor_id = \(staff)", to: "cashier")?.kind == .foreignKey)
  }

  @Test("A patient's account is no employee's")
  func patients() throws {
    #expect(try give("doctor_id = \(doctor)", to: "patient")?.kind == .check)
    #expect(try give("staff_id = \(staff)", to: "patient")?.kind == .check)
  }

  @Test("Those who left are given no account; those who leave keep theirs")
  func left() throws {
    for table in ["doctor", "staff"] {
      let (id, username) = table == "doctor" ? (doctor.text, "doctor") : (staff.text, "nurse")
      let column = SQLStatement(trusted: "\(table)_id = ")
      #expect(try give(column + "\(id)", to: username) == nil)
      let leave: SQLStatement = """
        UPDATE \(part: SQLStatement(trusted: table)) SET version = version + 1, change_reason = 'retired', left_at = 1
        WHERE id = \(id)
        """
      #expect(try hospital.refusal(of: leave) == nil)
      #expect(try give("full_name = 'Test, Other'", to: username) == nil)
      #expect(try give(column + "NULL", to: username) == nil)
      #expect(try give(column + "\(id)", to: username)?.message == "an employee who left is given no account")
    }
  }

  @Test("Whose an account was is in its earlier versions (B10)")
  func versions() throws {
    _ = try give("staff_id = \(staff)", to: "nurse")
    _ = try give("staff_id = NULL", to: "nurse")
    let kept = try hospital.read {
      try $0.transaction.rows(
        "SELECT staff_id FROM account_version WHERE account_id = \(hospital.account(.nurse)) ORDER BY version"
      ).map { try $0.optionalText("staff_id") }
    }
    #expect(kept == [nil, staff.text])
  }
}
