import DatabaseKit
import HospitalDomain

/// The audit trail. It grows and never changes: the database refuses that to everyone.
package struct AuditRecords {
  let records: Records
  var transaction: any Transaction { records.transaction }

  /// Adds an entry at the end of the trail, in the transaction of the act itself.
  package func append(
    _ action: AuditAction, permission: String, on subject: AuditSubject, by account: AccountID?, named actor: String,
    at terminal: String, in hospital: HospitalID?, reason: String, occurredAt now: Timestamp
  ) throws {
    try transaction.execute(
      """
      INSERT INTO audit_entry (id, occurred_at, account_id, actor, terminal, hospital_id, action, permission, subject_kind,
        subject_id, patient_id, reason, previous_hash, hash)
      SELECT id, occurred_at, account_id, actor, terminal, hospital_id, action, permission, subject_kind, subject_id,
        patient_id, reason, previous_hash, \(part: SQLStatement(trusted: AuditChain.hash(transaction.dialect)))
      FROM (
        SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM audit_entry) AS id, \(now) AS occurred_at, \(account) AS account_id,
          \(actor) AS actor, \(terminal) AS terminal, \(hospital) AS hospital_id, \(action) AS action,
          \(permission) AS permission, \(subject.kind) AS subject_kind, \(subject.id) AS subject_id,
          \(subject.patient) AS patient_id, \(reason) AS reason,
          COALESCE((SELECT hash FROM audit_entry ORDER BY id DESC LIMIT 1), '') AS previous_hash) AS entry
      """)
  }

  /// The newest entries about a patient, newest first.
  package func entries(about patient: PatientID, limit: Int) throws -> [AuditEntry] {
    try entries("WHERE patient_id = \(patient) ORDER BY occurred_at DESC, id DESC LIMIT \(limit)")
  }

  /// The number of the newest entry of the whole trail; 0 for none.
  package func newestNumber() throws -> Int64 {
    try transaction.row("SELECT COALESCE(MAX(id), 0) AS newest FROM audit_entry")?.integer("newest") ?? 0
  }

  /// The newest entries of the whole trail, newest first.
  package func newest(_ limit: Int) throws -> [AuditEntry] {
    try entries("ORDER BY id DESC LIMIT \(limit)")
  }

  private func entries(_ clause: SQLStatement) throws -> [AuditEntry] {
    try transaction.rows("SELECT * FROM audit_entry \(part: clause)").map(Self.entry)
  }

  static func entry(_ row: SQLRow) throws -> AuditEntry {
    AuditEntry(
      number: try row.integer("id"), occurredAt: try row.timestamp("occurred_at"),
      account: try row.optionalIdentifier("account_id"), actor: try row.text("actor"),
      terminal: try row.text("terminal"), action: try row.code("action"), permission: try row.text("permission"),
      subject: AuditSubject(
        kind: try row.text("subject_kind"), id: try row.text("subject_id"),
        patient: try row.optionalIdentifier("patient_id")),
      reason: try row.text("reason"))
  }
}

extension Records {
  /// The audit trail.
  package var audit: AuditRecords { AuditRecords(records: self) }
}
