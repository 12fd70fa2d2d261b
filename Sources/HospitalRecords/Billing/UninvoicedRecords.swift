import DatabaseKit
import HospitalDomain

/// Services that stand on no invoice that was issued (B6). What is read is in proportion to what is open, waived or was
/// taken back, however much was charged.
package struct UninvoicedRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// The nights of one stay whose account is open, as far as `RoomNights` needs them.
  package struct Nights {
    package let admission: AdmissionID
    package let standing: AdmissionStatus
    package let patient: RoomBoardRow.PatientLine
    package let stays: [RoomNights.Stay]
  }

  /// What is charged, and neither cancelled nor on any invoice; oldest first.
  package func charges(limit: Int) throws -> [UninvoicedItem] {
    try transaction.rows(
      """
      WITH matched AS (
        SELECT charge.id AS charge_id FROM admission JOIN charge ON charge.admission_id = admission.id
          WHERE admission.status IN \(part: Self.unsettled)
        UNION SELECT waiver.item_id FROM waiver WHERE waiver.kind = 'charge' AND waiver.withdrawn_at IS NULL
        UNION SELECT invoice_line.charge_id FROM invoice JOIN invoice_line ON invoice_line.invoice_id = invoice.id
          WHERE invoice.status IN ('cancelled', 'entered-in-error') AND invoice_line.charge_id IS NOT NULL)
      SELECT charge.*, \(part: Self.amount) AS amount_cents, admission.status, account.full_name,
        \(part: CheckOutRecords.waiverColumns), \(part: SQLRow.listedPatientColumns)
      FROM matched JOIN charge ON charge.id = matched.charge_id JOIN admission ON admission.id = charge.admission_id
        JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "admission.patient_id"))
        JOIN account ON account.id = charge.recorded_by
        LEFT JOIN waiver ON waiver.kind = 'charge' AND waiver.item_id = charge.id AND waiver.withdrawn_at IS NULL
        LEFT JOIN account AS waiving ON waiving.id = waiver.waived_by
      WHERE admission.hospital_id = \(records.author.hospital)
        AND NOT \(part: SQLStatement(trusted: ChargeSchema.isFixed("charge.id")))
      ORDER BY charge.served_on, charge.id LIMIT \(limit)
      """
    ).map { row in
      let standing: AdmissionStatus = try row.code("status")
      let waiver = try row.optionalText("waived_by_name")
      let isSettled = standing == .completed || standing == .cancelled || standing == .enteredInError
      return try item(
        row, waiver != nil ? .waived : isSettled ? .takenBack : .charged, admission: row.identifier("admission_id"),
        standing: standing,
        about: waiver.map { "waived by \($0): \(try row.text("waiver_reason"))" }
          ?? "recorded by \(row.text("full_name"))")
    }
  }

  /// What stands on drafts; oldest first.
  package func drafted(limit: Int) throws -> [UninvoicedItem] {
    try transaction.rows(
      """
      SELECT invoice_line.*, quantity * unit_cents - discount_cents AS amount_cents, invoice.admission_id,
        admission.status, account.full_name, \(part: SQLRow.listedPatientColumns)
      FROM invoice JOIN invoice_line ON invoice_line.invoice_id = invoice.id
        JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "invoice.patient_id"))
        JOIN account ON account.id = invoice.recorded_by
        LEFT JOIN admission ON admission.id = invoice.admission_id
      WHERE invoice.status = 'draft' AND invoice.hospital_id = \(records.author.hospital)
      ORDER BY invoice_line.served_on, invoice_line.id LIMIT \(limit)
      """
    ).map { row in
      try item(
        row, .drafted, admission: row.optionalIdentifier("admission_id"), standing: row.optionalCode("status"),
        about: "drawn up by \(row.text("full_name"))")
    }
  }

  private func item(
    _ row: SQLRow, _ reason: UninvoicedItem.Reason, admission: AdmissionID?, standing: AdmissionStatus?, about: String
  ) throws -> UninvoicedItem {
    UninvoicedItem(
      id: try row.text("id"), reason: reason, patient: try records.listedPatient(row), admission: admission,
      standing: standing, servedOn: try row.date("served_on"), code: try row.text("code"), item: try row.text("item"),
      quantity: try row.count("quantity"), amount: Money(cents: try row.integer("amount_cents")), about: about)
  }

  /// The rooms of every stay whose account is open, with the nights of them that are charged.
  package func nights() throws -> [Nights] {
    let charged = try transaction.rows(
      """
      SELECT charge.stay_id, charge.first_night, charge.quantity
      FROM admission JOIN charge ON charge.admission_id = admission.id
      WHERE admission.status IN \(part: Self.unsettled) AND charge.stay_id IS NOT NULL
      """
    ).reduce(into: [String: Set<Int>]()) { nights, row in
      let first = try row.count("first_night")
      nights[try row.text("stay_id"), default: []].formUnion(first..<(first + (try row.count("quantity"))))
    }
    let former = try transaction.formerRoomKinds(
      """
      SELECT room.* FROM room WHERE id IN (
        SELECT stay.room_id FROM admission JOIN stay ON stay.admission_id = admission.id
        WHERE admission.status IN \(part: Self.unsettled) AND admission.hospital_id = \(records.author.hospital))
      """)
    let rows = try transaction.rows(
      """
      SELECT stay.id, stay.admission_id, stay.room_id, stay.started_at, stay.ended_at, room.kind, admission.status,
        \(part: SQLRow.listedPatientColumns)
      FROM admission JOIN stay ON stay.admission_id = admission.id JOIN room ON room.id = stay.room_id
        JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "admission.patient_id"))
      WHERE admission.status IN \(part: Self.unsettled) AND admission.hospital_id = \(records.author.hospital)
      ORDER BY stay.admission_id, stay.started_at, stay.id
      """)
    var found: [Nights] = []
    for row in rows {
      let admission: AdmissionID = try row.identifier("admission_id")
      let id: StayID = try row.identifier("id")
      guard
        let interval = StayInterval(start: try row.timestamp("started_at"), end: try row.optionalTimestamp("ended_at"))
      else { continue }
      let stay = RoomNights.Stay(
        id: id, kind: try row.code("kind"), former: former[try row.text("room_id")] ?? [], interval: interval,
        charged: charged[id.text] ?? [])
      let earlier = found.last.flatMap { $0.admission == admission ? found.popLast()?.stays : nil } ?? []
      found.append(
        Nights(
          admission: admission, standing: try row.code("status"), patient: try records.listedPatient(row),
          stays: earlier + [stay]))
    }
    return found
  }

  private static let unsettled = SQLStatement(trusted: UninvoicedSchema.unsettled)

  /// What a charge comes to, discounts taken off.
  private static let amount: SQLStatement = """
    charge.quantity * charge.unit_cents
      - (SELECT COALESCE(SUM(amount_cents), 0) FROM charge_discount WHERE charge_discount.charge_id = charge.id)
    """
}

extension Records {
  /// Services without an invoice.
  package var uninvoiced: UninvoicedRecords { UninvoicedRecords(records: self) }
}
