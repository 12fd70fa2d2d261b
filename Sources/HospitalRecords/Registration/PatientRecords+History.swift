import DatabaseKit
import HospitalDomain

/// What other areas recorded about a patient, those under records merged into theirs included; newest first.
extension PatientRecords {
  /// Every appointment of a patient.
  package func appointments(of id: PatientID) throws -> [PatientAppointment] {
    try transaction.rows(
      """
      SELECT appointment.id, starts_at, ends_at, status, purpose, department.name AS department_name,
        doctor.family_name, doctor.given_name
      FROM appointment JOIN doctor ON doctor.id = appointment.doctor_id
        JOIN department ON department.id = appointment.department_id
      WHERE patient_id IN (\(part: MergedRecords.identifiers(of: id))) ORDER BY starts_at DESC, appointment.id DESC
      """
    ).map { row in
      PatientAppointment(
        id: try row.text("id"), startsAt: try row.timestamp("starts_at"), endsAt: try row.timestamp("ends_at"),
        doctor: try row.personName(), department: try row.text("department_name"), status: try row.text("status"),
        purpose: try row.text("purpose"))
    }
  }

  /// Every prescription of a patient with its items.
  package func prescriptions(of id: PatientID) throws -> [PatientPrescription] {
    let items = try prescriptionItems(of: id)
    return try transaction.rows(
      """
      SELECT prescription.id, prescription.number, written_at, status, priority, note, pharmacy.name AS pharmacy_name,
        doctor.family_name, doctor.given_name
      FROM prescription JOIN doctor ON doctor.id = prescription.doctor_id
        JOIN pharmacy ON pharmacy.id = prescription.pharmacy_id
      WHERE patient_id IN (\(part: MergedRecords.identifiers(of: id))) ORDER BY written_at DESC, prescription.number DESC
      """
    ).map { row in
      let id = try row.text("id")
      return PatientPrescription(
        id: id, number: try row.integer("number"), writtenAt: try row.timestamp("written_at"),
        doctor: try row.personName(), pharmacy: try row.text("pharmacy_name"), status: try row.text("status"),
        priority: try row.text("priority"), note: try row.text("note"), items: items[id] ?? [])
    }
  }

  private func prescriptionItems(of id: PatientID) throws -> [String: [PatientPrescription.Item]] {
    var items: [String: [PatientPrescription.Item]] = [:]
    try transaction.forEachRow(
      """
      SELECT prescription_item.*, medication.name, medication.strength, medication.form
      FROM prescription JOIN prescription_item ON prescription_item.prescription_id = prescription.id
        JOIN medication ON medication.id = prescription_item.medication_id
      WHERE prescription.patient_id IN (\(part: MergedRecords.identifiers(of: id)))
      ORDER BY prescription_item.prescription_id, prescription_item.position
      """
    ) { row in
      let words = [try row.text("name"), try row.text("strength"), try row.text("form")].filter { !$0.isEmpty }
      items[try row.text("prescription_id"), default: []].append(
        PatientPrescription.Item(
          medication: words.joined(separator: " "), dose: try row.text("dose"), route: try row.text("route"),
          frequency: try row.text("frequency"), days: try row.count("duration_days"),
          quantity: try row.count("quantity"), refills: try row.count("refills")))
    }
    return items
  }

  /// Every invoice of a patient with its sums.
  package func invoices(of id: PatientID) throws -> [PatientInvoice] {
    try transaction.rows(
      """
      SELECT invoice.id, invoice.year, invoice.number, invoice.status, invoice.issued_at, invoice.due_on,
        (SELECT COALESCE(SUM(quantity * unit_cents - discount_cents), 0) FROM invoice_line
         WHERE invoice_line.invoice_id = invoice.id) AS total_cents,
        (SELECT COALESCE(SUM(amount_cents), 0) FROM payment WHERE payment.invoice_id = invoice.id) AS paid_cents
      FROM invoice WHERE invoice.patient_id IN (\(part: MergedRecords.identifiers(of: id)))
      ORDER BY invoice.recorded_at DESC, invoice.id DESC
      """
    ).map { row in
      PatientInvoice(
        id: try row.text("id"), number: try Self.invoiceNumber(row), status: try row.text("status"),
        issuedAt: try row.optionalTimestamp("issued_at"),
        dueOn: try row.optionalText("due_on").flatMap(CalendarDate.init),
        total: Money(cents: try row.integer("total_cents")), paid: Money(cents: try row.integer("paid_cents")))
    }
  }

  private static func invoiceNumber(_ row: SQLRow) throws -> String? {
    guard let year = try row.optionalInteger("year"), let number = try row.optionalInteger("number") else { return nil }
    let digits = String(number)
    return "INV-\(year)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }
}
