import DatabaseKit
import HospitalDomain

/// One thing that was done, or looked at, or refused, as the audit trail keeps it.
package struct AuditEntry: Hashable, Sendable {
  /// Its place in the trail, from 1, without gaps.
  package let number: Int64
  /// When it happened.
  package let occurredAt: Timestamp
  /// Who did it; nil for a sign-in that failed.
  package let account: AccountID?
  /// The name of who did it, as it was then.
  package let actor: String
  /// The terminal or the peer of the line.
  package let terminal: String
  /// What kind of act it was.
  package let action: AuditAction
  /// The code of the permission that it needed.
  package let permission: String
  /// What it was done to.
  package let subject: AuditSubject
  /// Why, where a reason was asked for.
  package let reason: String
}

/// What an act is done to: a kind of record, its identifier, and the patient whose record it belongs to.
package struct AuditSubject: Hashable, Sendable {
  /// The kind of record, such as `room`.
  package let kind: String
  /// The record's identifier; empty for an act on no single record.
  package let id: String
  /// The patient concerned.
  package let patient: PatientID?

  package init(kind: String, id: String, patient: PatientID? = nil) {
    self.kind = kind
    self.id = id
    self.patient = patient
  }
}

/// The audit trail. It grows and never changes: the database refuses that to everyone.
package struct AuditRecords {
  let transaction: any Transaction

  /// Adds an entry at the end of the trail, in the transaction of the act itself.
  package func append(
    _ action: AuditAction, permission: String, on subject: AuditSubject, by account: AccountID?, named actor: String,
    at terminal: String, in hospital: HospitalID?, reason: String, occurredAt now: Timestamp
  ) throws {
    try transaction.execute(
      """
      INSERT INTO audit_entry (id, occurred_at, account_id, actor, terminal, hospital_id, action, permission, subject_kind,
        subject_id, patient_id, reason)
      VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM audit_entry), \(now), \(account), \(actor), \(terminal), \(hospital),
        \(action), \(permission), \(subject.kind), \(subject.id), \(subject.patient), \(reason))
      """)
  }

  /// The newest entries about a patient, newest first.
  package func entries(about patient: PatientID, limit: Int) throws -> [AuditEntry] {
    try entries("WHERE patient_id = \(patient) ORDER BY id DESC LIMIT \(limit)")
  }

  /// The newest entries of the whole trail, newest first.
  package func newest(_ limit: Int) throws -> [AuditEntry] {
    try entries("ORDER BY id DESC LIMIT \(limit)")
  }

  private func entries(_ clause: SQLStatement) throws -> [AuditEntry] {
    try transaction.rows("SELECT * FROM audit_entry \(part: clause)").map { row in
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
}

extension Records {
  /// The audit trail.
  package var audit: AuditRecords { AuditRecords(transaction: transaction) }
}
