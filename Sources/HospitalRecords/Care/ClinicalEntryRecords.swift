import DatabaseKit
import HospitalDomain

/// What clinical entries have in common: who wrote them, what was struck out, and what was added.
package struct ClinicalEntryRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Strikes an entry out as a new version; false when it is no longer at that version.
  package func strikeOut(_ entry: ClinicalEntry, from version: Int, because reason: String) throws -> Bool {
    let mark: SQLStatement =
      if case .prescription = entry { "status = 'entered-in-error'" } else { "is_struck_out = 1" }
    return try transaction.execute(
      """
      UPDATE \(part: SQLStatement(trusted: entry.kind)) SET \(part: mark), \(part: records.nextVersion(because: reason))
      WHERE id = \(entry.id) AND version = \(version)
      """) > 0
  }

  /// Whether a prescription was handed over.
  package func isHandedOver(_ prescription: String) throws -> Bool {
    try transaction.row("SELECT id FROM prescription WHERE id = \(prescription) AND status = 'completed'") != nil
  }

  /// Adds to an entry.
  package func add(_ text: String, to entry: ClinicalEntry) throws {
    let id: AddendumID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO addendum (id, \(part: Self.column(entry)), note, written_at, written_by)
      VALUES (\(id), \(entry.id), \(text), \(records.now), \(records.author.account))
      """)
  }

  /// The addenda to an entry, oldest first.
  func addenda(to entry: ClinicalEntry) throws -> [Addendum] {
    try transaction.rows(
      """
      SELECT addendum.id, addendum.note, addendum.written_at, account.full_name
      FROM addendum JOIN account ON account.id = addendum.written_by
      WHERE addendum.\(part: Self.column(entry)) = \(entry.id) ORDER BY addendum.written_at, addendum.id
      """
    ).map { row in
      Addendum(
        id: try row.identifier("id"), text: try row.text("note"),
        written: Recorded(by: try row.text("full_name"), at: try row.timestamp("written_at")))
    }
  }

  /// Whose prescription it is, and how it stands as an entry; its author is who wrote its first version.
  package func prescription(_ id: String) throws -> (patient: PatientID, standing: EntryStanding)? {
    try transaction.row(prescriptions("held.id = \(id)")).map {
      (try $0.identifier("patient_id"), try standing(of: .prescription(id), $0))
    }
  }

  /// How each prescription of a patient stands, by its identifier.
  package func prescriptions(of patient: PatientID) throws -> [String: EntryStanding] {
    var standings: [String: EntryStanding] = [:]
    try transaction.forEachRow(
      prescriptions("held.patient_id IN (\(part: MergedRecords.identifiers(of: patient)))")
    ) { row in
      let id = try row.text("id")
      standings[id] = try standing(of: .prescription(id), row)
    }
    return standings
  }

  private func prescriptions(_ wanted: SQLStatement) -> SQLStatement {
    """
    SELECT held.id, held.patient_id, held.version, held.recorded_at, held.change_reason, held.written_at,
      CASE held.status WHEN 'entered-in-error' THEN 1 ELSE 0 END AS is_struck_out,
      author.id AS written_by, author.full_name AS author, recorder.full_name AS recorder
    FROM prescription AS held
      LEFT JOIN prescription_version AS first ON first.prescription_id = held.id AND first.version = 1
      JOIN account AS author ON author.id = COALESCE(first.recorded_by, held.recorded_by)
      JOIN account AS recorder ON recorder.id = held.recorded_by
    WHERE \(part: wanted)
    """
  }

  private static func column(_ entry: ClinicalEntry) -> SQLStatement { SQLStatement(trusted: "\(entry.kind)_id") }

  /// The columns that tell how an entry stands, of a table `held` that is joined with `standingJoins`.
  static let standingColumns: SQLStatement = """
    held.written_at, held.written_by, held.version, held.recorded_at, held.change_reason, held.is_struck_out,
    author.full_name AS author, recorder.full_name AS recorder
    """
  static let standingJoins: SQLStatement = """
    JOIN account AS author ON author.id = held.written_by JOIN account AS recorder ON recorder.id = held.recorded_by
    """

  /// How an entry stands, of a row with `standingColumns`.
  func standing(of entry: ClinicalEntry, _ row: SQLRow) throws -> EntryStanding {
    EntryStanding(
      author: try row.identifier("written_by"),
      written: Recorded(by: try row.text("author"), at: try row.timestamp("written_at")),
      version: try row.count("version"),
      changed: Recorded(by: try row.text("recorder"), at: try row.timestamp("recorded_at")),
      reason: try row.text("change_reason"), isStruckOut: try row.flag("is_struck_out"),
      addenda: try addenda(to: entry))
  }
}

extension Records {
  /// What clinical entries have in common.
  package var clinicalEntries: ClinicalEntryRecords { ClinicalEntryRecords(records: self) }
}
