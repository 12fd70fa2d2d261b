import DatabaseKit
import HospitalDomain

/// Admissions.
package struct AdmissionRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// One admission.
  package func admission(_ id: AdmissionID) throws -> Admission? {
    try transaction.row("SELECT * FROM admission WHERE id = \(id)").map(Self.admission)
  }

  /// The open admission of a patient, under any record that was merged into theirs.
  package func open(of patient: PatientID) throws -> Admission? {
    try transaction.row(
      """
      SELECT * FROM admission WHERE status IN ('in-progress', 'on-hold')
        AND patient_id IN (\(part: MergedRecords.identifiers(of: patient)))
      """
    ).map(Self.admission)
  }

  /// Every admission of a patient, newest first.
  package func all(of patient: PatientID) throws -> [Admission] {
    try transaction.rows(
      """
      SELECT * FROM admission WHERE patient_id IN (\(part: MergedRecords.identifiers(of: patient)))
      ORDER BY admitted_at DESC, id DESC
      """
    ).map(Self.admission)
  }

  /// What was recorded on an admission since it began, oldest first. With any of it, it is not taken back.
  package func entries(on id: AdmissionID) throws -> [AdmissionEntry] {
    let entries = SQLStatement(trusted: AdmissionEntrySQL.entries(on: "(SELECT id FROM this)"))
    return try transaction.rows(
      """
      WITH this AS (SELECT \(id) AS id), entry AS (\(part: entries))
      SELECT entry.kind, entry.entered_at, account.full_name FROM entry JOIN account ON account.id = entry.account_id
      ORDER BY entry.entered_at
      """
    ).map { row in
      AdmissionEntry(
        kind: try row.code("kind"), by: try row.text("full_name"), at: try row.timestamp("entered_at"))
    }
  }

  /// Adds an admission.
  package func add(_ admission: Admission) throws {
    try transaction.execute(
      """
      INSERT INTO admission (id, patient_id, hospital_id, class, type, status, doctor_id, complaint, admitted_at,
        expected_discharge_at, discharged_at, disposition, version, recorded_at, recorded_by, change_reason)
      VALUES (\(admission.id), \(admission.patient), \(records.author.hospital), \(admission.admissionClass),
        \(admission.type), \(admission.status), \(admission.doctor), \(admission.complaint), \(admission.admittedAt),
        \(admission.expectedDischarge), \(admission.dischargedAt), \(admission.disposition?.rawValue),
        \(part: records.firstVersion))
      """)
  }

  /// Brings an admission to another state, as a new version.
  package func setStatus(_ status: AdmissionStatus, of id: AdmissionID, because reason: String) throws {
    try change(id, "status = \(status)", because: reason)
  }

  /// Records that the patient left.
  package func discharge(_ id: AdmissionID, to disposition: Disposition) throws {
    try change(
      id,
      """
      status = 'discharged', disposition = \(disposition),
        discharged_at = CASE WHEN admitted_at > \(records.now) THEN admitted_at ELSE \(records.now) END
      """, because: "")
  }

  /// Records that a patient who left went elsewhere than was recorded.
  package func setDisposition(_ disposition: Disposition, of id: AdmissionID, because reason: String) throws {
    try change(id, "disposition = \(disposition)", because: reason)
  }

  /// Takes the leaving of a patient back, while the room can be taken again.
  package func undoDischarge(_ id: AdmissionID, because reason: String) throws {
    try change(id, "status = 'in-progress', discharged_at = NULL, disposition = NULL", because: reason)
  }

  /// Sets when the patient is expected to leave.
  package func setExpectedDischarge(_ time: Timestamp?, of id: AdmissionID, because reason: String) throws {
    try change(id, "expected_discharge_at = \(time)", because: reason)
  }

  private func change(_ id: AdmissionID, _ assignments: SQLStatement, because reason: String) throws {
    try transaction.execute(
      "UPDATE admission SET \(part: assignments), \(part: records.nextVersion(because: reason)) WHERE id = \(id)")
  }

  private static func admission(_ row: SQLRow) throws -> Admission {
    Admission(
      id: try row.identifier("id"), patient: try row.identifier("patient_id"), admissionClass: try row.code("class"),
      type: try row.code("type"), status: try row.code("status"), doctor: try row.identifier("doctor_id"),
      complaint: try row.text("complaint"), admittedAt: try row.optionalTimestamp("admitted_at"),
      expectedDischarge: try row.optionalTimestamp("expected_discharge_at"),
      dischargedAt: try row.optionalTimestamp("discharged_at"), disposition: try row.optionalCode("disposition"))
  }
}

extension Records {
  /// Admissions.
  package var admissions: AdmissionRecords { AdmissionRecords(records: self) }
}
