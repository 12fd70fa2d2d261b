import HospitalDomain
import HospitalRecords

/// The audit trail, for those who may read it (H5).
package struct AuditService: Sendable {
  private let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The newest entries, newest first.
  package func newest(_ limit: Int = 1_000) throws -> [AuditEntry] {
    try session.look(.readAudit) { try $0.audit.newest(limit) }
  }

  /// Hands over the entries that a choice leaves, newest first, and that they were is an entry too.
  ///
  /// - Parameter means: how they leave the program: "CSV to standard output".
  package func handOver(_ choice: AuditChoice, by means: String) throws -> [AuditEntry] {
    try session.perform(.readAudit, on: AuditSubject(kind: "report", id: "audit"), as: .read, because: means) {
      records in
      let patient = try choice.patient.map { try AccountService(session).patientHolder($0, in: records).id }
      return try records.audit.entries(about: patient, by: choice.username, limit: choice.limit)
    }
  }
}
