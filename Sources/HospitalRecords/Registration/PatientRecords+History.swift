import DatabaseKit
import HospitalDomain

/// What other areas recorded about a patient, those under records merged into theirs included; newest first.
extension PatientRecords {
  /// Every appointment of a patient.
  package func appointments(of id: PatientID) throws -> [PatientAppointment] {
    try transaction.rows(
      """
      SELECT appointment.id, starts_at, ends_at, status, purpose, department.name AS department_name,
        doctor.family_name, doctor.given_name
      FROM appointment JOIN doctor ON doctor.id = appointment.doctor_id
        JOIN department ON department.id = appointment.department_id
      WHERE patient_id IN (\(part: MergedRecords.identifiers(of: id))) ORDER BY starts_at DESC, appointment.id DESC
      """
    ).map { row in
      PatientAppointment(
        id: try row.text("id"), startsAt: try row.timestamp("starts_at"), endsAt: try row.timestamp("ends_at"),
        doctor: try row.personName(), department: try row.text("department_name"), status: try row.text("status"),
        purpose: try row.text("purpose"))
    }
  }

  /// Every prescription of a patient with its items.
  package func prescriptions(of id: PatientID) throws -> [PatientPrescription] {
    let items = try prescriptionItems(of: id)
    return try transaction.rows(
      """
      SELECT prescription.id, prescription.number, written_at, status, priority, note, pharmacy.name AS pharmacy_name,
        doctor.family_name, doctor.given_name, task.stage,
        \(part: SQLStatement(trusted: TakenSchema.lastsUntil("prescription"))) AS lasts_until
      FROM prescription JOIN doctor ON doctor.id = prescription.doctor_id
        JOIN pharmacy ON pharmacy.id = prescription.pharmacy_id
        LEFT JOIN pharmacy_task AS task ON task.prescription_id = prescription.id
      WHERE patient_id IN (\(part: MergedRecords.identifiers(of: id))) ORDER BY written_at DESC, prescription.number DESC
      """
    ).map { row in
      try row.prescription(items: items[row.text("id")] ?? [], lasting: try row.lastsUntil(after: records.now))
    }
  }

  private func prescriptionItems(of id: PatientID) throws -> [String: [PatientPrescription.Item]] {
    var items: [String: [PatientPrescription.Item]] = [:]
    try transaction.forEachRow(
      """
      SELECT prescription_item.*, medication.name, medication.strength, medication.form
      FROM prescription JOIN prescription_item ON prescription_item.prescription_id = prescription.id
        JOIN medication ON medication.id = prescription_item.medication_id
      WHERE prescription.patient_id IN (\(part: MergedRecords.identifiers(of: id)))
      ORDER BY prescription_item.prescription_id, prescription_item.position
      """
    ) { row in items[try row.text("prescription_id"), default: []].append(try row.prescribedItem()) }
    return items
  }

  /// Every invoice of a patient with its sums.
  package func invoices(of id: PatientID) throws -> [PatientInvoice] {
    try transaction.rows(
      """
      SELECT \(part: InvoiceRecords.summaryColumns)
      FROM invoice WHERE invoice.patient_id IN (\(part: MergedRecords.identifiers(of: id)))
      ORDER BY invoice.recorded_at DESC, invoice.id DESC
      """
    ).map(InvoiceRecords.summary)
  }
}
