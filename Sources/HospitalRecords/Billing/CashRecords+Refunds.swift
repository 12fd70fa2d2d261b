import DatabaseKit
import HospitalDomain

extension CashRecords {
  /// The refunds of the hospital that are not paid or declined, oldest first.
  package func openRefunds(limit: Int) throws -> [Refund] {
    try refunds(
      """
      refund.hospital_id = \(records.author.hospital) AND refund.paid_at IS NULL
        AND (refund.decision IS NULL OR refund.decision = 'approved')
      """, limit: limit)
  }

  /// One refund.
  package func refund(_ id: Identifier<Refund>) throws -> Refund? { try refunds("refund.id = \(id)", limit: 1).first }

  private func refunds(_ condition: SQLStatement, limit: Int) throws -> [Refund] {
    try transaction.rows(
      """
      SELECT refund.*, account.full_name, \(part: SQLRow.listedPatientColumns)
      FROM refund JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "refund.patient_id"))
        JOIN account ON account.id = refund.requested_by
      WHERE \(part: condition) ORDER BY refund.requested_at, refund.id LIMIT \(limit)
      """
    ).map { row in
      let decision = try row.optionalText("decision")
      let isPaid = try row.optionalTimestamp("paid_at") != nil
      return Refund(
        id: try row.identifier("id"), patient: try records.listedPatient(row),
        amount: Money(cents: try row.integer("amount_cents")), method: try row.code("method"),
        reason: try row.text("reason"), requestedAt: try row.timestamp("requested_at"),
        requestedBy: try row.identifier("requested_by"), requestedByName: try row.text("full_name"),
        state: isPaid ? .paid : decision == nil ? .requested : decision == "approved" ? .approved : .declined)
    }
  }

  /// Asks for a refund of what is kept for a patient.
  package func request(_ amount: Money, by method: PaymentMethod, for patient: PatientID, because reason: String) throws
  {
    for part in try parts(of: amount, for: patient) {
      let id: Identifier<Refund> = records.newIdentifier()
      try transaction.execute(
        """
        INSERT INTO refund (id, hospital_id, patient_id, amount_cents, method, reason, requested_at, requested_by)
        VALUES (\(id), \(records.author.hospital), \(part.record), \(part.amount.cents), \(method), \(reason),
          \(records.now), \(records.author.account))
        """)
    }
  }

  /// Approves or declines a refund.
  package func decide(_ id: Identifier<Refund>, approved: Bool, because reason: String) throws {
    try transaction.execute(
      """
      UPDATE refund SET decision = \(approved ? "approved" : "declined"), decided_at = \(records.now),
        decided_by = \(records.author.account), decision_reason = \(reason) WHERE id = \(id)
      """)
  }

  /// Records that a refund was paid.
  package func payOut(_ id: Identifier<Refund>, reference: String, in shift: Identifier<CashShift>?) throws {
    try transaction.execute(
      """
      UPDATE refund SET paid_at = \(records.now), paid_by = \(records.author.account), reference = \(reference),
        shift_id = \(shift) WHERE id = \(id)
      """)
  }
}
