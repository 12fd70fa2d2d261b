import DatabaseKit
import HospitalDomain

extension Migration {
  /// Departments and the people who belong to exactly one of them (B1, B2).
  static let employees = Migration(
    "2026-11-employees",
    departments + person("doctor", own: ("speciality", "TEXT NOT NULL CHECK (\(Check.said("speciality")))"))
      + person("staff", own: ("job_title", "TEXT NOT NULL CHECK (\(Check.said("job_title")))"))
      + [
        .refuse(
          "department_in_use", on: "department", .update,
          when: """
            NEW.retired_at IS NOT NULL AND (EXISTS (SELECT 1 FROM doctor WHERE department_id = NEW.id AND left_at IS NULL)
            OR EXISTS (SELECT 1 FROM staff WHERE department_id = NEW.id AND left_at IS NULL))
            """,
          saying: "a department with doctors or staff is not retired: move them first")
      ])

  private static let departments =
    MigrationStep.versionedTable(
      "department",
      fixed: [
        ("hospital_id", "TEXT NOT NULL REFERENCES hospital (id)"), ("number", "BIGINT NOT NULL CHECK (number > 0)"),
      ],
      columns: [
        ("name", "TEXT NOT NULL CHECK (\(Check.said("name")))"),
        ("gender_rule", "TEXT NOT NULL CHECK (\(Check.oneOf("gender_rule", ["any", "women", "men"])))"),
        ("retired_at", "BIGINT"),
      ], rules: ["UNIQUE (hospital_id, number)"])
    + [
      .define("CREATE UNIQUE INDEX department_one_name ON department (hospital_id, name) WHERE retired_at IS NULL")
    ]

  private static func person(_ table: String, own column: (String, String)) -> [MigrationStep] {
    MigrationStep.versionedTable(
      table,
      fixed: [("number", "TEXT NOT NULL UNIQUE CHECK (\(Check.said("number", atMost: 20)))")],
      columns: [
        ("family_name", "TEXT NOT NULL CHECK (\(Check.said("family_name")))"),
        ("given_name", "TEXT NOT NULL"),
        ("address", "TEXT NOT NULL CHECK (\(Check.said("address", atMost: 400)))"),
        ("telephone", "TEXT NOT NULL CHECK (\(Check.said("telephone", atMost: 40)))"),
        column,
        ("department_id", "TEXT NOT NULL REFERENCES department (id)"),
        ("left_at", "BIGINT"),
      ])
      + [.define("CREATE INDEX \(table)_by_department ON \(table) (department_id)")]
  }
}
