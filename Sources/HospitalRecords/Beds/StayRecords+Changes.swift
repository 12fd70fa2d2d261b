import DatabaseKit
import HospitalDomain

extension StayRecords {
  /// Who changed that of an admission last, and when; nil where nobody did.
  package func lastChange(_ change: CareChange, of admission: AdmissionID) throws -> Recorded? {
    let newest: SQLStatement =
      switch change {
      case .assignment:
        """
        SELECT recorded_by AS account_id, recorded_at AS changed_at FROM stay
        WHERE admission_id = \(admission) AND ended_at IS NULL
        """
      case .expectedDischarge:
        "SELECT recorded_by AS account_id, recorded_at AS changed_at FROM admission WHERE id = \(admission)"
      case .isolation:
        """
        SELECT COALESCE(ended_by, started_by) AS account_id, COALESCE(ended_at, started_at) AS changed_at FROM isolation
        WHERE admission_id = \(admission) ORDER BY (ended_at IS NULL) DESC, ended_at DESC LIMIT 1
        """
      }
    return try records.transaction.row(
      """
      SELECT account.full_name, newest.changed_at FROM (\(part: newest)) AS newest
        JOIN account ON account.id = newest.account_id
      """
    ).map { Recorded(by: try $0.text("full_name"), at: try $0.timestamp("changed_at")) }
  }
}
