import HospitalDomain
import HospitalRecords

extension PatientVersion {
  /// Versions with what each changed. `rows` are newest first, as the records give them.
  static func all(_ rows: [PatientVersionRow], clock: LocalTime) -> [PatientVersion] {
    zip(rows, rows.dropFirst().map(Optional.some) + [nil]).map { row, before in
      PatientVersion(
        version: row.version, recorded: row.recorded, reason: row.reason,
        changes: before.map { changes(from: $0, to: row, clock: clock) } ?? [])
    }
  }

  private static func changes(
    from before: PatientVersionRow, to after: PatientVersionRow, clock: LocalTime
  ) -> [FieldChange] {
    var changes = PatientField.allCases.compactMap { field -> FieldChange? in
      let (old, new) = (before.details[field], after.details[field])
      return old == new ? nil : FieldChange(caption: field.caption, before: old, after: new)
    }
    if before.isUnidentified != after.isUnidentified {
      changes.append(
        FieldChange(caption: "Identified", before: yes(!before.isUnidentified), after: yes(!after.isUnidentified)))
    }
    if before.diedAt != after.diedAt {
      changes.append(
        FieldChange(
          caption: "Died", before: before.diedAt.map(clock.text) ?? "", after: after.diedAt.map(clock.text) ?? ""))
    }
    return changes
  }

  private static func yes(_ flag: Bool) -> String { flag ? "yes" : "no" }
}
