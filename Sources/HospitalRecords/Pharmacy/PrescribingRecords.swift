import DatabaseKit
import HospitalDomain

/// Prescriptions as doctors write them: with a structure, what was passed, and where they come from (M2, M3).
package struct PrescribingRecords {
  let records: Records
  var transaction: any Transaction { records.transaction }

  /// The medications on the list that what was typed may mean, by their terms; then those in which a substance acts that
  /// has a name like this: `acetaminophen` finds paracetamol.
  package func medications(like typed: String, limit: Int) throws -> [ListedMedication] {
    let found = try records.medications.search(typed, limit: limit).medications.map { row in
      ListedMedication(
        id: row.id, name: row.medication.name, strength: row.medication.strength, form: row.medication.form,
        isControlled: row.medication.isControlled)
    }
    let words = TextFolding.words(typed)
    guard let first = words.first, found.count < limit else { return found }
    let others = try transaction.rows(
      """
      SELECT medication.id, medication.name, medication.strength, medication.form, medication.is_controlled
      FROM medication WHERE medication.retired_at IS NULL AND medication.id IN (
        SELECT medication_ingredient.medication_id FROM substance_name
          JOIN medication_ingredient ON medication_ingredient.substance = substance_name.substance
        WHERE substance_name.name >= \(first) AND substance_name.name < \(first + "\u{10FFFF}"))
      ORDER BY lower(medication.name), medication.strength, medication.id LIMIT \(limit)
      """
    ).map(Self.medication).filter { other in
      let texts = TextFolding.words(other.words)
      return !found.contains { $0.id == other.id }
        && words.dropFirst().allSatisfy { word in texts.contains { $0.hasPrefix(word) } }
    }
    return found + others.prefix(limit - found.count)
  }

  /// A medication on the list; nil where there is none.
  package func medication(_ id: MedicationID) throws -> ListedMedication? {
    try transaction.row(
      "SELECT id, name, strength, form, is_controlled FROM medication WHERE id = \(id) AND retired_at IS NULL"
    ).map(Self.medication)
  }

  static func medication(_ row: SQLRow) throws -> ListedMedication {
    ListedMedication(
      id: try row.identifier("id"), name: try row.text("name"), strength: try row.text("strength"),
      form: try row.text("form"), isControlled: try row.flag("is_controlled"))
  }

  /// The doctor whose account writes; nil for an account of nobody on the list of doctors.
  package func prescriber() throws -> DoctorID? {
    try transaction.row("SELECT doctor_id FROM account WHERE id = \(records.author.account)")?
      .optionalIdentifier("doctor_id")
  }

  /// The department of the doctor whose account writes.
  package func department() throws -> DepartmentID? {
    try transaction.row(
      """
      SELECT doctor.department_id FROM account JOIN doctor ON doctor.id = account.doctor_id
      WHERE account.id = \(records.author.account)
      """)?.optionalIdentifier("department_id")
  }

  /// A pharmacy's name, and when it closed; nil where there is none.
  package func pharmacy(_ id: PharmacyID) throws -> (name: String, closedAt: Timestamp?)? {
    try transaction.row("SELECT name, closed_at FROM pharmacy WHERE id = \(id)").map {
      (try $0.text("name"), try $0.optionalTimestamp("closed_at"))
    }
  }

  /// Whether an admission is open.
  package func isOpen(_ admission: AdmissionID) throws -> Bool {
    try transaction.row(
      "SELECT 1 AS one FROM admission WHERE id = \(admission) AND status IN ('in-progress', 'on-hold')") != nil
  }

  /// Writes a prescription with its items and their structure.
  package func write(_ order: PrescriptionOrder, as id: String, by doctor: DoctorID) throws -> Int64 {
    let number = try records.nextNumber(of: "prescription")
    try transaction.execute(
      """
      INSERT INTO prescription (id, number, patient_id, admission_id, doctor_id, written_at, pharmacy_id, status, priority,
        note, version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(number), \(order.patient), \(order.admission), \(doctor), \(records.now), \(order.pharmacy),
        'active', \(order.priority), \(order.note), \(part: records.firstVersion))
      """)
    for (place, item) in order.items.enumerated() { try write(item, at: place + 1, of: id) }
    return number
  }

  private func write(_ item: PrescriptionOrder.Item, at position: Int, of prescription: String) throws {
    let id: Identifier<PrescriptionOrder.Item> = records.newIdentifier()
    let dosage = item.dosage
    try transaction.execute(
      """
      INSERT INTO prescription_item (id, prescription_id, position, medication_id, dose, route, frequency,
        duration_days, quantity, refills)
      VALUES (\(id), \(prescription), \(position), \(item.medication), \(dosage.amount.description),
        \(dosage.route.title), \(dosage.frequency.description), \(dosage.days), \(item.quantity), \(item.refills))
      """)
    try write(dosage, of: id.text)
  }

  /// Writes how an item is taken, as a structure.
  func write(_ dosage: Dosage, of item: String) throws {
    try transaction.execute(
      """
      INSERT INTO prescription_dosage (item_id, amount_thousandths, unit, route_code, frequency_code, frequency_count)
      VALUES (\(item), \(dosage.amount.thousandths), \(dosage.amount.unit), \(dosage.route), \(dosage.frequency.code),
        \(dosage.frequency.count))
      """)
  }

  /// Brings a prescription to another state; false when it is no longer in the one that it was seen in.
  package func setStatus(_ status: String, from former: String, of id: String, because reason: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE prescription SET status = \(status), \(part: records.nextVersion(because: reason))
      WHERE id = \(id) AND status = \(former)
      """) > 0
  }

  /// Notes which prescription another comes from.
  package func link(_ id: String, to prior: String, asRenewal isRenewal: Bool, because reason: String) throws {
    try transaction.execute(
      """
      INSERT INTO prescription_prior (prescription_id, prior_id, kind, reason, recorded_at, recorded_by)
      VALUES (\(id), \(prior), \(isRenewal ? "renewal" : "change"), \(reason), \(records.now),
        \(records.author.account))
      """)
  }

  /// The prescription that a renewal is of; itself for one that is no renewal.
  package func root(of id: String) throws -> String {
    try transaction.row(
      "SELECT prior_id FROM prescription_prior WHERE prescription_id = \(id) AND kind = 'renewal'")?.text("prior_id")
      ?? id
  }

  /// A prescription with the first that it renews, and all renewals of that.
  func family(of id: String) throws -> [String] {
    let root = try root(of: id)
    return [id, root]
      + (try transaction.rows(
        "SELECT prescription_id FROM prescription_prior WHERE prior_id = \(root) AND kind = 'renewal'"
      ).map { try $0.text("prescription_id") })
  }

  /// How often a prescription was renewed.
  package func renewals(of root: String) throws -> Int {
    try transaction.row(
      "SELECT COUNT(*) AS many FROM prescription_prior WHERE prior_id = \(root) AND kind = 'renewal'")?.count("many")
      ?? 0
  }

  /// Writes down what was passed.
  package func override(_ finding: CheckFinding, on prescription: String, because reason: String, signedBy: AccountID?)
    throws
  {
    let id: Identifier<CheckFinding> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO finding_override (id, prescription_id, kind, level, first, second, reason, signed_by, recorded_at,
        recorded_by)
      VALUES (\(id), \(prescription), \(finding.kind), \(finding.level), \(finding.first), \(finding.second), \(reason),
        \(signedBy), \(records.now), \(records.author.account))
      """)
  }

  /// Who judged a prescription when it was written.
  package func firstLook(at id: String) throws -> FirstLook {
    let prescribers = try transaction.rows(
      """
      SELECT \(part: SQLStatement(trusted: FourEyesSchema.writer("prescription"))) AS account
      FROM prescription WHERE id = \(id)
      UNION SELECT account.id FROM prescription JOIN account ON account.doctor_id = prescription.doctor_id
      WHERE prescription.id = \(id)
      """)
    let signers = try transaction.rows(
      """
      SELECT DISTINCT passed.signed_by AS account FROM finding_override AS passed
      WHERE passed.prescription_id IN (\(id), \(try root(of: id))) AND passed.signed_by IS NOT NULL
        AND \(part: SQLStatement(trusted: FourEyesSchema.isPrescriber("passed.recorded_by", of: "passed.prescription_id")))
      """)
    return FirstLook(
      prescribers: Set(try prescribers.map { try $0.identifier("account") }),
      signers: Set(try signers.map { try $0.identifier("account") }))
  }

  /// Writes down that a finding was shown, once for each admission.
  package func noteShown(_ finding: CheckFinding, in admission: AdmissionID) throws {
    try transaction.execute(
      """
      INSERT INTO finding_shown (admission_id, finding, shown_at, shown_to)
      SELECT \(admission), \(finding.id), \(records.now), \(records.author.account)
      WHERE NOT EXISTS (SELECT 1 FROM finding_shown WHERE admission_id = \(admission) AND finding = \(finding.id))
      """)
  }

  /// The findings that were shown in an admission, by their identifiers.
  package func shown(in admission: AdmissionID) throws -> Set<String> {
    Set(
      try transaction.rows("SELECT finding FROM finding_shown WHERE admission_id = \(admission)")
        .map { try $0.text("finding") })
  }
}

extension Records {
  /// Prescribing.
  package var prescribing: PrescribingRecords { PrescribingRecords(records: self) }
}
