import DatabaseKit
import HospitalDomain

extension CheckOutRecords {
  /// What is open of an admission, and what of that was waived; oldest first.
  package func items(of admission: AdmissionID) throws -> [OpenItem] {
    let items = try prescriptions(of: admission) + invoices(of: admission) + charges(of: admission)
    return items.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
  }

  private func prescriptions(of admission: AdmissionID) throws -> [OpenItem] {
    try transaction.rows(
      """
      SELECT open_item.kind, open_item.item_id, prescription.number, prescription.written_at, prescription.status,
        task.stage, pharmacy.name AS pharmacy_name, doctor.family_name, doctor.given_name, \(part: Self.waiverColumns),
        (SELECT medication.name || ' ' || medication.strength || ' ' || medication.form
         FROM prescription_item JOIN medication ON medication.id = prescription_item.medication_id
         WHERE prescription_item.prescription_id = prescription.id ORDER BY prescription_item.position LIMIT 1) AS medication
      FROM open_item JOIN prescription ON prescription.id = open_item.item_id
        JOIN pharmacy ON pharmacy.id = prescription.pharmacy_id JOIN doctor ON doctor.id = prescription.doctor_id
        LEFT JOIN pharmacy_task AS task ON task.prescription_id = prescription.id
        \(part: Self.waivers)
      WHERE open_item.admission_id = \(admission) AND open_item.kind = 'prescription'
      """
    ).map { row in
      let status = try row.text("status")
      let stage: PharmacyStage? = try row.optionalCode("stage")
      let isAtPharmacy = status == "active" && stage != nil
      let words = [
        isAtPharmacy ? stage?.title ?? "" : status == "active" ? "" : status, try row.optionalText("medication") ?? "",
      ]
      let isWithPrescriber = status == "draft" || stage == .declined
      return try item(
        row, "Rx \(try row.integer("number"))", words.filter { !$0.isEmpty }.joined(separator: ", "),
        owner: isWithPrescriber ? try row.personName().listed : try row.text("pharmacy_name"),
        since: try row.timestamp("written_at"))
    }
  }

  private func invoices(of admission: AdmissionID) throws -> [OpenItem] {
    try transaction.rows(
      """
      SELECT open_item.kind, open_item.item_id, invoice.recorded_at, \(part: InvoiceRecords.summaryColumns),
        \(part: Self.waiverColumns)
      FROM open_item JOIN invoice ON invoice.id = open_item.item_id \(part: Self.waivers)
      WHERE open_item.admission_id = \(admission) AND open_item.kind IN ('draft-invoice', 'unpaid-invoice')
      """
    ).map { row in
      let invoice = try InvoiceRecords.summary(row)
      let about = invoice.number == nil ? "USD \(invoice.total), not issued" : "USD \(invoice.balance) to pay"
      return try item(
        row, invoice.number ?? "Draft invoice", about, owner: "cashier",
        since: try invoice.issuedAt ?? row.timestamp("recorded_at"))
    }
  }

  private func charges(of admission: AdmissionID) throws -> [OpenItem] {
    try transaction.rows(
      """
      SELECT open_item.kind, open_item.item_id, charge.item, charge.recorded_at, charge.quantity * charge.unit_cents -
        (SELECT COALESCE(SUM(amount_cents), 0) FROM charge_discount WHERE charge_id = charge.id) AS amount_cents,
        \(part: Self.waiverColumns)
      FROM (SELECT admission_id, 'charge' AS kind, id AS item_id FROM charge
          WHERE admission_id = \(admission) AND NOT \(part: SQLStatement(trusted: ChargeSchema.isFixed("charge.id")))) AS open_item
        JOIN charge ON charge.id = open_item.item_id \(part: Self.waivers)
      """
    ).map { row in
      try item(
        row, try row.text("item"), "USD \(Money(cents: try row.integer("amount_cents"))) on no invoice",
        owner: "cashier", since: try row.timestamp("recorded_at"))
    }
  }

  private func item(_ row: SQLRow, _ name: String, _ about: String, owner: String, since: Timestamp) throws -> OpenItem
  {
    let waiver = try row.optionalText("waived_by_name").map {
      OpenItem.Waiver(by: $0, at: try row.timestamp("waived_at"), reason: try row.text("waiver_reason"))
    }
    return OpenItem(
      kind: try row.code("kind"), subject: try row.text("item_id"), name: name, about: about, owner: owner,
      since: since, waiver: waiver)
  }

  static let waiverColumns: SQLStatement =
    "waiver.waived_at, waiver.reason AS waiver_reason, waiving.full_name AS waived_by_name"

  static let waivers: SQLStatement = """
    LEFT JOIN waiver ON waiver.admission_id = open_item.admission_id AND waiver.kind = open_item.kind
      AND waiver.item_id = open_item.item_id AND waiver.withdrawn_at IS NULL
    LEFT JOIN account AS waiving ON waiving.id = waiver.waived_by
    """

  /// Sets an open item aside.
  package func waive(_ item: OpenItem, of admission: AdmissionID, because reason: String) throws {
    let id: Identifier<OpenItem.Waiver> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO waiver (id, admission_id, kind, item_id, reason, waived_at, waived_by)
      VALUES (\(id), \(admission), \(item.kind), \(item.subject), \(reason), \(records.now), \(records.author.account))
      """)
  }

  /// Lets a waived item be open again; false when it was not waived.
  package func withdrawWaiver(of item: OpenItem, of admission: AdmissionID) throws -> Bool {
    try transaction.execute(
      """
      UPDATE waiver SET withdrawn_at = \(records.now), withdrawn_by = \(records.author.account)
      WHERE admission_id = \(admission) AND kind = \(item.kind) AND item_id = \(item.subject) AND withdrawn_at IS NULL
      """) > 0
  }
}
