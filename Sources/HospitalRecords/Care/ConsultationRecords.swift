import DatabaseKit
import HospitalDomain

/// Consultations (C1).
package struct ConsultationRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Writes a consultation.
  package func write(
    _ words: ConsultationEntry, as id: ConsultationID, of patient: PatientID, in admission: AdmissionID?,
    by doctor: DoctorID?
  ) throws {
    try transaction.execute(
      """
      INSERT INTO consultation (id, patient_id, admission_id, doctor_id, written_at, written_by, complaint, findings,
        diagnosis, plan, is_struck_out, version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(patient), \(admission), \(doctor), \(records.now), \(records.author.account),
        \(words.complaint), \(words.findings), \(words.diagnosis), \(words.plan), 0, \(part: records.firstVersion))
      """)
  }

  /// Ties what the author has prescribed for the patient since a time, and belongs to no other consultation, to one.
  package func link(_ id: ConsultationID, toPrescriptionsOf patient: PatientID, since begun: Timestamp) throws {
    try transaction.execute(
      """
      INSERT INTO consultation_prescription (prescription_id, consultation_id, recorded_at, recorded_by)
      SELECT prescription.id, \(id), \(records.now), \(records.author.account) FROM prescription
      WHERE prescription.patient_id = \(patient) AND prescription.written_at >= \(begun)
        AND prescription.recorded_by = \(records.author.account) AND prescription.version = 1
        AND prescription.status IN ('active', 'on-hold')
        AND NOT EXISTS (SELECT 1 FROM consultation_prescription AS tied WHERE tied.prescription_id = prescription.id)
      """)
  }

  /// The numbers of what was prescribed in each of these consultations.
  private func prescriptions(of ids: [ConsultationID]) throws -> [String: [Int64]] {
    guard !ids.isEmpty else { return [:] }
    var numbers: [String: [Int64]] = [:]
    try transaction.forEachRow(
      """
      SELECT tied.consultation_id, prescription.number FROM consultation_prescription AS tied
        JOIN prescription ON prescription.id = tied.prescription_id
      WHERE tied.consultation_id IN (\(list: ids.map(\.text))) ORDER BY prescription.number
      """
    ) { row in numbers[try row.text("consultation_id"), default: []].append(try row.integer("number")) }
    return numbers
  }

  /// Amends a consultation as a new version; false when it is no longer at that version.
  package func amend(
    _ id: ConsultationID, from version: Int, to words: ConsultationEntry, because reason: String
  ) throws -> Bool {
    try transaction.execute(
      """
      UPDATE consultation SET complaint = \(words.complaint), findings = \(words.findings),
        diagnosis = \(words.diagnosis), plan = \(words.plan), \(part: records.nextVersion(because: reason))
      WHERE id = \(id) AND version = \(version)
      """) > 0
  }

  /// The consultations of a patient and of the records merged into theirs, newest first, at most `limit`.
  package func all(of patient: PatientID, limit: Int) throws -> [Consultation] {
    try read(
      """
      WHERE held.patient_id IN (\(part: MergedRecords.identifiers(of: patient)))
      ORDER BY held.written_at DESC, held.id DESC LIMIT \(limit)
      """)
  }

  /// One consultation.
  package func one(_ id: ConsultationID) throws -> Consultation? { try read("WHERE held.id = \(id)").first }

  private func read(_ wanted: SQLStatement) throws -> [Consultation] {
    let rows = try transaction.rows(
      """
      SELECT held.id, held.patient_id, held.admission_id, held.complaint, held.findings, held.diagnosis, held.plan,
        \(part: ClinicalEntryRecords.standingColumns)
      FROM consultation AS held \(part: ClinicalEntryRecords.standingJoins) \(part: wanted)
      """
    )
    let prescribed = try prescriptions(of: try rows.map { try $0.identifier("id") })
    return try rows.map { row in
      let id: ConsultationID = try row.identifier("id")
      return Consultation(
        id: id, patient: try row.identifier("patient_id"), admission: try row.optionalIdentifier("admission_id"),
        words: ConsultationEntry(
          complaint: try row.text("complaint"), findings: try row.text("findings"),
          diagnosis: try row.text("diagnosis"), plan: try row.text("plan")),
        standing: try records.clinicalEntries.standing(of: .consultation(id), row),
        prescribed: prescribed[id.text] ?? [])
    }
  }
}

extension Records {
  /// Consultations.
  package var consultations: ConsultationRecords { ConsultationRecords(records: self) }
}
