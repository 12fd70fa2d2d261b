import DatabaseKit
import HospitalDomain

extension PharmacyRecords {
  /// The prescriptions that are active or on hold, as many as `limit`, by the index that holds no others.
  package func queue(limit: Int) throws -> PrescriptionQueue {
    let rows = try transaction.rows(
      """
      SELECT prescription.id, prescription.number, prescription.written_at, prescription.status, prescription.priority,
        prescription.note, pharmacy.name AS pharmacy_name, doctor.family_name, doctor.given_name,
        \(part: SQLRow.listedPatientColumns)
      FROM prescription
        JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "prescription.patient_id"))
        JOIN doctor ON doctor.id = prescription.doctor_id JOIN pharmacy ON pharmacy.id = prescription.pharmacy_id
      WHERE prescription.status IN ('active', 'on-hold')
      ORDER BY CASE prescription.priority WHEN 'stat' THEN 1 WHEN 'asap' THEN 2 WHEN 'urgent' THEN 3 ELSE 4 END,
        prescription.written_at, prescription.number
      LIMIT \(limit + 1)
      """
    )
    let shown = rows.prefix(limit)
    let items = try items(of: shown.map { try $0.text("id") })
    let queued = try shown.map { row in
      QueuedPrescription(
        patient: try records.listedPatient(row), priority: try row.code("priority"),
        prescription: try row.prescription(items: items[row.text("id")] ?? []))
    }
    return PrescriptionQueue(queued, isCut: rows.count > limit)
  }

  private func items(of prescriptions: [String]) throws -> [String: [PatientPrescription.Item]] {
    var items: [String: [PatientPrescription.Item]] = [:]
    try transaction.forEachRow(
      """
      SELECT prescription_item.*, medication.name, medication.strength, medication.form
      FROM prescription_item JOIN medication ON medication.id = prescription_item.medication_id
      WHERE prescription_item.prescription_id IN (\(list: prescriptions))
      ORDER BY prescription_item.prescription_id, prescription_item.position
      """
    ) { row in items[try row.text("prescription_id"), default: []].append(try row.prescribedItem()) }
    return items
  }
}
