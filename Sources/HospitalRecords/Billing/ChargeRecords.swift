import DatabaseKit
import HospitalDomain

/// What is charged to stays.
package struct ChargeRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// The charges of a stay that are neither on an invoice nor cancelled, oldest first.
  package func unbilled(of admission: AdmissionID) throws -> [Charge] {
    try charges(
      "charge.admission_id = \(admission) AND NOT \(part: SQLStatement(trusted: ChargeSchema.isFixed("charge.id")))")
  }

  /// Those of them that are put on an invoice: what was waived stays off, unless the waiver is taken back.
  package func billable(of admission: AdmissionID) throws -> [Charge] {
    try unbilled(of: admission).filter { !$0.isWaived }
  }

  /// One charge; nil where there is none, or it is fixed.
  package func unbilled(_ id: ChargeID) throws -> (charge: Charge, admission: AdmissionID)? {
    let row = try transaction.row("SELECT admission_id FROM charge WHERE id = \(id)")
    let charge = try charges(
      "charge.id = \(id) AND NOT \(part: SQLStatement(trusted: ChargeSchema.isFixed("charge.id")))"
    ).first
    guard let row, let charge else { return nil }
    return (charge, try row.identifier("admission_id"))
  }

  private func charges(_ condition: SQLStatement) throws -> [Charge] {
    try transaction.rows(
      """
      SELECT charge.*, account.full_name,
        (SELECT COALESCE(SUM(amount_cents), 0) FROM charge_discount WHERE charge_id = charge.id) AS discount_cents,
        COALESCE((SELECT reason FROM charge_discount WHERE charge_id = charge.id ORDER BY given_at DESC, id DESC LIMIT 1), '')
          AS discount_reason,
        \(part: SQLStatement(trusted: WaivedChargeGuards.isWaived("charge.id"))) AS is_waived
      FROM charge JOIN account ON account.id = charge.recorded_by WHERE \(part: condition)
      ORDER BY charge.served_on, charge.recorded_at, charge.id
      """
    ).map { row in
      Charge(
        id: try row.identifier("id"), servedOn: try row.date("served_on"), code: try row.text("code"),
        item: try row.text("item"), category: try row.code("category"), quantity: try row.count("quantity"),
        unit: Money(cents: try row.integer("unit_cents")), discount: Money(cents: try row.integer("discount_cents")),
        discountReason: try row.text("discount_reason"), recordedBy: try row.text("full_name"),
        isWaived: try row.flag("is_waived"))
    }
  }

  /// Charges something at its price; a night is charged as a room, whatever the price says.
  @discardableResult package func add(
    _ price: Price, quantity: Int, on day: CalendarDate, to admission: AdmissionID,
    night: (stay: StayID, first: Int)? = nil
  ) throws -> ChargeID {
    guard let unit = price.unit else { throw Refusal.chargeFixed(price.item) }
    let id: ChargeID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO charge (id, admission_id, served_on, code, item, category, quantity, unit_cents, stay_id, first_night,
        recorded_at, recorded_by)
      VALUES (\(id), \(admission), \(day), \(price.code), \(price.item),
        \(night == nil ? price.category : .room), \(quantity), \(unit.cents),
        \(night?.stay), \(night.map { Int64($0.first) }), \(records.now), \(records.author.account))
      """)
    return id
  }

  /// Takes something off a charge.
  package func discount(_ id: ChargeID, by amount: Money, because reason: String) throws {
    let discount: Identifier<Money> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO charge_discount (id, charge_id, amount_cents, reason, given_at, given_by)
      VALUES (\(discount), \(id), \(amount.cents), \(reason), \(records.now), \(records.author.account))
      """)
  }

  /// Cancels a charge.
  package func cancel(_ id: ChargeID, because reason: String) throws {
    try transaction.execute(
      """
      INSERT INTO charge_cancellation (charge_id, reason, cancelled_at, cancelled_by)
      VALUES (\(id), \(reason), \(records.now), \(records.author.account))
      """)
  }

  /// The stays of an admission as far as their nights matter, oldest first.
  package func nights(of admission: AdmissionID) throws -> [RoomNights.Stay] {
    let charged = try transaction.rows(
      """
      SELECT charge.stay_id, charge.first_night, charge.quantity FROM charge
      WHERE charge.admission_id = \(admission) AND charge.stay_id IS NOT NULL
      """
    ).map { row in (try row.text("stay_id"), try row.count("first_night"), try row.count("quantity")) }
    let former = try transaction.formerRoomKinds(
      """
      SELECT room.* FROM room WHERE id IN (SELECT room_id FROM stay WHERE admission_id = \(admission))
      """)
    return try transaction.rows(
      """
      SELECT stay.id, stay.room_id, stay.started_at, stay.ended_at, room.kind FROM stay JOIN room ON room.id = stay.room_id
      WHERE stay.admission_id = \(admission) ORDER BY stay.started_at, stay.id
      """
    ).compactMap { row in
      let id: StayID = try row.identifier("id")
      let interval = StayInterval(
        start: try row.timestamp("started_at"), end: try row.optionalTimestamp("ended_at"))
      let nights = charged.filter { $0.0 == id.text }.flatMap { $0.1..<($0.1 + $0.2) }
      return try interval.map {
        RoomNights.Stay(
          id: id, kind: try row.code("kind"), former: former[try row.text("room_id")] ?? [], interval: $0,
          charged: Set(nights))
      }
    }
  }
}

extension Records {
  /// What is charged to stays.
  package var charges: ChargeRecords { ChargeRecords(records: self) }
}

extension PatientRecords {
  /// Who insures a patient; empty for nobody.
  package func insurer(of id: PatientID) throws -> String {
    try transaction.row("SELECT insurer FROM patient WHERE id = \(id)")?.optionalText("insurer") ?? ""
  }
}
