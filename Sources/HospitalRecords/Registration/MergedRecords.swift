import DatabaseKit
import HospitalDomain

/// Records that were made twice. A merge is a link and nothing moves, so that its undoing restores both exactly.
enum MergedRecords {
  /// The identifiers of a patient's record and of those merged into it, as a subquery.
  static func identifiers(of patient: PatientID) -> SQLStatement {
    "SELECT \(patient) UNION SELECT patient_id FROM patient_merge WHERE survivor_id = \(patient) AND undone_at IS NULL"
  }

  /// The identifier of the record that survives of the one that a column names, as an expression: itself, if it was not
  /// merged into another.
  static func survivor(of column: SQLStatement) -> SQLStatement {
    """
    COALESCE((SELECT away.survivor_id FROM patient_merge AS away
      WHERE away.patient_id = \(part: column) AND away.undone_at IS NULL), \(part: column))
    """
  }
}
