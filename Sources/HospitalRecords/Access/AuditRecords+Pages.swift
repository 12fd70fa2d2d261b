import DatabaseKit
import HospitalDomain

/// Which entries of the trail are read; what is empty narrows nothing.
package struct AuditQuery: Hashable, Sendable {
  /// The patient's record, and those that were merged into it; empty for any.
  package var patients: [PatientID] = []
  package var actor: String?
  package var deed: AuditDeed?
  /// From this moment on.
  package var from: Timestamp?
  /// Before this moment.
  package var until: Timestamp?

  package init() {}

  fileprivate var conditions: [SQLStatement] {
    var conditions: [SQLStatement] = []
    if let only = patients.first {
      conditions.append(
        patients.count == 1 ? "entry.patient_id = \(only)" : "entry.patient_id IN (\(list: patients))")
    }
    if let actor { conditions.append("entry.actor = \(actor)") }
    if let action = deed?.action { conditions.append("entry.action = \(action)") }
    if let codes = deed?.codes, !codes.isEmpty { conditions.append("entry.permission IN (\(list: codes))") }
    if let from { conditions.append("entry.occurred_at >= \(from)") }
    if let until { conditions.append("entry.occurred_at < \(until)") }
    return conditions
  }
}

extension AuditRecords {
  /// The newest entries of a query, newest first; with a place, the newest of those older than that.
  package func page(_ query: AuditQuery, before place: AuditPlace? = nil, limit: Int) throws -> [AuditLine] {
    let edge = place.map { ["(entry.occurred_at, entry.id) < (\($0.occurredAt), \($0.number))"] as [SQLStatement] }
    return try lines(query.conditions + (edge ?? []), "ORDER BY entry.occurred_at DESC, entry.id DESC LIMIT \(limit)")
  }

  /// The oldest entries of a query, newest first; with a place, the oldest of those newer than that.
  package func page(_ query: AuditQuery, after place: AuditPlace?, limit: Int) throws -> [AuditLine] {
    let edge = place.map { ["(entry.occurred_at, entry.id) > (\($0.occurredAt), \($0.number))"] as [SQLStatement] }
    return try lines(query.conditions + (edge ?? []), "ORDER BY entry.occurred_at, entry.id LIMIT \(limit)").reversed()
  }

  private func lines(_ conditions: [SQLStatement], _ order: SQLStatement) throws -> [AuditLine] {
    let condition: SQLStatement = conditions.isEmpty ? "" : "WHERE \(part: conditions.joined(separator: " AND "))"
    return try transaction.rows(
      """
      SELECT entry.*, account.full_name AS person, account.role AS role, patient.number AS number,
        patient.family_name AS family_name, patient.given_name AS given_name
      FROM audit_entry AS entry
      LEFT JOIN account ON account.id = entry.account_id
      LEFT JOIN patient ON patient.id = entry.patient_id
      \(part: condition) \(part: order)
      """
    ).map(line)
  }

  private func line(_ row: SQLRow) throws -> AuditLine {
    let entry = try Self.entry(row)
    let patient = try entry.subject.patient.flatMap { id -> PatientReference? in
      guard try row.optionalInteger("number") != nil else { return nil }
      return try records.shown(
        PatientReference(id: id, number: try row.hospitalNumber("number"), name: try row.personName("")))
    }
    return AuditLine(
      entry, person: try row.optionalText("person"), role: try row.optionalCode("role"), patient: patient)
  }
}
