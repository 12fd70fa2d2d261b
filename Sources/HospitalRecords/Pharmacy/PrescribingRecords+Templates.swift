import DatabaseKit
import HospitalDomain

/// Usual prescriptions, a person's own and their department's (M2).
extension PrescribingRecords {
  /// The most templates that are offered.
  private static let mostTemplates = 100

  /// The templates of the account that asks, and of the doctor's department, by name.
  package func templates() throws -> [PrescriptionTemplate] {
    let department = try department()
    var items: [String: [(medication: ListedMedication, item: PrescriptionOrder.Item)]] = [:]
    let rows = try transaction.rows(
      """
      SELECT prescription_template.id, prescription_template.name, department.name AS department_name
      FROM prescription_template LEFT JOIN department ON department.id = prescription_template.department_id
      WHERE prescription_template.account_id = \(records.author.account)
        OR prescription_template.department_id = \(department)
      ORDER BY prescription_template.name, prescription_template.id LIMIT \(Self.mostTemplates)
      """)
    try transaction.forEachRow(
      """
      SELECT prescription_template_item.*, medication.name, medication.strength, medication.form,
        medication.is_controlled
      FROM prescription_template_item JOIN medication ON medication.id = prescription_template_item.medication_id
      WHERE template_id IN (\(list: try rows.map { try $0.text("id") })) ORDER BY template_id, position
      """
    ) { row in
      guard let item = try Self.item(row) else { return }
      items[try row.text("template_id"), default: []].append((try Self.prescribed(row), item))
    }
    return try rows.map { row in
      let id = try row.text("id")
      return PrescriptionTemplate(
        id: id, name: try row.text("name"), department: try row.optionalText("department_name"), items: items[id] ?? [])
    }
  }

  /// Keeps a usual prescription: the department's where one is given, else the person's own.
  package func keep(_ items: [PrescriptionOrder.Item], named name: String, for department: DepartmentID?) throws {
    let id: Identifier<PrescriptionTemplate> = records.newIdentifier()
    let owner = department == nil ? records.author.account : nil
    try transaction.execute(
      """
      INSERT INTO prescription_template (id, name, account_id, department_id, recorded_at, recorded_by)
      VALUES (\(id), \(name), \(owner), \(department), \(records.now), \(records.author.account))
      """)
    for (place, item) in items.enumerated() {
      let dosage = item.dosage
      try transaction.execute(
        """
        INSERT INTO prescription_template_item (template_id, position, medication_id, amount_thousandths, unit,
          route_code, frequency_code, frequency_count, duration_days, quantity, refills)
        VALUES (\(id), \(place + 1), \(item.medication), \(dosage.amount.thousandths), \(dosage.amount.unit),
          \(dosage.route), \(dosage.frequency.code), \(dosage.frequency.count), \(dosage.days), \(item.quantity),
          \(item.refills))
        """)
    }
  }
}
