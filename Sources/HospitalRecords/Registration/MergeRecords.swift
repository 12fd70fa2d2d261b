import DatabaseKit
import HospitalDomain

/// The merging of records. Nothing moves: a merge is a link, and undoing it ends the link.
package struct MergeRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Merges a record into another.
  package func merge(_ duplicate: PatientID, into survivor: PatientID, because reason: String) throws -> MergeID {
    let id: MergeID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO patient_merge (id, patient_id, survivor_id, merged_at, merged_by, reason)
      VALUES (\(id), \(duplicate), \(survivor), \(records.now), \(records.author.account), \(reason))
      """)
    return id
  }

  /// Undoes a merge; false when it was undone before.
  package func undo(_ id: MergeID, because reason: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE patient_merge SET undone_at = \(records.now), undone_by = \(records.author.account),
        undo_reason = \(reason)
      WHERE id = \(id) AND undone_at IS NULL
      """) > 0
  }

  /// One merge that holds.
  package func merge(_ id: MergeID) throws -> MergeLine? {
    try lines("patient_merge.id = \(id)").first
  }

  /// The records that are merged into a patient's, oldest merge first.
  package func merged(into survivor: PatientID) throws -> [MergeLine] {
    try lines("patient_merge.survivor_id = \(survivor)")
  }

  /// The merge by which a record was merged away.
  package func merged(away duplicate: PatientID) throws -> MergeLine? {
    try lines("patient_merge.patient_id = \(duplicate)").first
  }

  private func lines(_ condition: SQLStatement) throws -> [MergeLine] {
    try transaction.rows(
      """
      SELECT patient_merge.id, patient_merge.merged_at, patient_merge.reason, account.full_name,
        duplicate.id AS duplicate_id, duplicate.number AS duplicate_number,
        duplicate.family_name AS duplicate_family_name, duplicate.given_name AS duplicate_given_name,
        survivor.id AS survivor_id, survivor.number AS survivor_number,
        survivor.family_name AS survivor_family_name, survivor.given_name AS survivor_given_name
      FROM patient_merge JOIN account ON account.id = patient_merge.merged_by
        JOIN patient AS duplicate ON duplicate.id = patient_merge.patient_id
        JOIN patient AS survivor ON survivor.id = patient_merge.survivor_id
      WHERE \(part: condition) AND patient_merge.undone_at IS NULL ORDER BY patient_merge.merged_at, patient_merge.id
      """
    ).map { row in
      MergeLine(
        id: try row.identifier("id"), duplicate: try row.patientReference("duplicate_"),
        survivor: try row.patientReference("survivor_"),
        merged: Recorded(by: try row.text("full_name"), at: try row.timestamp("merged_at")),
        reason: try row.text("reason"))
    }
  }
}

extension SQLRow {
  /// A patient's id, number and name, of columns behind a prefix.
  func patientReference(_ prefix: String) throws -> PatientReference {
    PatientReference(
      id: try identifier(prefix + "id"), number: try hospitalNumber(prefix + "number"), name: try personName(prefix))
  }
}

extension Records {
  /// The merging of records.
  package var merges: MergeRecords { MergeRecords(records: self) }
}
