import DatabaseKit
import HospitalDomain

/// Nurses' notes (C3).
package struct NursingNoteRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Writes a note.
  package func write(
    _ text: String, as id: NursingNoteID, of patient: PatientID, in admission: AdmissionID?
  ) throws {
    try transaction.execute(
      """
      INSERT INTO nursing_note (id, patient_id, admission_id, written_at, written_by, note, is_struck_out,
        version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(patient), \(admission), \(records.now), \(records.author.account), \(text), 0,
        \(part: records.firstVersion))
      """)
  }

  /// Amends a note as a new version; false when it is no longer at that version.
  package func amend(_ id: NursingNoteID, from version: Int, to text: String, because reason: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE nursing_note SET note = \(text), \(part: records.nextVersion(because: reason))
      WHERE id = \(id) AND version = \(version)
      """) > 0
  }

  /// The notes about a patient and under the records merged into theirs, newest first, at most `limit`.
  package func all(of patient: PatientID, limit: Int) throws -> [NursingNote] {
    try read(
      """
      WHERE held.patient_id IN (\(part: MergedRecords.identifiers(of: patient)))
      ORDER BY held.written_at DESC, held.id DESC LIMIT \(limit)
      """)
  }

  /// One note.
  package func one(_ id: NursingNoteID) throws -> NursingNote? { try read("WHERE held.id = \(id)").first }

  private func read(_ wanted: SQLStatement) throws -> [NursingNote] {
    try transaction.rows(
      """
      SELECT held.id, held.patient_id, held.admission_id, held.note, \(part: ClinicalEntryRecords.standingColumns)
      FROM nursing_note AS held \(part: ClinicalEntryRecords.standingJoins) \(part: wanted)
      """
    ).map { row in
      let id: NursingNoteID = try row.identifier("id")
      return NursingNote(
        id: id, patient: try row.identifier("patient_id"), admission: try row.optionalIdentifier("admission_id"),
        text: try row.text("note"), standing: try records.clinicalEntries.standing(of: .nursingNote(id), row))
    }
  }
}

extension Records {
  /// Nurses' notes.
  package var nursingNotes: NursingNoteRecords { NursingNoteRecords(records: self) }
}
