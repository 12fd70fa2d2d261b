import DatabaseKit
import HospitalDomain

extension CheckOutRecords {
  /// The prescriptions that stand open, of every stay whose account is not closed, the oldest first. Those that were waived
  /// are left out: nobody waits for them.
  package func openPrescriptions() throws -> [AdmissionID: [OpenPrescription]] {
    var open: [AdmissionID: [OpenPrescription]] = [:]
    try transaction.forEachRow(
      """
      SELECT admission.id AS admission_id, prescription.number, prescription.status, task.stage,
        pharmacy.name AS pharmacy_name, doctor.family_name, doctor.given_name,
        CASE WHEN \(part: SQLStatement(trusted: DispenseSchema.isToCollect("prescription.id"))) THEN 1 ELSE 0 END
          AS is_to_collect
      FROM admission JOIN prescription ON prescription.admission_id = admission.id
        JOIN pharmacy ON pharmacy.id = prescription.pharmacy_id JOIN doctor ON doctor.id = prescription.doctor_id
        LEFT JOIN pharmacy_task AS task ON task.prescription_id = prescription.id
      WHERE admission.status IN ('in-progress', 'on-hold', 'discharged')
        AND admission.hospital_id = \(records.author.hospital)
        AND prescription.status IN ('draft', 'active', 'on-hold')
        AND NOT EXISTS (SELECT 1 FROM waiver WHERE waiver.admission_id = admission.id AND waiver.kind = 'prescription'
          AND waiver.item_id = prescription.id AND waiver.withdrawn_at IS NULL)
      ORDER BY prescription.number
      """
    ) { row in
      let admission: AdmissionID = try row.identifier("admission_id")
      open[admission, default: []].append(
        OpenPrescription(
          number: try row.integer("number"), status: try row.text("status"), stage: try row.optionalCode("stage"),
          pharmacy: try row.text("pharmacy_name"), prescriber: try row.personName(),
          isToCollect: try row.flag("is_to_collect")))
    }
    return open
  }
}
