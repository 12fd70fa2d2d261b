import DatabaseKit
import HospitalDomain

/// The medications, their versions, and how they are found.
package struct MedicationRecords {
  let records: Records
  var transaction: any Transaction { records.transaction }

  /// Adds a medication.
  @discardableResult package func add(_ medication: Medication, in categories: [Identifier<MedicationCategory>] = [])
    throws -> MedicationID
  {
    let id: MedicationID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO medication (id, code, name, strength, form, route, atc_code, unit_price_cents, is_controlled,
        version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(medication.code), \(medication.name), \(medication.strength), \(medication.form),
        \(medication.route?.rawValue ?? ""), \(medication.atc), \(medication.unitPrice), \(medication.isControlled),
        \(part: records.firstVersion))
      """)
    try put(id, in: Set(try classes(of: medication.atc) + categories))
    try addTerms(MedicationTerms.of(medication), to: id)
    try records.medicationKnowledge.map(id, named: medication.name, isNew: true)
    return id
  }

  /// Changes a medication as a new version; false when it is no longer at that version.
  package func change(
    _ row: MedicationRow, to medication: Medication, in categories: [Identifier<MedicationCategory>],
    because reason: String
  ) throws -> Bool {
    let isChanged =
      try transaction.execute(
        """
        UPDATE medication SET code = \(medication.code), name = \(medication.name), strength = \(medication.strength),
          form = \(medication.form), route = \(medication.route?.rawValue ?? ""), atc_code = \(medication.atc),
          unit_price_cents = \(medication.unitPrice), is_controlled = \(medication.isControlled),
          \(part: records.nextVersion(because: reason))
        WHERE id = \(row.id) AND version = \(row.version) AND retired_at IS NULL
        """) > 0
    guard isChanged else { return false }
    try setCategories(classes(of: medication.atc) + categories, of: row.id)
    let (old, new) = (try terms(of: row.id), MedicationTerms.of(medication))
    for term in old.subtracting(new).sorted() {
      try transaction.execute("DELETE FROM medication_term WHERE term = \(term) AND medication_id = \(row.id)")
    }
    try addTerms(new.subtracting(old), to: row.id)
    if medication.name != row.medication.name {
      try records.medicationKnowledge.map(row.id, named: medication.name)
    }
    return true
  }

  /// Takes a medication off the list; false when it is no longer at that version.
  package func retire(_ row: MedicationRow, because reason: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE medication SET retired_at = \(records.now), \(part: records.nextVersion(because: reason))
      WHERE id = \(row.id) AND version = \(row.version) AND retired_at IS NULL
      """) > 0
  }

  /// One medication, on the list or not.
  package func row(_ id: MedicationID) throws -> MedicationRow? {
    guard let row = try transaction.row("SELECT * FROM medication WHERE id = \(id)") else { return nil }
    return try row.medicationRow(in: categories(of: [id])[id] ?? [])
  }

  /// The medication with a code, on the list or not.
  package func row(coded code: String) throws -> MedicationRow? {
    guard let row = try transaction.row("SELECT * FROM medication WHERE code = \(code)") else { return nil }
    let id: MedicationID = try row.identifier("id")
    return try row.medicationRow(in: categories(of: [id])[id] ?? [])
  }

  /// The versions of a medication, the newest first.
  package func versions(of id: MedicationID) throws -> [MedicationVersion] {
    try transaction.rows(
      """
      SELECT held.*, account.full_name FROM (
          SELECT version, code, name, strength, form, route, atc_code, unit_price_cents, is_controlled, recorded_at,
            recorded_by, change_reason FROM medication WHERE id = \(id)
          UNION ALL SELECT version, code, name, strength, form, route, atc_code, unit_price_cents, is_controlled,
            recorded_at, recorded_by, change_reason FROM medication_version WHERE medication_id = \(id)) AS held
        LEFT JOIN account ON account.id = held.recorded_by ORDER BY held.version DESC
      """
    ).map { row in
      MedicationVersion(
        version: try row.count("version"), medication: try row.medication(),
        recorded: Recorded(by: try row.optionalText("full_name") ?? "", at: try row.timestamp("recorded_at")),
        reason: try row.text("change_reason"))
    }
  }
}

extension SQLRow {
  /// A medication, of its own columns.
  package func medication() throws -> Medication {
    let route = try text("route")
    return Medication(
      code: try text("code"), name: try text("name"), strength: try text("strength"), form: try text("form"),
      unitPrice: try integer("unit_price_cents"), isControlled: try flag("is_controlled"),
      route: MedicationRoute(rawValue: route), atc: try text("atc_code"))
  }

  /// A row of `medication`, which is in these categories.
  func medicationRow(in categories: [MedicationCategory]) throws -> MedicationRow {
    MedicationRow(
      id: try identifier("id"), version: try count("version"), medication: try medication(), categories: categories,
      retiredAt: try optionalTimestamp("retired_at"))
  }
}

extension Records {
  /// The medications.
  package var medications: MedicationRecords { MedicationRecords(records: self) }
}
