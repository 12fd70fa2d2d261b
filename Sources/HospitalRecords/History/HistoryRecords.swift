import DatabaseKit
import HospitalDomain

/// The versions of any record, read from the tables that keep them.
package struct HistoryRecords {
  let records: Records
  let clock: LocalTime
  private var transaction: any Transaction { records.transaction }

  /// Whose record it stands on; nil where there is no such record.
  package func patient(of record: VersionedRecord) throws -> PatientID? {
    if record.kind == .patient { return try records.patients.row(Identifier(record.id))?.id }
    guard let row = try transaction.row(Self.current(record.kind.table, record.id)) else { return nil }
    if row.names.contains("patient_id") { return try row.identifier("patient_id") }
    guard row.names.contains("admission_id") else { return nil }
    return try patient(of: VersionedRecord(.admission, try row.text("admission_id")))
  }

  /// What a record is called, in words: `room 4A-12`; nil where there is no such record.
  package func title(of record: VersionedRecord) throws -> String? {
    let noun = record.kind.noun
    if case .additions = record.kind.keeping { return record.id.isEmpty ? "tax" : "\(noun) \(record.id)" }
    guard try transaction.row(Self.current(record.kind.table, record.id)) != nil else { return nil }
    // A patient's name stands in the banner.
    guard record.kind != .patient, let name = try name(of: record.id, in: "\(record.kind.table)_id") else {
      return noun
    }
    return "\(noun) \(name)"
  }

  /// Every version of a record, and of what is a part of it.
  package func versions(of record: VersionedRecord) throws -> [RecordVersion] {
    if record.kind == .patient { return try patientVersions(Identifier(record.id)) }
    if case .additions(let key, let reason) = record.kind.keeping {
      return try additions(record, key: key, reason: reason)
    }
    let own = try versions(in: record.kind.table, of: record.id, part: "")
    guard record.kind == .admission else { return own }
    let stays = try transaction.rows(
      """
      SELECT stay.id, room.number FROM stay JOIN room ON room.id = stay.room_id
      WHERE stay.admission_id = \(record.id) ORDER BY stay.started_at, stay.id
      """)
    let orders = try transaction.rows("SELECT id FROM discharge_summary WHERE admission_id = \(record.id)")
    return own
      + (try stays.flatMap { stay in
        try versions(in: "stay", of: stay.text("id"), part: "Stay in \(stay.text("number"))")
      }) + (try orders.flatMap { try versions(in: "discharge_summary", of: $0.text("id"), part: "Discharge order") })
  }

  private static func current(_ table: String, _ id: String) -> SQLStatement {
    "SELECT * FROM \(part: SQLStatement(trusted: table)) WHERE id = \(id)"
  }

  private func versions(in table: String, of id: String, part: String) throws -> [RecordVersion] {
    let history = SQLStatement(trusted: "\(table)_version")
    let owner = SQLStatement(trusted: "\(table)_id")
    let former = try transaction.rows("SELECT * FROM \(part: history) WHERE \(part: owner) = \(id) ORDER BY version")
    guard let newest = try transaction.row(Self.current(table, id)) else { return [] }
    let columns = try versionedColumns(of: table)
    return try numbered(
      try (former + [newest]).map { row in
        (
          try row.count("version"), try recorded(row, by: "recorded_by", at: "recorded_at"),
          try row.text("change_reason"), try values(of: row, columns)
        )
      }, part: part)
  }

  /// The columns that a version holds, in the order of the table.
  private func versionedColumns(of table: String) throws -> [String] {
    let empty = try transaction.row(
      "SELECT held.* FROM (SELECT 1 AS one) AS blank LEFT JOIN \(part: SQLStatement(trusted: table))_version AS held ON 1 = 0"
    )
    return (empty?.names ?? []).filter { !HistoryColumns.ofVersion.contains($0) && $0 != "\(table)_id" }
  }

  private func additions(_ record: VersionedRecord, key: String, reason: String?) throws -> [RecordVersion] {
    let rows = try transaction.rows(
      """
      SELECT * FROM \(part: SQLStatement(trusted: record.kind.table))
      WHERE hospital_id = \(records.author.hospital) AND \(part: SQLStatement(trusted: key)) = \(record.id)
      ORDER BY set_at, id
      """)
    let hidden: Set<String> = ["id", "hospital_id", "set_at", "set_by", key, reason ?? key]
    return try numbered(
      try rows.enumerated().map { place, row in
        (
          place + 1, try recorded(row, by: "set_by", at: "set_at"), try reason.map { try row.text($0) } ?? "",
          try values(of: row, row.names.filter { !hidden.contains($0) && $0 != "kind" })
        )
      }, part: "")
  }

  private func numbered(
    _ rows: [(number: Int, recorded: Recorded, reason: String, values: [RecordVersion.Value])], part: String
  ) throws -> [RecordVersion] {
    zip(rows, [nil] + rows.map(Optional.some)).map { row, former in
      RecordVersion(
        part: part, number: row.number, recorded: row.recorded, reason: row.reason, values: row.values,
        after: former?.values)
    }
  }

  private func recorded(_ row: SQLRow, by author: String, at time: String) throws -> Recorded {
    let account = try transaction.row("SELECT full_name FROM account WHERE id = \(try row.text(author))")
    return Recorded(by: try account?.text("full_name") ?? "nobody on file", at: try row.timestamp(time))
  }

  private func values(of row: SQLRow, _ columns: [String]) throws -> [RecordVersion.Value] {
    try columns.map { column in
      let value = try row.value(column)
      if case .text(let id) = value, column.hasSuffix("_id") {
        return .init(HistoryColumns.caption(column), try name(of: id, in: column) ?? id)
      }
      return .init(HistoryColumns.caption(column), HistoryColumns.words(column, value, clock: clock))
    }
  }

  /// What the record is called that a column names.
  private func name(of id: String, in column: String) throws -> String? {
    guard let reference = HistoryColumns.names[column] else { return nil }
    return try transaction.row(
      """
      SELECT \(part: reference.words) AS words FROM \(part: SQLStatement(trusted: reference.table)) WHERE id = \(id)
      """)?.text("words")
  }

  /// Allergies are kept beside the details, and shown among them.
  private func patientVersions(_ id: PatientID) throws -> [RecordVersion] {
    try numbered(
      try records.patients.versions(of: id).reversed().map { row in
        let details = PatientField.allCases.map { RecordVersion.Value($0.caption, row.details[$0]) }
        let rest = [
          RecordVersion.Value("Identified", row.isUnidentified ? "no" : "yes"),
          RecordVersion.Value("Died", row.diedAt.map(clock.text) ?? ""),
        ]
        return (row.version, row.recorded, row.reason, details + rest)
      }, part: "")
  }
}

extension Records {
  /// The versions of any record, told by a clock.
  package func histories(_ clock: LocalTime) -> HistoryRecords { HistoryRecords(records: self, clock: clock) }
}
