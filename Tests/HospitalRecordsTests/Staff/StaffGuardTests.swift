import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the database refuses of departments, rooms and people, whoever asks (A6, B1, B2, B5, B10).
struct StaffGuardTests {
  let hospital: TestHospital
  private var rooms: [RoomID] { hospital.samples.rooms }
  private var doctors: [DoctorID] { hospital.samples.doctors }
  private var staff: [StaffID] { hospital.samples.staff }

  init() throws {
    hospital = try TestHospital()
  }

  private func change(_ table: SQLStatement, _ assignment: SQLStatement, _ id: String) -> SQLStatement {
    """
    UPDATE \(part: table) SET version = version + 1, change_reason = 'a test', \(part: assignment) WHERE id = \(id)
    """
  }

  private func message(_ statement: SQLStatement) throws -> String? { try hospital.refusal(of: statement)?.message }

  private func leave(_ table: SQLStatement, _ id: String) throws {
    #expect(try hospital.refusal(of: change(table, "left_at = 1", id)) == nil)
  }

  /// A department without rooms or people, retired.
  private func retiredDepartment() throws -> DepartmentID {
    let id = try hospital.write { try $0.departments.add(name: "9Z Attic", genderRule: .any) }
    #expect(try hospital.refusal(of: change("department", "retired_at = 1", id.text)) == nil)
    return id
  }

  private func room(_ number: String, in department: DepartmentID) -> SQLStatement {
    """
    INSERT INTO room (id, department_id, number, bay, kind, features, service_state, service_since, service_reason,
      reopens_at, retired_at, version, recorded_at, recorded_by, change_reason)
    VALUES ('new', \(department), \(number), '', 'private', '', 'in-service', 0, '', NULL, NULL,
      1, 0, \(hospital.account(.administrator)), '')
    """
  }

  private func admission(under doctor: DoctorID, status: String = "in-progress") -> SQLStatement {
    """
    INSERT INTO admission (id, patient_id, hospital_id, class, type, status, doctor_id, complaint, admitted_at,
      expected_discharge_at, discharged_at, disposition, version, recorded_at, recorded_by, change_reason)
    VALUES ('new', \(hospital.samples.patients[0]), \(hospital.hospital.id), 'IMP', 'R', \(status), \(doctor), 'pain', 1,
      NULL, 2, NULL, 1, 0, \(hospital.account(.doctor)), '')
    """
  }

  @Test("A name is of one department, whatever its capitals; a retired department's may be used again (A6)")
  func departmentNames() throws {
    let taken = "another department of the hospital has that name"
    let names = try hospital.read { try $0.departments.all().map(\.name) }
    let (one, other) = (hospital.samples.surgical, try #require(names.first { !$0.hasSuffix("Surgical") }))
    #expect(try message(change("department", "name = lower(\(other))", one.text)) == taken)
    #expect(try message(change("department", "name = upper(name)", one.text)) == nil, "its own name, otherwise written")
    let attic = try retiredDepartment()
    _ = try hospital.write { try $0.departments.add(name: "9z attic", genderRule: .any) }
    #expect(try message(change("department", "retired_at = NULL", attic.text)) == taken)
    let doubled = #expect(throws: DatabaseFault.self) {
      try hospital.write { try $0.departments.add(name: "9Z ATTIC", genderRule: .any) }
    }
    #expect(doubled.map { "\($0)".contains(taken) } == true)
  }

  @Test("A room number is used once in the hospital, in whatever department; a retired room's may be used again (A6)")
  func roomNumbers() throws {
    let taken = "another room of the hospital has that number"
    #expect(try message(room("4A-01", in: hospital.samples.surgical)) == taken)
    #expect(try message(change("room", "number = '4A-01'", rooms[3].text)) == taken)
    #expect(try message(change("room", "retired_at = 1", rooms[0].text)) == nil)
    #expect(try message(room("4A-01", in: hospital.samples.surgical)) == nil)
    #expect(try message(change("room", "retired_at = NULL", rooms[0].text)) == taken)
  }

  @Test("Nobody is admitted under a doctor who left; what was recorded of one stays (A3, B5)")
  func absentDoctor() throws {
    try leave("doctor", doctors[1].text)
    let gone = "a doctor who left has no patients"
    #expect(try message(admission(under: doctors[1])) == gone)
    #expect(try message(admission(under: doctors[1], status: "planned")) == gone)
    let open = try hospital.openAdmission(of: hospital.samples.patients[1])
    #expect(try message(change("admission", "doctor_id = \(doctors[1])", open.text)) == gone)
    #expect(try message(admission(under: doctors[1], status: "discharged")) == nil)
    #expect(
      try message(change("admission", "status = 'in-progress', discharged_at = NULL", "new")) == gone)
  }

  @Test("Staff who left are assigned to no room (B5)")
  func absentStaff() throws {
    try leave("staff", staff[1].text)
    try hospital.admit(hospital.samples.patients[0], to: rooms[0])
    let stay = try #require(try hospital.read { try $0.board.row(rooms[0])?.occupancy?.stay })
    #expect(
      try message(change("stay", "staff_id = \(staff[1])", stay.text)) == "an employee who left is not assigned")
    #expect(try message(change("stay", "staff_id = \(staff[0])", stay.text)) == nil)
  }

  @Test("A retired department takes no rooms and no people (A6)")
  func retiredDepartments() throws {
    let attic = try retiredDepartment()
    let sentence = "a retired department takes no rooms and no people"
    #expect(try message(room("9Z-01", in: attic)) == sentence)
    #expect(try message(change("room", "department_id = \(attic)", rooms[0].text)) == sentence)
    for (table, occupation, id) in [("doctor", "speciality", doctors[1].text), ("staff", "job_title", staff[1].text)] {
      let table = SQLStatement(trusted: table)
      #expect(try message(change(table, "department_id = \(attic)", id)) == sentence)
      let newcomer: SQLStatement = """
        INSERT INTO \(part: table) (id, number, family_name, given_name, address, telephone,
          \(part: SQLStatement(trusted: occupation)), department_id, left_at,
          version, recorded_at, recorded_by, change_reason)
        VALUES ('new', 'X-1', 'Byrne', 'Ada', '3 Hill Road', 'none', 'nurse', \(attic), NULL,
          1, 0, \(hospital.account(.humanResources)), '')
        """
      #expect(try message(newcomer) == sentence)
    }
  }

  @Test(
    "Whatever is set of a department, a room or a person is changed for a written reason (B10)",
    arguments: [
      ("department", "name = 'Other'"), ("department", "retired_at = 1"), ("room", "features = 'hoist'"),
      ("room", "number = '4A-99'"), ("room", "retired_at = 1"), ("doctor", "address = '4 Hill Road'"),
      ("doctor", "left_at = 1"), ("staff", "job_title = 'porter'"), ("staff", "left_at = 1"),
    ])
  func reasons(table: String, assignment: String) throws {
    let department = try hospital.write { try $0.departments.add(name: "9Z Attic", genderRule: .any) }
    let id = [
      "department": department.text, "room": rooms[0].text, "doctor": doctors[0].text, "staff": staff[0].text,
    ][table, default: ""]
    func attempt(_ reason: String) throws -> String? {
      try message(
        """
        UPDATE \(part: SQLStatement(trusted: table)) SET version = version + 1, change_reason = \(reason),
          \(part: SQLStatement(trusted: assignment)) WHERE id = \(id)
        """)
    }
    #expect(try attempt("  ") == "a change is recorded with the reason for it")
    #expect(try attempt("a test") == nil)
  }
}
