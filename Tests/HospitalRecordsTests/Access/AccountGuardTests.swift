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

/// What the database refuses of a patient's account (H2).
struct PatientAccountGuardTests {
  @Test("A patient's account is of a patient on file, and of one alone")
  func onFile() throws {
    let hospital = try TestHospital()
    let give: (SQLStatement) throws -> DatabaseFault.Constraint? = { patient in
      try hospital.refusal(
        of: """
          INSERT INTO account (id, hospital_id, username, full_name, role, password_hash, patient_id,
            version, recorded_at, recorded_by, change_reason)
          SELECT 'new', hospital_id, 'new', 'X', 'patient', password_hash, \(part: patient), 1, 0, id, ''
          FROM account WHERE username = 'admin'
          """)
    }
    #expect(try give("'nobody'")?.message == "a patient's account is of a patient on file")
    #expect(try give("\(hospital.samples.patients[0])")?.kind == .trigger)
    #expect(try give("NULL")?.kind == .check)
    #expect(try give("\(hospital.samples.patients[1])") == nil)
    #expect(
      try hospital.refusal(
        of: "UPDATE account SET patient_id = 'nobody', version = version + 1 WHERE id = 'new'")?.message
        == "a patient's account is of a patient on file")
  }
}

/// What the database refuses to accounts that are locked and to those who have left, whatever the program thinks (H2, H5).
struct AccountStandingGuardTests {
  let hospital: TestHospital

  init() throws { hospital = try TestHospital() }

  /// How the database refuses an entry of the nurse; nil when it takes it.
  private func refusal(of action: AuditAction) throws -> String? {
    do {
      try hospital.write { records in
        try records.audit.append(
          action, permission: "", on: AuditSubject(kind: "", id: ""), by: hospital.account(.nurse), named: "nurse",
          at: "test", in: hospital.hospital.id, reason: "", occurredAt: records.now)
      }
      return nil
    } catch DatabaseFault.refused(let constraint) {
      return constraint.message
    }
  }

  @Test(
    "An act of an account that is locked, or whose holder has left, is refused with its entry",
    arguments: [
      "UPDATE account SET is_locked = 1, version = version + 1, change_reason = 'a test' WHERE username = 'nurse'",
      "UPDATE staff SET left_at = 1, version = version + 1, change_reason = 'a test'",
    ] as [SQLStatement])
  func acts(_ end: SQLStatement) throws {
    try hospital.execute(
      """
      UPDATE account SET staff_id = \(hospital.samples.staff[0]), version = version + 1, change_reason = 'a test'
      WHERE username = 'nurse'
      """)
    #expect(try refusal(of: .update) == nil)
    try hospital.execute(end)
    for action in AuditAction.allCases where ![.refused, .signOut].contains(action) {
      #expect(
        try refusal(of: action) == "an account that is locked, or whose holder has left, does nothing")
    }
    for action in [AuditAction.refused, .signOut] { #expect(try refusal(of: action) == nil) }
  }
}
