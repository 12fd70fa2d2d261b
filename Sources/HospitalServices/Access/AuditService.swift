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
}
