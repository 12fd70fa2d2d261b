import DatabaseKit
import HospitalDomain

/// What is dispensed, put back and handed over.
extension PharmacyRecords {
  /// What an entry of the dispensary's book adds to what is out; the entry is called `gone`.
  static let change = SQLStatement(trusted: DispenseSchema.change)

  /// The items of a prescription, with what is left to dispense and the lots at its pharmacy.
  package func dispenseItems(of queued: QueuedPrescription, on day: CalendarDate) throws -> [DispenseItem] {
    try transaction.rows(
      """
      SELECT item.id, item.dose, item.route, item.frequency, item.duration_days, item.quantity,
        dosage.amount_thousandths, dosage.unit, dosage.route_code, dosage.frequency_code, dosage.frequency_count,
        medication.id AS medication_id,
        medication.name, medication.strength, medication.form, medication.is_controlled, medication.unit_price_cents,
        \(part: SQLStatement(trusted: DispenseSchema.out("item.id"))) AS dispensed
      FROM prescription_item AS item JOIN medication ON medication.id = item.medication_id
        LEFT JOIN prescription_dosage AS dosage ON dosage.item_id = item.id
      WHERE item.prescription_id = \(queued.id) ORDER BY item.position
      """
    ).map { row in
      let medication: MedicationID = try row.identifier("medication_id")
      let lots = try queued.work.pharmacy.map { try self.lots(of: .medication(medication), at: $0) } ?? []
      return DispenseItem(
        id: try row.identifier("id"), medication: medication, title: try row.medicationTitle(),
        directions: MedicineDirections(
          dose: try row.text("dose"), route: try row.text("route"), frequency: try row.text("frequency"),
          days: try row.count("duration_days"), dosage: try row.optionalDosage()),
        isControlled: try row.flag("is_controlled"), unitPrice: try row.integer("unit_price_cents"),
        quantity: try row.count("quantity"), dispensed: try row.count("dispensed"),
        lots: lots.filter { !$0.isExpired(on: day) })
    }
  }

  /// What a medication is called, how strong it is, what one costs, and whether it takes two people.
  package func priced(_ id: MedicationID) throws
    -> (title: String, strength: MedicationStrength, unitPrice: Int64, isControlled: Bool)?
  {
    let substances = try transaction.rows("SELECT substance FROM medication_ingredient WHERE medication_id = \(id)")
      .map { try $0.text("substance") }
    return try transaction.row(
      "SELECT name, strength, form, route, unit_price_cents, is_controlled FROM medication WHERE id = \(id)"
    )
    .map {
      (
        try $0.medicationTitle(),
        MedicationStrength(
          name: try $0.text("name"), strength: try $0.text("strength"), form: try $0.text("form"),
          route: MedicationRoute(rawValue: try $0.text("route")), substances: Set(substances)),
        try $0.integer("unit_price_cents"), try $0.flag("is_controlled")
      )
    }
  }

  /// Writes down that something left the shelf for an item, or came back to it.
  package func note(
    _ taken: StockTaken, for item: PrescriptionItemID, of queued: QueuedPrescription, isReturn: Bool = false,
    because reason: String, charge: ChargeID?, second: AccountID?
  ) throws {
    let id: Identifier<DispensedLot> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO medication_dispense (id, prescription_id, prescription_item_id, kind, lot_id, movement_id, quantity,
        reason, charge_id, done_at, done_by, second_by)
      VALUES (\(id), \(queued.id), \(item), \(isReturn ? "return" : "dispense"), \(taken.lot.id),
        \(taken.movement), \(taken.quantity), \(reason), \(charge), \(records.now), \(records.author.account), \(second))
      """)
  }

  /// What of a prescription was dispensed and not put back, lot by lot.
  package func dispensedLots(of queued: QueuedPrescription) throws -> [DispensedLot] {
    try transaction.rows(
      """
      SELECT MIN(gone.id) AS id, gone.prescription_item_id, gone.lot_id, stock_lot.lot, stock_lot.expires_on,
        medication.id AS medication_id, medication.name, medication.strength, medication.form,
        medication.is_controlled, medication.unit_price_cents,
        MAX(gone.done_at) AS done_at,
        MAX(account.full_name) AS full_name, MAX(second.full_name) AS second_name, MAX(gone.charge_id) AS charge_id,
        SUM(\(part: Self.change)) AS quantity
      FROM medication_dispense AS gone JOIN stock_lot ON stock_lot.id = gone.lot_id
        JOIN medication ON medication.id = stock_lot.medication_id JOIN account ON account.id = gone.done_by
        LEFT JOIN account AS second ON second.id = gone.second_by
      WHERE gone.prescription_id = \(queued.id)
      GROUP BY gone.prescription_item_id, gone.lot_id, stock_lot.lot, stock_lot.expires_on, medication.id,
        medication.name, medication.strength, medication.form, medication.is_controlled, medication.unit_price_cents
      ORDER BY MIN(gone.done_at), MIN(gone.id)
      """
    ).compactMap { row in
      let quantity = try row.count("quantity")
      guard quantity > 0 else { return nil }
      return DispensedLot(
        id: try row.text("id"), item: try row.identifier("prescription_item_id"),
        medication: try PrescribingRecords.prescribed(row), lot: try row.identifier("lot_id"),
        lotNumber: try row.text("lot"),
        expires: try row.date("expires_on"), quantity: quantity, unitPrice: try row.integer("unit_price_cents"),
        at: try row.timestamp("done_at"),
        by: try row.text("full_name"), second: try row.optionalText("second_name"),
        charge: try row.optionalIdentifier("charge_id"))
    }
  }

  /// What is charged for what a prescription gave out, and is neither billed nor cancelled.
  package func openCharges(of queued: QueuedPrescription) throws -> [ChargeID] {
    try transaction.rows(
      """
      SELECT DISTINCT charge_id FROM medication_dispense
      WHERE prescription_id = \(queued.id) AND charge_id IS NOT NULL
        AND NOT \(part: SQLStatement(trusted: ChargeSchema.isFixed("medication_dispense.charge_id")))
      """
    ).map { try $0.identifier("charge_id") }
  }

  /// The stay that a prescription is charged to; nil where there is none, or its account is closed.
  package func chargedStay(of id: String) throws -> AdmissionID? {
    try transaction.row(
      """
      SELECT admission.id FROM prescription JOIN admission ON admission.id = prescription.admission_id
      WHERE prescription.id = \(id) AND admission.status NOT IN ('completed', 'cancelled', 'entered-in-error')
      """)?.identifier("id")
  }

  /// Writes down that what was prepared went over the counter.
  package func handOver(_ queued: QueuedPrescription, to receiver: String) throws {
    let id: Identifier<DispensedLot> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO medication_handover (id, prescription_id, received_by, handed_at, handed_by)
      VALUES (\(id), \(queued.id), \(receiver), \(records.now), \(records.author.account))
      """)
  }

  /// What lies there of a prescription since something was handed over of it, item by item. What comes back while nothing of
  /// it lies there came from home, and what is dispensed afterwards is all there.
  package func prepared(of id: String) throws -> [PreparedItem] {
    var prepared: [(position: Int, item: PreparedItem)] = []
    try transaction.forEachRow(
      """
      SELECT item.position, medication.name, medication.strength, medication.form,
        \(part: Self.change) AS change
      FROM medication_dispense AS gone JOIN prescription_item AS item ON item.id = gone.prescription_item_id
        JOIN stock_lot ON stock_lot.id = gone.lot_id JOIN medication ON medication.id = stock_lot.medication_id
      WHERE gone.prescription_id = \(id) AND gone.done_at > COALESCE(
        (SELECT MAX(handed_at) FROM medication_handover WHERE prescription_id = \(id)), 0)
      ORDER BY item.position, gone.done_at, gone.id
      """
    ) { row in
      let (position, title) = (try row.count("position"), try row.medicationTitle())
      let place = prepared.firstIndex { $0.position == position && $0.item.title == title }
      let there = place.map { prepared.remove(at: $0).item.quantity } ?? 0
      let item = PreparedItem(title, max(0, there + Int(try row.integer("change"))))
      prepared.insert((position, item), at: place ?? prepared.count)
    }
    return prepared.map(\.item).filter { $0.quantity > 0 }
  }

  /// Whether something of a prescription is prepared that nobody has collected.
  package func isToCollect(_ id: String) throws -> Bool {
    try transaction.row(
      """
      SELECT 1 AS one FROM prescription WHERE prescription.id = \(id)
        AND \(part: SQLStatement(trusted: DispenseSchema.isToCollect("prescription.id")))
      """) != nil
  }

  /// A prescription of which all was handed over is complete.
  package func complete(_ id: String) throws {
    try transaction.execute(
      """
      UPDATE prescription SET status = 'completed', \(part: records.nextVersion(because: "handed over"))
      WHERE id = \(id) AND status = 'active'
      """)
  }

  /// What can be collected for patients who lie in a ward, all of it; the longest first. No more than a few for each who
  /// lies there.
  package func toCollect() throws -> [QueuedPrescription] {
    try prepared(
      """
      prescription.status IN ('active', 'on-hold') AND EXISTS (SELECT 1 FROM stay
        WHERE stay.admission_id = prescription.admission_id AND stay.ended_at IS NULL)
      """)
  }

  /// What is prepared of prescriptions that were stopped or struck out, all of it; the longest first. Their stage stands
  /// still, so it is what came back since the last hand-over that tells.
  package func toPutBack() throws -> [QueuedPrescription] {
    try prepared(
      """
      prescription.status IN ('stopped', 'cancelled', 'entered-in-error')
      AND (SELECT SUM(\(part: Self.change)) FROM medication_dispense AS gone
        WHERE gone.prescription_id = prescription.id AND gone.done_at > COALESCE(
          (SELECT MAX(handed_at) FROM medication_handover WHERE prescription_id = prescription.id), 0)) > 0
      """)
  }

  private func prepared(_ condition: SQLStatement) throws -> [QueuedPrescription] {
    let ids = try transaction.rows(
      """
      SELECT prescription.id FROM pharmacy_task AS task JOIN prescription ON prescription.id = task.prescription_id
      WHERE task.stage IN ('ready', 'part-dispensed') AND \(part: condition)
        AND \(part: SQLStatement(trusted: DispenseSchema.isToCollect("prescription.id")))
      """
    ).map { try $0.text("id") }
    return try queue(Set(ids)).sorted { ($0.work.since ?? $0.queuedAt, $0.id) < ($1.work.since ?? $1.queuedAt, $1.id) }
  }
}
