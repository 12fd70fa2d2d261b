import DatabaseKit
import HospitalDomain

extension PrescribingRecords {
  /// All that is known of a prescription; nil where there is none.
  package func detail(of id: String) throws -> PrescriptionDetail? {
    guard
      let row = try transaction.row(
        """
        SELECT prescription.*, pharmacy.name AS pharmacy_name, doctor.family_name, doctor.given_name,
          account.full_name AS recorder, task.stage,
          \(part: SQLStatement(trusted: TakenSchema.lastsUntil("prescription"))) AS lasts_until
        FROM prescription JOIN doctor ON doctor.id = prescription.doctor_id
          JOIN pharmacy ON pharmacy.id = prescription.pharmacy_id JOIN account ON account.id = prescription.recorded_by
          LEFT JOIN pharmacy_task AS task ON task.prescription_id = prescription.id
        WHERE prescription.id = \(id)
        """)
    else { return nil }
    let rows = try transaction.rows(
      """
      SELECT prescription_item.*, prescription_dosage.amount_thousandths, prescription_dosage.unit,
        prescription_dosage.route_code, prescription_dosage.frequency_code, prescription_dosage.frequency_count,
        medication.name, medication.strength, medication.form, medication.is_controlled
      FROM prescription_item JOIN medication ON medication.id = prescription_item.medication_id
        LEFT JOIN prescription_dosage ON prescription_dosage.item_id = prescription_item.id
      WHERE prescription_item.prescription_id = \(id) ORDER BY prescription_item.position
      """)
    let root = try root(of: id)
    let prescription = try row.prescription(
      items: rows.map { try $0.prescribedItem() }, lasting: try row.lastsUntil(after: records.now))
    return PrescriptionDetail(
      prescription: prescription,
      patient: try row.identifier("patient_id"), pharmacy: try row.identifier("pharmacy_id"),
      items: try rows.map(Self.item), medications: try rows.map(Self.prescribed), overrides: try overrides(of: id),
      report: prescription.goesOn ? try records.pharmacy.findings(of: id) : nil, states: try states(of: id, now: row),
      relatives: try relatives(of: id), renewals: try renewals(of: root))
  }

  static func item(_ row: SQLRow) throws -> PrescriptionOrder.Item? {
    try row.optionalDosage().map { dosage in
      PrescriptionOrder.Item(
        medication: try row.identifier("medication_id"), dosage: dosage, quantity: try row.count("quantity"),
        refills: try row.count("refills"))
    }
  }

  static func prescribed(_ row: SQLRow) throws -> ListedMedication {
    ListedMedication(
      id: try row.identifier("medication_id"), name: try row.text("name"), strength: try row.text("strength"),
      form: try row.text("form"), isControlled: try row.flag("is_controlled"))
  }

  /// What was passed with a reason when a prescription was written or verified, in that order.
  package func overrides(of id: String) throws -> [PrescriptionDetail.Override] {
    try transaction.rows(
      """
      SELECT finding_override.*, recorder.full_name AS recorder, signer.full_name AS signer
      FROM finding_override JOIN account AS recorder ON recorder.id = finding_override.recorded_by
        LEFT JOIN account AS signer ON signer.id = finding_override.signed_by
      WHERE prescription_id = \(id) ORDER BY finding_override.recorded_at, finding_override.id
      """
    ).map { row in
      PrescriptionDetail.Override(
        kind: try row.code("kind"), level: try row.code("level"), first: try row.text("first"),
        second: try row.text("second"), reason: try row.text("reason"),
        recorded: Recorded(by: try row.text("recorder"), at: try row.timestamp("recorded_at")),
        signer: try row.optionalText("signer"))
    }
  }

  private func states(of id: String, now row: SQLRow) throws -> [PrescriptionDetail.State] {
    let former = try transaction.rows(
      """
      SELECT prescription_version.status, prescription_version.recorded_at, prescription_version.change_reason,
        account.full_name AS recorder
      FROM prescription_version JOIN account ON account.id = prescription_version.recorded_by
      WHERE prescription_id = \(id) ORDER BY prescription_version.version
      """)
    let own = try (former + [row]).map { try Self.state($0, try $0.text("status"), try $0.text("change_reason")) }
    return (own + (try declines(of: id) + substitutes(of: id) + handovers(of: id) + returns(of: id))).enumerated()
      .sorted {
        ($0.element.recorded.at, $0.offset) < ($1.element.recorded.at, $1.offset)
      }.map(\.element)
  }

  /// When the pharmacy sent it back, with its reason, and when it was sent there again.
  private func declines(of id: String) throws -> [PrescriptionDetail.State] {
    let rows = try transaction.rows(
      """
      SELECT step.stage, step.decline_code, step.recorded_at, step.change_reason, account.full_name AS recorder
      FROM (SELECT former.version, former.stage, former.decline_code, former.recorded_at, former.recorded_by,
          former.change_reason
        FROM pharmacy_task_version AS former JOIN pharmacy_task AS task ON task.id = former.pharmacy_task_id
        WHERE task.prescription_id = \(id)
        UNION ALL SELECT version, stage, decline_code, recorded_at, recorded_by, change_reason
        FROM pharmacy_task WHERE prescription_id = \(id)) AS step
        JOIN account ON account.id = step.recorded_by
      ORDER BY step.version
      """)
    var isBack = false
    return try rows.compactMap { row in
      let reason: DeclineReason? = try row.optionalCode("decline_code")
      defer { isBack = reason != nil }
      let words = try row.text("change_reason")
      if let reason { return try Self.state(row, "declined at the pharmacy", "\(reason.title): \(words)") }
      return isBack ? try Self.state(row, "sent to the pharmacy again", words) : nil
    }
  }

  static func state(_ row: SQLRow, _ status: String, _ reason: String) throws -> PrescriptionDetail.State {
    PrescriptionDetail.State(
      status: status, recorded: Recorded(by: try row.text("recorder"), at: try row.timestamp("recorded_at")),
      reason: reason)
  }

  private func relatives(of id: String) throws -> [PrescriptionDetail.Relative] {
    try transaction.rows(
      """
      SELECT prescription.id, prescription.number, prescription_prior.kind, 1 AS is_prior
      FROM prescription_prior JOIN prescription ON prescription.id = prescription_prior.prior_id
      WHERE prescription_prior.prescription_id = \(id)
      UNION ALL
      SELECT prescription.id, prescription.number, prescription_prior.kind, 0 AS is_prior
      FROM prescription_prior JOIN prescription ON prescription.id = prescription_prior.prescription_id
      WHERE prescription_prior.prior_id = \(id)
      ORDER BY number
      """
    ).map { row in
      PrescriptionDetail.Relative(
        id: try row.text("id"), number: try row.integer("number"), isPrior: try row.flag("is_prior"),
        isRenewal: try row.text("kind") == "renewal")
    }
  }
}
