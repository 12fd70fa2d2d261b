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

  package init(
    number: Int64, occurredAt: Timestamp, account: AccountID?, actor: String, terminal: String, action: AuditAction,
    permission: String, subject: AuditSubject, reason: String
  ) {
    self.number = number
    self.occurredAt = occurredAt
    self.account = account
    self.actor = actor
    self.terminal = terminal
    self.action = action
    self.permission = permission
    self.subject = subject
    self.reason = reason
  }
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

  /// No single record.
  package static let nothing = AuditSubject(kind: "", id: "")
}
