import DatabaseKit
import HospitalDomain

/// The departments of the hospital.
package struct DepartmentRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Every department, by number; retired ones too if asked for.
  package func all(retired: Bool = false) throws -> [Department] {
    try transaction.rows(
      """
      SELECT * FROM department WHERE hospital_id = \(records.author.hospital) AND (retired_at IS NULL OR \(retired))
      ORDER BY number
      """
    ).map(Self.department)
  }

  /// One department, retired or not.
  package func department(_ id: DepartmentID) throws -> Department? {
    try transaction.row("SELECT * FROM department WHERE id = \(id)").map(Self.department)
  }

  /// Adds a department with the next number.
  package func add(name: String, genderRule: GenderRule) throws -> DepartmentID {
    let id: DepartmentID = records.newIdentifier()
    let number = try records.nextNumber(of: "department \(records.author.hospital.text)")
    try transaction.execute(
      """
      INSERT INTO department (id, hospital_id, number, name, gender_rule, retired_at,
        version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(records.author.hospital), \(number), \(name), \(genderRule), NULL, \(part: records.firstVersion))
      """)
    return id
  }

  /// Changes a department; false when it is no longer at that version.
  package func change(
    _ id: DepartmentID, from version: Int, name: String, genderRule: GenderRule, because reason: String
  ) throws -> Bool {
    try transaction.execute(
      """
      UPDATE department SET name = \(name), gender_rule = \(genderRule), \(part: records.nextVersion(because: reason))
      WHERE id = \(id) AND version = \(version)
      """) > 0
  }

  /// Retires a department that has neither rooms nor people; false when it is no longer at that version.
  package func retire(_ id: DepartmentID, from version: Int, because reason: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE department SET retired_at = \(records.now), \(part: records.nextVersion(because: reason))
      WHERE id = \(id) AND version = \(version) AND retired_at IS NULL
      """) > 0
  }

  /// Whether another department of the hospital that is not retired has this name.
  package func isTaken(name: String, besides id: DepartmentID?) throws -> Bool {
    try transaction.exists(
      """
      SELECT 1 FROM department WHERE hospital_id = \(records.author.hospital) AND lower(name) = lower(\(name))
        AND retired_at IS NULL AND id <> \(id?.text ?? "")
      """)
  }

  /// What keeps a department from being retired: how many rooms and people it has.
  package func burden(of id: DepartmentID) throws -> (rooms: Int, people: Int) {
    let row = try transaction.row(
      """
      SELECT (SELECT COUNT(*) FROM room WHERE department_id = \(id) AND retired_at IS NULL) AS rooms,
        (SELECT COUNT(*) FROM doctor WHERE department_id = \(id) AND left_at IS NULL)
        + (SELECT COUNT(*) FROM staff WHERE department_id = \(id) AND left_at IS NULL) AS people
      """)
    return (try row?.count("rooms") ?? 0, try row?.count("people") ?? 0)
  }

  private static func department(_ row: SQLRow) throws -> Department {
    Department(
      id: try row.identifier("id"), number: try row.integer("number"), name: try row.text("name"),
      genderRule: try row.code("gender_rule"), retiredAt: try row.optionalTimestamp("retired_at"),
      version: try row.count("version"))
  }
}

extension Records {
  /// The departments of the hospital.
  package var departments: DepartmentRecords { DepartmentRecords(records: self) }
}
