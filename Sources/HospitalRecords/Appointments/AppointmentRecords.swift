import DatabaseKit
import HospitalDomain

/// Appointments.
package struct AppointmentRecords {
  let records: Records

  /// Books an appointment.
  package func book(
    _ patient: PatientID, with doctor: DoctorID, in department: DepartmentID, from start: Timestamp, to end: Timestamp,
    status: String, purpose: String
  ) throws {
    let id: Identifier<AppointmentRecords> = records.newIdentifier()
    try records.transaction.execute(
      """
      INSERT INTO appointment (id, patient_id, doctor_id, department_id, starts_at, ends_at, status, purpose,
        version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(patient), \(doctor), \(department), \(start), \(end), \(status), \(purpose),
        \(part: records.firstVersion))
      """)
  }
}

extension Records {
  /// Appointments.
  package var appointments: AppointmentRecords { AppointmentRecords(records: self) }
}
