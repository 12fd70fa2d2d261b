import DatabaseKit
import HospitalDomain

extension PharmacyRecords {
  /// What speaks against the items of a prescription that is written, besides the patient's others (M3). Renewals of one
  /// prescription follow each other, so they are not held against each other.
  ///
  /// - Parameter prescription: its identifier.
  package func findings(of prescription: String) throws -> CheckReport {
    try report(
      on: try lines("prescription.id = \(prescription)").map(\.unnumbered), for: try patient(of: prescription),
      saying: PatientStatement(),
      leavingOut: prescription)
  }

  /// What speaks against a prescription in which a medication is given in the place of an item, taken as that is: besides
  /// what was prescribed with it, and what was given in the place of that.
  package func findings(giving medication: MedicationID, for item: PrescriptionItemID, of prescription: String) throws
    -> CheckReport
  {
    var items = try transaction.rows(
      """
      SELECT prescription_item.id AS place, prescription_item.medication_id, prescription_item.dose,
        prescription_item.route, prescription_item.frequency, prescription_item.duration_days, prescription_dosage.*
      FROM prescription_item LEFT JOIN prescription_dosage ON prescription_dosage.item_id = prescription_item.id
      WHERE prescription_item.prescription_id = \(prescription) ORDER BY prescription_item.position
      """
    ).map { row in
      ItemToCheck(
        medication: try row.text("place") == item.text ? medication : try row.identifier("medication_id"),
        dosage: try Self.dosage(row))
    }
    items += try transaction.rows(
      """
      SELECT lot.medication_id, prescription_item.dose, prescription_item.route, prescription_item.frequency,
        prescription_item.duration_days, prescription_dosage.*
      FROM \(part: Self.givenInstead) LEFT JOIN prescription_dosage ON prescription_dosage.item_id = prescription_item.id
      WHERE gone.prescription_id = \(prescription) AND gone.prescription_item_id <> \(item)
      GROUP BY gone.prescription_item_id, lot.medication_id HAVING \(part: Self.isOut)
      """
    ).map { ItemToCheck(medication: try $0.identifier("medication_id"), dosage: try Self.dosage($0)) }
    return try findings(for: items, patient: try patient(of: prescription), leavingOut: prescription)
  }

  /// Whom a prescription is for: the record that survives, if theirs was merged, for that one has all that is known.
  private func patient(of prescription: String) throws -> PatientID {
    let row = try transaction.row(
      """
      SELECT \(part: MergedRecords.survivor(of: "prescription.patient_id")) AS survivor
      FROM prescription WHERE id = \(prescription)
      """)
    guard let patient: PatientID = try row?.identifier("survivor") else { throw Refusal.noSuchPrescription }
    return patient
  }

  /// What speaks against new items for a patient: among themselves, with what the patient takes already, and with what is
  /// known of the patient (M3).
  ///
  /// - Parameters:
  ///   - statement: what is said of weight and pregnancy and is not on file yet.
  ///   - left: the prescription that the new items take the place of; it is not compared.
  package func findings(
    for items: [ItemToCheck], patient: PatientID, saying statement: PatientStatement = PatientStatement(),
    leavingOut left: String? = nil
  ) throws -> CheckReport {
    guard !items.isEmpty else { return CheckReport() }
    return try report(on: try lines(of: items), for: patient, saying: statement, leavingOut: left)
  }

  /// What a patient takes and should not, as what is known of them stands now; the most serious first.
  package func standing(of patient: PatientID) throws -> [CheckFinding] {
    let (taken, subject) = try prepare(
      try current(of: patient, leavingOut: nil), patient: patient, saying: PatientStatement())
    return taken.flatMap { CheckRule.standing($0, patient: subject) }.sorted { $0.id < $1.id }
  }

  /// What the patient has to look out for, of what was dispensed of a prescription: two medicines that interact and were
  /// passed all the same.
  package func warnings(giving lots: [DispensedLot], of prescription: String) throws -> [InteractionWarning] {
    let patient = try patient(of: prescription)
    let given = try lines(of: Set(lots.map(\.medication.id)).sorted().map { ItemToCheck(medication: $0) })
    // Of others only what the patient was given: what was never dispensed is not taken together with anything.
    let others = try current(of: patient, leavingOut: prescription, onlyGiven: true)
    let (checked, _) = try prepare(given + others, patient: patient, saying: PatientStatement())
    let passed = try records.prescribing.overrides(of: prescription)
    let substances = checked.flatMap(\.ingredients).filter(\.isListed).map(\.name)
    return InteractionWarning.all(
      giving: Array(checked.prefix(given.count)), besides: Array(checked.dropFirst(given.count)),
      facts: try records.medicationKnowledge.facts(
        about: Set(substances + passed.flatMap { [$0.first, $0.second] }).sorted()),
      passed: passed)
  }

  private func lines(of items: [ItemToCheck]) throws -> [MedicationLine] {
    var medications: [String: MedicationLine] = [:]
    try transaction.forEachRow(
      "SELECT id, name, strength, form FROM medication WHERE id IN (\(list: items.map(\.medication)))"
    ) { row in
      let line = try MedicationLine(row)
      medications[line.id] = line
    }
    return items.compactMap { item in
      medications[item.medication.text].map { line in
        var line = line
        line.dosage = item.dosage
        line.missing = item.missing
        return line
      }
    }
  }

  private func report(
    on items: [MedicationLine], for patient: PatientID, saying statement: PatientStatement, leavingOut left: String?
  ) throws -> CheckReport {
    let current = try current(of: patient, leavingOut: left)
    let (checked, subject) = try prepare(items + current, patient: patient, saying: statement)
    let substances = Set(checked.flatMap(\.ingredients).filter(\.isListed).map(\.name)).sorted()
    return CheckRule.report(
      on: Array(checked.prefix(items.count)), besides: Array(checked.dropFirst(items.count)), for: subject,
      facts: try records.medicationKnowledge.facts(about: substances),
      lacksList: try records.medicationKnowledge.isEmpty())
  }

  /// What a patient takes already: by prescriptions that are going on, and by those that were handed over, of which the
  /// medicine is at home; until their days are over (`TakenSchema.end`). One and its renewals are left out, and what came back
  /// whole. What was given in the place of something is taken beside it.
  ///
  /// - Parameter onlyGiven: whether what was not dispensed is left out.
  private func current(of patient: PatientID, leavingOut left: String?, onlyGiven: Bool = false) throws
    -> [MedicationLine]
  {
    let family = try left.map { try records.prescribing.family(of: $0) } ?? [""]
    let isGiven: SQLStatement =
      onlyGiven ? "AND \(part: SQLStatement(trusted: TakenSchema.out(of: "prescription", orElse: 0))) > 0" : ""
    let isTaken: SQLStatement = """
      prescription.patient_id IN (\(part: MergedRecords.identifiers(of: patient)))
        AND prescription.status IN ('active', 'on-hold', 'completed') AND prescription.id NOT IN (\(list: family))
        AND \(part: Self.end) > \(records.now)
        AND (prescription.status <> 'completed'
          OR \(part: SQLStatement(trusted: TakenSchema.out(of: "prescription", orElse: 1))) > 0) \(part: isGiven)
      """
    let instead = try transaction.rows(
      """
      SELECT medication.id, medication.name, medication.strength, medication.form, prescription.number,
        CASE prescription.status WHEN 'completed' THEN \(part: Self.end) END AS home_until,
        prescription_item.dose, prescription_item.route, prescription_item.frequency, prescription_item.duration_days,
        prescription_dosage.*
      FROM \(part: Self.givenInstead) JOIN prescription ON prescription.id = gone.prescription_id
        JOIN medication ON medication.id = lot.medication_id
        LEFT JOIN prescription_dosage ON prescription_dosage.item_id = prescription_item.id
      WHERE \(part: isTaken) GROUP BY gone.prescription_item_id, lot.medication_id HAVING \(part: Self.isOut)
      """
    ).map { try MedicationLine(taken: $0) }
    return try lines(isTaken) + instead
  }

  private static let end = SQLStatement(trusted: TakenSchema.end("prescription", "prescription_item"))

  /// What left the shelf in the place of what was prescribed, or came back.
  private static let givenInstead: SQLStatement = """
    medication_dispense AS gone JOIN stock_lot AS lot ON lot.id = gone.lot_id
      JOIN prescription_item ON prescription_item.id = gone.prescription_item_id
        AND prescription_item.medication_id <> lot.medication_id
    """
  private static let isOut: SQLStatement =
    "SUM(\(part: PharmacyRecords.change)) > 0"

  private func lines(_ condition: SQLStatement) throws -> [MedicationLine] {
    try transaction.rows(
      """
      SELECT medication.id, medication.name, medication.strength, medication.form, prescription.number,
        CASE prescription.status WHEN 'completed' THEN \(part: Self.end) END AS home_until,
        prescription_item.dose, prescription_item.route, prescription_item.frequency, prescription_item.duration_days,
        prescription_dosage.*
      FROM prescription
        JOIN prescription_item ON prescription_item.prescription_id = prescription.id
        JOIN medication ON medication.id = prescription_item.medication_id
        LEFT JOIN prescription_dosage ON prescription_dosage.item_id = prescription_item.id
      WHERE \(part: condition)
      ORDER BY prescription.written_at, prescription.number, prescription_item.position
      """
    ).map { try MedicationLine(taken: $0) }
  }

  /// How an item is taken: as its structure says, or else as its words do.
  static func dosage(_ row: SQLRow) throws -> Dosage? {
    try row.optionalDosage()
      ?? Dosage(
        dose: try row.text("dose"), route: try row.text("route"), frequency: try row.text("frequency"),
        days: try row.count("duration_days"))
  }
}
