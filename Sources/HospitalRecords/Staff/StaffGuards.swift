import DatabaseKit

extension Migration {
  /// What departments, rooms and people forbid each other (A6, B1, B2, B5), and that what is set of them changes for a
  /// written reason (B10).
  static let staffGuards = Migration(
    "2026-11-staff-guards",
    StaffGuards.roomNumbers + StaffGuards.retiredDepartments + StaffGuards.absentPeople + StaffGuards.reasons)
}

extension Migration {
  /// Departments whose names differ in capitals alone are one to whoever reads a list of them (B2).
  static let departmentNames = Migration("2026-11-department-names", StaffGuards.departmentNames)
}

/// Guards that look at more than one of the tables of departments, rooms and people.
enum StaffGuards {
  /// A number names one room of the hospital. A retired room keeps its number on record, and another room may have it: what
  /// happened in either is told apart by the room's identifier and its time.
  static let roomNumbers = onEntering(
    "room_number_of_hospital", "room", saying: "another room of the hospital has that number"
  ) { row in
    """
    \(row).retired_at IS NULL AND EXISTS (
      SELECT 1 FROM room AS other JOIN department AS place ON place.id = other.department_id
      WHERE other.number = \(row).number AND other.retired_at IS NULL AND other.id <> \(row).id AND place.hospital_id =
        (SELECT hospital_id FROM department WHERE id = \(row).department_id))
    """
  }

  static let departmentNames = onEntering(
    "department_name_of_hospital", "department", saying: "another department of the hospital has that name"
  ) { row in
    """
    \(row).retired_at IS NULL AND EXISTS (
      SELECT 1 FROM department AS other WHERE other.hospital_id = \(row).hospital_id
        AND lower(other.name) = lower(\(row).name) AND other.retired_at IS NULL AND other.id <> \(row).id)
    """
  }

  static let retiredDepartments: [MigrationStep] =
    [("room", "retired_at"), ("doctor", "left_at"), ("staff", "left_at")].flatMap { table, ended in
      onEntering(
        "\(table)_of_used_department", table, saying: "a retired department takes no rooms and no people"
      ) { row in
        """
        \(row).\(ended) IS NULL AND EXISTS (
          SELECT 1 FROM department WHERE id = \(row).department_id AND retired_at IS NOT NULL)
        """
      }
    }

  static let absentPeople: [MigrationStep] =
    onEntering("admission_doctor_present", "admission", saying: "a doctor who left has no patients") { row in
      """
      \(row).status IN ('planned', 'in-progress', 'on-hold')
      AND EXISTS (SELECT 1 FROM doctor WHERE id = \(row).doctor_id AND left_at IS NOT NULL)
      """
    } + [
      .refuse(
        "stay_staff_still_present", on: "stay", .update,
        when: """
          NEW.staff_id <> OLD.staff_id AND EXISTS (SELECT 1 FROM staff WHERE id = NEW.staff_id AND left_at IS NOT NULL)
          """,
        saying: "an employee who left is not assigned")
    ]

  /// An account is given to those who are at work; those who leave keep theirs on record.
  static let accounts: [MigrationStep] = ["doctor", "staff"].flatMap { table in
    onEntering(
      "account_of_present_\(table)", "account", saying: "an employee who left is given no account"
    ) { row in
      "\(row).\(table)_id IS NOT NULL AND EXISTS (SELECT 1 FROM \(table) WHERE id = \(row).\(table)_id AND left_at IS NOT NULL)"
    }
  }

  static let reasons: [MigrationStep] =
    ["department", "doctor", "staff"].map { reason(for: $0, when: "1 = 1") } + [
      reason(
        for: "room",
        when: ["department_id", "number", "bay", "kind", "features", "retired_at"]
          .map { "NEW.\($0) IS NOT OLD.\($0)" }.joined(separator: " OR "))
    ]

  private static func reason(for table: String, when condition: String) -> MigrationStep {
    .refuse(
      "\(table)_change_has_reason", on: table, .update,
      when: "(\(condition)) AND length(trim(NEW.change_reason)) = 0",
      saying: "a change is recorded with the reason for it")
  }

  /// A condition that no row may come into, whether it is new or changes. One that is in it already may change otherwise.
  private static func onEntering(
    _ name: String, _ table: String, saying sentence: String, _ condition: (_ row: String) -> String
  ) -> [MigrationStep] {
    let (new, old) = (condition("NEW"), condition("OLD"))
    return [
      .refuse(name, on: table, .insert, when: new, saying: sentence),
      .refuse("\(name)_again", on: table, .update, when: "(\(new)) AND NOT (\(old))", saying: sentence),
    ]
  }
}
