import DatabaseKit
import HospitalDomain

extension MedicationRecords {
  /// Every category that a medication was put in, by code.
  package func categories() throws -> [MedicationCategory] {
    try transaction.rows("SELECT id, code, name, is_class FROM medication_category ORDER BY code").map { row in
      try row.medicationCategory()
    }
  }

  /// The category with a code, or a name however it is written; a class of the ATC is there as soon as it is named.
  package func category(named words: String) throws -> MedicationCategory? {
    if ATCClass.names[words.uppercased()] != nil { try keepClass(words.uppercased()) }
    return try transaction.row(
      """
      SELECT id, code, name, is_class FROM medication_category
      WHERE code = \(words.uppercased()) OR lower(name) = \(words.lowercased()) ORDER BY code LIMIT 1
      """
    )?.medicationCategory()
  }

  /// The classes that an ATC code belongs to.
  func classes(of code: String) throws -> [Identifier<MedicationCategory>] {
    let codes = ATCClass.classes(of: code)
    guard !codes.isEmpty else { return [] }
    let kept = Set(
      try transaction.rows("SELECT code FROM medication_category WHERE code IN (\(list: codes))").map {
        try $0.text("code")
      })
    for code in codes where !kept.contains(code) { try keepClass(code) }
    return codes.map(ATCClass.category)
  }

  /// Sees to it that a class of the ATC is among the categories.
  private func keepClass(_ code: String) throws {
    guard try !transaction.exists("SELECT 1 FROM medication_category WHERE code = \(code)") else { return }
    try transaction.execute(
      """
      INSERT INTO medication_category (id, code, name, is_class)
      VALUES (\(ATCClass.category(code)), \(code), \(ATCClass.names[code] ?? code), 1)
      """)
  }

  /// Makes a category of the hospital's own; its code is its name in capitals.
  package func addCategory(_ name: String) throws -> MedicationCategory {
    let category = MedicationCategory(
      id: records.newIdentifier(), code: String(name.uppercased().prefix(40)), name: name, isClass: false)
    try transaction.execute(
      """
      INSERT INTO medication_category (id, code, name, is_class, added_at, added_by)
      VALUES (\(category.id), \(category.code), \(name), 0, \(records.now), \(records.author.account))
      """)
    return category
  }

  /// The medications of a category, by name.
  package func medications(in category: Identifier<MedicationCategory>, limit: Int) throws -> [MedicationRow] {
    let rows = try transaction.rows(
      """
      SELECT medication.* FROM medication_in_category JOIN medication ON medication.id = medication_in_category.medication_id
      WHERE medication_in_category.category_id = \(category) AND medication_in_category.ended_at IS NULL
        AND medication.retired_at IS NULL ORDER BY lower(medication.name), medication.strength LIMIT \(limit)
      """)
    let categories = try categories(of: rows.map { try $0.identifier("id") })
    return try rows.map { try $0.medicationRow(in: categories[try $0.identifier("id")] ?? []) }
  }

  /// The categories of several medications.
  func categories(of medications: [MedicationID]) throws -> [MedicationID: [MedicationCategory]] {
    var categories: [MedicationID: [MedicationCategory]] = [:]
    for start in stride(from: 0, to: medications.count, by: 500) {
      let some = Array(medications[start..<min(start + 500, medications.count)])
      try transaction.forEachRow(
        """
        SELECT medication_in_category.medication_id, medication_category.id, medication_category.code,
          medication_category.name, medication_category.is_class
        FROM medication_in_category JOIN medication_category ON medication_category.id = medication_in_category.category_id
        WHERE medication_in_category.medication_id IN (\(list: some)) AND medication_in_category.ended_at IS NULL
        ORDER BY medication_in_category.medication_id, medication_category.code
        """
      ) { row in categories[try row.identifier("medication_id"), default: []].append(try row.medicationCategory()) }
    }
    return categories
  }

  /// Puts a medication in these categories and no others.
  func setCategories(_ wanted: [Identifier<MedicationCategory>], of id: MedicationID) throws {
    let former = Set(try categories(of: [id])[id]?.map(\.id) ?? [])
    for category in former.subtracting(wanted).sorted() {
      try transaction.execute(
        """
        UPDATE medication_in_category SET ended_at = \(records.now), ended_by = \(records.author.account)
        WHERE medication_id = \(id) AND category_id = \(category) AND ended_at IS NULL
        """)
    }
    try put(id, in: Set(wanted).subtracting(former))
  }

  /// Puts a medication in categories in which it is not.
  func put(_ id: MedicationID, in categories: Set<Identifier<MedicationCategory>>) throws {
    guard !categories.isEmpty else { return }
    let rows = categories.sorted().map { category -> SQLStatement in
      let row: Identifier<MedicationCategory> = records.newIdentifier()
      return "(\(row), \(id), \(category), \(records.now), \(records.author.account))"
    }
    try transaction.execute(
      """
      INSERT INTO medication_in_category (id, medication_id, category_id, added_at, added_by)
      VALUES \(part: rows.joined(separator: ", "))
      """)
  }
}

extension SQLRow {
  fileprivate func medicationCategory() throws -> MedicationCategory {
    MedicationCategory(
      id: try identifier("id"), code: try text("code"), name: try text("name"), isClass: try flag("is_class"))
  }
}
