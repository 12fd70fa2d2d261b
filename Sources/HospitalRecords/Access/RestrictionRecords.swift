import DatabaseKit
import HospitalDomain

/// Restricted records, and the openings of them.
package struct RestrictionRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// What stands before a patient's record; nil where it is not restricted.
  package func restriction(of patient: PatientID) throws -> RestrictedRecord? {
    try transaction.row(
      """
      SELECT patient.id, patient.number, patient.family_name, patient.given_name, restricted_patient.kind
      FROM restricted_patient JOIN patient ON patient.id = restricted_patient.patient_id
      WHERE restricted_patient.patient_id = \(patient) LIMIT 1
      """
    ).map { RestrictedRecord(patient: try records.shown($0.patientReference("")), kind: try $0.code("kind")) }
  }

  /// Those among some patients whose names are kept from the author now. A search asks at every key, so that it costs next
  /// to nothing while no record is restricted.
  package func closed(among patients: [PatientID]) throws -> Set<PatientID> {
    Set(try patients.filter { try records.withholds($0) })
  }

  /// Whether any record of the hospital is restricted.
  func areThereAny() throws -> Bool {
    try transaction.exists(
      """
      SELECT 1 WHERE EXISTS (SELECT 1 FROM restriction WHERE ended_at IS NULL AND patient_id > '')
        OR EXISTS (SELECT 1 FROM restriction WHERE ended_at IS NULL AND department_id > '')
      """)
  }

  /// Whether a record is kept from the author: it is restricted, not open to them with a reason, not their own, and not of
  /// somebody whom they care for now.
  func isWithheld(_ patient: PatientID) throws -> Bool {
    try transaction.exists(
      """
      SELECT 1 FROM restricted_patient WHERE patient_id = \(patient)
        AND NOT EXISTS (SELECT 1 FROM access_grant
          WHERE patient_id = \(patient) AND account_id = \(records.author.account)
            AND begun_at <= \(records.now) AND ends_at > \(records.now))
        AND NOT EXISTS (SELECT 1 FROM account WHERE id = \(records.author.account) AND patient_id = \(patient))
        AND NOT EXISTS (SELECT 1 FROM carer_now
          WHERE patient_id = \(patient) AND account_id = \(records.author.account))
      """)
  }

  /// Whether the author cares for a patient now: as their doctor, as the member of staff who is assigned, or in the
  /// department that they lie in.
  package func isCaring(for patient: PatientID) throws -> Bool {
    try transaction.exists(
      "SELECT 1 FROM carer_now WHERE patient_id = \(patient) AND account_id = \(records.author.account)")
  }

  /// The names of those whose records are kept from the author.
  package func withheldNames() throws -> [PersonName] {
    try transaction.rows(
      """
      SELECT DISTINCT patient.id, patient.family_name, patient.given_name
      FROM restricted_patient JOIN patient ON patient.id = restricted_patient.patient_id
      """
    ).compactMap { row in try records.withholds(row.identifier("id")) ? row.personName() : nil }
  }

  /// When an opening of the author's ends next; nil while none is open.
  package func nextEnd() throws -> Timestamp? {
    try transaction.row(
      """
      SELECT MIN(ends_at) AS ends_at FROM access_grant
      WHERE account_id = \(records.author.account) AND ends_at > \(records.now)
      """)?.optionalTimestamp("ends_at")
  }

  /// Until when a record is open to the author, who gave a reason; nil where it is not.
  package func openUntil(_ patient: PatientID) throws -> Timestamp? {
    try transaction.row(
      """
      SELECT MAX(ends_at) AS ends_at FROM access_grant
      WHERE patient_id = \(patient) AND account_id = \(records.author.account)
        AND begun_at <= \(records.now) AND ends_at > \(records.now)
      """)?.optionalTimestamp("ends_at")
  }

  /// Marks a record, or a department; false where it is marked already.
  package func restrict(
    patient: PatientID? = nil, department: DepartmentID? = nil, as kind: RestrictionKind, because reason: String
  ) throws -> Bool {
    let isMarked = try transaction.exists(
      """
      SELECT 1 FROM restriction WHERE ended_at IS NULL AND (patient_id = \(patient) OR department_id = \(department))
      """)
    if isMarked { return false }
    let id: Identifier<RecordKind.Restriction> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO restriction (id, patient_id, department_id, kind, reason, begun_at, begun_by)
      VALUES (\(id), \(patient), \(department), \(kind), \(reason), \(records.now), \(records.author.account))
      """)
    return true
  }

  /// Lifts the mark of a record, or of a department; false where there is none.
  package func lift(patient: PatientID? = nil, department: DepartmentID? = nil, because reason: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE restriction SET ended_at = \(records.now), ended_by = \(records.author.account), end_reason = \(reason)
      WHERE ended_at IS NULL AND (patient_id = \(patient) OR department_id = \(department))
      """) > 0
  }

  /// The departments that are marked.
  package func departments() throws -> Set<DepartmentID> {
    let marked: [DepartmentID] = try transaction.rows(
      "SELECT department_id FROM restriction WHERE ended_at IS NULL AND department_id IS NOT NULL"
    ).map { try $0.identifier("department_id") }
    return Set(marked)
  }

  /// Opens a record to the author until a time.
  package func grant(_ patient: PatientID, at terminal: String, until end: Timestamp, because reason: String) throws {
    let id: AccessGrantID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO access_grant (id, patient_id, account_id, terminal, reason, begun_at, ends_at)
      VALUES (\(id), \(patient), \(records.author.account), \(terminal), \(reason), \(records.now), \(end))
      """)
  }

  /// Keeps what a supervisor found.
  package func review(_ grant: AccessGrantID, isJustified: Bool, remark: String) throws {
    try transaction.execute(
      """
      INSERT INTO access_review (grant_id, is_justified, remark, reviewed_at, reviewed_by)
      VALUES (\(grant), \(isJustified), \(remark), \(records.now), \(records.author.account))
      """)
  }

  /// One opening.
  package func opening(_ id: AccessGrantID) throws -> AccessGrant? {
    try openings("access_grant.id = \(id)", limit: 1).first
  }

  /// The openings of the author's hospital: those that nobody has reviewed first, then the newest.
  package func openings(limit: Int) throws -> [AccessGrant] {
    try openings("account.hospital_id = \(records.author.hospital)", limit: limit)
  }

  private func openings(_ condition: SQLStatement, limit: Int) throws -> [AccessGrant] {
    try transaction.rows(
      """
      SELECT access_grant.id AS grant_id, access_grant.account_id, access_grant.terminal, access_grant.reason,
        access_grant.begun_at, access_grant.ends_at, account.username, account.full_name, account.role,
        patient.id, patient.number, patient.family_name, patient.given_name,
        access_review.is_justified, access_review.remark, access_review.reviewed_at, reviewer.full_name AS reviewer
      FROM access_grant JOIN account ON account.id = access_grant.account_id
        JOIN patient ON patient.id = access_grant.patient_id
        LEFT JOIN access_review ON access_review.grant_id = access_grant.id
        LEFT JOIN account AS reviewer ON reviewer.id = access_review.reviewed_by
      WHERE \(part: condition)
      ORDER BY access_review.grant_id IS NOT NULL, access_grant.begun_at DESC, access_grant.id DESC LIMIT \(limit)
      """
    ).map { row in
      let review = try row.optionalTimestamp("reviewed_at").map { at in
        AccessReview(
          isJustified: try row.flag("is_justified"), remark: try row.text("remark"),
          reviewed: Recorded(by: try row.text("reviewer"), at: at))
      }
      return AccessGrant(
        id: try row.identifier("grant_id"), patient: try row.patientReference(""),
        account: try row.identifier("account_id"), username: try row.text("username"),
        fullName: try row.text("full_name"), role: try row.code("role"), terminal: try row.text("terminal"),
        reason: try row.text("reason"), begunAt: try row.timestamp("begun_at"), endsAt: try row.timestamp("ends_at"),
        review: review)
    }
  }
}

extension Records {
  /// Restricted records, and the openings of them.
  package var restrictions: RestrictionRecords { RestrictionRecords(records: self) }
}
