import DatabaseKit
import HospitalDomain

/// Doctors or staff: two tables of one shape, with a column of its own for what they do.
package struct EmployeeRecords<Kind> {
  let records: Records
  let table: EmployeeTable
  private var transaction: any Transaction { records.transaction }
  private var name: SQLStatement { SQLStatement(trusted: table.rawValue) }
  private var occupation: SQLStatement { SQLStatement(trusted: table.occupation) }

  /// Everyone at work in the hospital, by name; those of one department, or those who left as well, if asked for.
  package func all(in department: DepartmentID? = nil, left: Bool = false) throws -> [Employee<Kind>] {
    try employees(
      """
      WHERE department.hospital_id = \(records.author.hospital) AND (person.left_at IS NULL OR \(left))
        AND (\(department) IS NULL OR person.department_id = \(department))
      ORDER BY person.family_name, person.given_name, person.number
      """)
  }

  /// One of them.
  package func employee(_ id: Identifier<Kind>) throws -> Employee<Kind>? {
    try employees("WHERE person.id = \(id)").first
  }

  /// Adds one, with the next number.
  package func add(_ details: EmployeeProfile) throws -> Identifier<Kind> {
    let id: Identifier<Kind> = records.newIdentifier()
    let number = table.number(try records.nextNumber(of: table.rawValue))
    try transaction.execute(
      """
      INSERT INTO \(part: name) (id, number, family_name, given_name, address, telephone, \(part: occupation),
        department_id, left_at, version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(number), \(details.name.family), \(details.name.given), \(details.address), \(details.telephone),
        \(details.occupation), \(details.department), NULL, \(part: records.firstVersion))
      """)
    return id
  }

  /// Changes one's details; false when they are no longer at that version.
  package func change(
    _ id: Identifier<Kind>, from version: Int, to details: EmployeeProfile, because reason: String
  ) throws -> Bool {
    try transaction.execute(
      """
      UPDATE \(part: name) SET family_name = \(details.name.family), given_name = \(details.name.given),
        address = \(details.address), telephone = \(details.telephone), \(part: occupation) = \(details.occupation),
        department_id = \(details.department), \(part: records.nextVersion(because: reason))
      WHERE id = \(id) AND version = \(version)
      """) > 0
  }

  /// Records that one has left; false when they are no longer at that version.
  package func leave(_ id: Identifier<Kind>, from version: Int, because reason: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE \(part: name) SET left_at = \(records.now), \(part: records.nextVersion(because: reason))
      WHERE id = \(id) AND version = \(version) AND left_at IS NULL
      """) > 0
  }

  private func employees(_ clause: SQLStatement) throws -> [Employee<Kind>] {
    try transaction.rows(
      """
      SELECT person.*, person.\(part: occupation) AS occupation, department.name AS department_name
      FROM \(part: name) AS person JOIN department ON department.id = person.department_id \(part: clause)
      """
    ).map { row in
      Employee(
        id: try row.identifier("id"), number: try row.text("number"),
        details: EmployeeProfile(
          name: try row.personName(), address: try row.text("address"), telephone: try row.text("telephone"),
          occupation: try row.text("occupation"), department: try row.identifier("department_id")),
        departmentName: try row.text("department_name"), leftAt: try row.optionalTimestamp("left_at"),
        version: try row.count("version"))
    }
  }
}

/// The table of doctors or of staff.
enum EmployeeTable: String {
  case doctor
  case staff

  /// The column for what they do.
  var occupation: String { self == .doctor ? "speciality" : "job_title" }

  /// A number as it is written: `D-0007`, `S-0123`.
  func number(_ sequence: Int64) -> String {
    let digits = String(sequence)
    return (self == .doctor ? "D-" : "S-") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Records {
  /// The doctors.
  package var doctors: EmployeeRecords<RecordKind.Doctor> { EmployeeRecords(records: self, table: .doctor) }
  /// The staff.
  package var staff: EmployeeRecords<RecordKind.Staff> { EmployeeRecords(records: self, table: .staff) }
}
