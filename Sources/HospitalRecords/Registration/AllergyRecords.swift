import DatabaseKit
import HospitalDomain

/// Allergies: added, and struck out with a reason, never changed.
package struct AllergyRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Every allergy of a patient and of the records merged into theirs, oldest first, those struck out included.
  package func all(of patient: PatientID) throws -> [AllergyLine] {
    try transaction.rows(
      """
      SELECT allergy.*, recorder.full_name AS recorder, striker.full_name AS striker
      FROM allergy JOIN account AS recorder ON recorder.id = allergy.recorded_by
        LEFT JOIN account AS striker ON striker.id = allergy.struck_out_by
      WHERE allergy.patient_id IN (\(part: MergedRecords.identifiers(of: patient)))
      ORDER BY allergy.recorded_at, allergy.id
      """
    ).map(Self.line)
  }

  /// What is known of a patient's allergies: those that hold, or else what the record says.
  func status(of patient: PatientID, recorded code: String) throws -> AllergyStatus {
    Self.status(of: try all(of: patient).filter { $0.struckOut == nil }, recorded: code)
  }

  /// What lines that hold and a stored code amount to.
  static func status(of holding: [AllergyLine], recorded code: String) -> AllergyStatus {
    var entries: [AllergyEntry] = []
    for line in holding where !entries.contains(line.entry) { entries.append(line.entry) }
    if !entries.isEmpty { return .recorded(entries) }
    return code == "none" ? .noneKnown : .unknown
  }

  /// Adds an allergy.
  package func add(_ entry: AllergyEntry, to patient: PatientID) throws {
    let id: AllergyID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO allergy (id, patient_id, substance, reaction, severity, recorded_at, recorded_by)
      VALUES (\(id), \(patient), \(entry.substance), \(entry.reaction), 'unknown', \(records.now),
        \(records.author.account))
      """)
  }

  /// Strikes an allergy out; false when it was struck out before.
  package func strikeOut(_ id: AllergyID, because reason: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE allergy SET struck_out_at = \(records.now), struck_out_by = \(records.author.account),
        strike_reason = \(reason)
      WHERE id = \(id) AND struck_out_at IS NULL
      """) > 0
  }

  /// Brings the allergies that hold in line with a status: adds what is new and strikes out what is gone. The status on
  /// the patient's row is the caller's, in the same transaction.
  package func set(_ status: AllergyStatus, of patient: PatientID, because reason: String) throws {
    let holding = try all(of: patient).filter { $0.struckOut == nil }
    for line in holding where !status.entries.contains(line.entry) {
      _ = try strikeOut(line.id, because: reason)
    }
    for entry in status.entries where !holding.contains(where: { $0.entry == entry }) { try add(entry, to: patient) }
  }

  /// The stored code of a status.
  static func code(of status: AllergyStatus) -> String {
    switch status {
    case .unknown: "unknown"
    case .noneKnown: "none"
    case .recorded: "recorded"
    }
  }

  private static func line(_ row: SQLRow) throws -> AllergyLine {
    AllergyLine(
      id: try row.identifier("id"), patient: try row.identifier("patient_id"),
      entry: AllergyEntry(substance: try row.text("substance"), reaction: try row.text("reaction")),
      severity: try row.text("severity"),
      recorded: Recorded(by: try row.text("recorder"), at: try row.timestamp("recorded_at")),
      struckOut: try row.optionalText("striker").map { Recorded(by: $0, at: try row.timestamp("struck_out_at")) },
      strikeReason: try row.optionalText("strike_reason") ?? "")
  }
}

extension Records {
  /// Allergies.
  package var allergies: AllergyRecords { AllergyRecords(records: self) }
}
