import DatabaseKit

extension Migration {
  /// Appointments; no doctor and no patient is booked twice at one time (S1).
  static let appointments = Migration(
    "2026-11-appointments",
    MigrationStep.versionedTable(
      "appointment",
      fixed: [("patient_id", "TEXT NOT NULL REFERENCES patient (id)")],
      columns: [
        ("doctor_id", "TEXT NOT NULL REFERENCES doctor (id)"),
        ("department_id", "TEXT NOT NULL REFERENCES department (id)"),
        ("starts_at", "BIGINT NOT NULL"),
        ("ends_at", "BIGINT NOT NULL"),
        ("status", "TEXT NOT NULL CHECK (\(Check.oneOf("status", states)))"),
        ("purpose", "TEXT NOT NULL CHECK (\(Check.said("purpose", atMost: 2000)))"),
      ], rules: ["CHECK (ends_at > starts_at)"]) + [
        .define("CREATE INDEX appointment_by_doctor ON appointment (doctor_id, starts_at)"),
        .define("CREATE INDEX appointment_by_patient ON appointment (patient_id, starts_at)"),
        .define("CREATE INDEX appointment_by_time ON appointment (starts_at)"),
        booked(.insert, "appointment_not_twice", overlap("doctor_id"), "the doctor has another appointment then"),
        booked(.insert, "appointment_patient_once", overlap("patient_id"), "the patient has another appointment then"),
        booked(.update, "appointment_not_moved_onto", overlap("doctor_id"), "the doctor has another appointment then"),
        booked(
          .update, "appointment_patient_not_moved", overlap("patient_id"), "the patient has another appointment then"),
      ])

  private static let states = [
    "proposed", "pending", "booked", "arrived", "checked-in", "fulfilled", "cancelled", "noshow", "waitlist",
    "entered-in-error",
  ]
  private static let taking = "('booked', 'arrived', 'checked-in')"

  private static func booked(
    _ event: MigrationStep.Guard.Event, _ name: String, _ condition: String, _ sentence: String
  ) -> MigrationStep {
    .refuse(name, on: "appointment", event, when: condition, saying: sentence)
  }

  private static func overlap(_ column: String) -> String {
    """
    NEW.status IN \(taking) AND EXISTS (SELECT 1 FROM appointment AS other WHERE other.\(column) = NEW.\(column)
      AND other.id <> NEW.id AND other.status IN \(taking)
      AND other.starts_at < NEW.ends_at AND other.ends_at > NEW.starts_at
      AND other.starts_at > NEW.starts_at - 86400000)
    """
  }
}
