import DatabaseKit

extension Migration {
  /// What is kept for ever is not replaced by another row either (B10, B12, H5). A table that is added later brings its
  /// `neverReplaced` itself; a test finds one that does not.
  static let permanence = Migration(
    "2026-11-permanence",
    Permanence.versioned + Permanence.changing + Permanence.appendOnly + Permanence.numbers)
}

/// The unique keys of every table that is kept for ever, and which of them a change can give a row: the others are fixed.
private enum Permanence {
  typealias Key = MigrationStep.Uniqueness.Key
  private static let id = Key.key("id")

  static let versioned: [MigrationStep] =
    versioned("account", changing: .key("username"), .key("patient_id"), employee("doctor_id"), employee("staff_id"))
    + versioned(
      "admission", changing: .key("patient_id", among: "ROW.status IN ('in-progress', 'on-hold')"))
    + versioned("appointment")
    + versioned(
      "department", .key("hospital_id", "number"),
      changing: .key("hospital_id", "name", among: "ROW.retired_at IS NULL"))
    + versioned("discharge_summary", .key("admission_id"))
    + versioned("doctor", .key("number"))
    + versioned("invoice", changing: .key("hospital_id", "year", "number"))
    + versioned("patient", .key("number"))
    + versioned("pharmacy", .key("number"))
    + versioned("prescription", .key("number"))
    + versioned("room", changing: .key("department_id", "number", among: "ROW.retired_at IS NULL"))
    + versioned("staff", .key("number"))
    // The open stay of a room and of an admission is looked at by the guards against overlapping stays.
    + versioned("stay")

  static let changing: [MigrationStep] = [
    ended("allergy"),
    ended("cash_shift", .key("account_id", among: "ROW.closed_at IS NULL")),
    ended("check_out_stamp", .key("admission_id", "step", among: "ROW.undone_at IS NULL")),
    ended("hold", .key("room_id", among: "ROW.status = 'active'")),
    .neverReplaced("hospital", keys: [id, .key("number")], changing: [id, .key("number")]),
    ended("isolation", .key("admission_id", among: "ROW.ended_at IS NULL")),
    ended("patient_leave", .key("admission_id", among: "ROW.ended_at IS NULL")),
    ended("patient_merge", .key("patient_id", among: "ROW.undone_at IS NULL")),
    ended("refund"),
    ended("waiver", .key("admission_id", "kind", "item_id", among: "ROW.withdrawn_at IS NULL")),
  ]

  static let appendOnly: [MigrationStep] = [
    added("audit_entry"), added("billing_rate"), added("charge"), added("charge_discount"),
    .neverReplaced("charge_cancellation", keys: [.key("charge_id")], changing: nil),
    added("credit_note", .key("hospital_id", "year", "number")), added("credit_note_line"), added("credit_use"),
    added("patient_credit"), added("payment"), added("prescription_item", .key("prescription_id", "position")),
    added("price"),
  ]

  /// A number is never given twice: no sequence begins again.
  static let numbers: [MigrationStep] = [
    .keepForEver(table: "number_sequence"),
    .neverReplaced("number_sequence", keys: [.key("name")], changing: [.key("name")]),
  ]

  /// A table whose rows change by new versions, and the table of its versions.
  private static func versioned(_ table: String, _ fixed: Key..., changing: Key...) -> [MigrationStep] {
    [
      .neverReplaced(table, keys: [id] + fixed + changing, changing: changing),
      .neverReplaced("\(table)_version", keys: [.key("\(table)_id", "version")], changing: nil),
    ]
  }

  /// A table whose rows are ended or decided, and never changed otherwise.
  private static func ended(_ table: String, _ keys: Key...) -> MigrationStep {
    .neverReplaced(table, keys: [id] + keys, changing: [])
  }

  /// A table whose rows are added and never changed.
  private static func added(_ table: String, _ keys: Key...) -> MigrationStep {
    .neverReplaced(table, keys: [id] + keys, changing: nil)
  }

  private static func employee(_ column: String) -> Key { .key(column, among: "ROW.\(column) IS NOT NULL") }
}
