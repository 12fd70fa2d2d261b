import DatabaseKit
import HospitalDomain

/// The list of interactions in the database (M3): taken over as a whole, and read by index.
package struct MedicationKnowledgeRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Takes a list over in place of the one that was there, and finds out anew what acts in every medication.
  package func replace(with knowledge: MedicationKnowledge) throws {
    for table in ["interaction", "substance_class", "substance_name", "substance"] {
      try transaction.execute(SQLStatement(trusted: "DELETE FROM \(table)"))
    }
    let compared = knowledge.compared
    for substance in knowledge.substances {
      let name = substance.folded
      try transaction.execute(
        """
        INSERT INTO substance (name, rxnorm, atc) VALUES (\(name), \(substance.code), \(substance.therapeuticClass))
        ON CONFLICT (name) DO NOTHING
        """)
      if compared.contains(name) {
        try transaction.execute("INSERT INTO substance_class (substance, class) VALUES (\(name), \(name))")
      }
      for alias in substance.allNames {
        try transaction.execute(
          "INSERT INTO substance_name (name, substance) VALUES (\(alias), \(name)) ON CONFLICT (name) DO NOTHING")
      }
    }
    for (name, substances) in knowledge.classes.sorted(by: { $0.key < $1.key }) {
      for substance in substances.map(Self.fold) where compared.contains(substance) {
        try transaction.execute(
          """
          INSERT INTO substance_class (substance, class) VALUES (\(substance), \(name))
          ON CONFLICT (substance, class) DO NOTHING
          """)
      }
    }
    for line in knowledge.lines {
      try transaction.execute(
        """
        INSERT INTO interaction (first_class, second_class, level, effect, depends)
        VALUES (\(side(line.first, knowledge)), \(side(line.second, knowledge)), \(line.level), \(line.effect),
          \(line.depends))
        ON CONFLICT (first_class, second_class) DO NOTHING
        """)
    }
    try mapMedications(again: true)
  }

  /// Finds out what acts in the medications of which that is not known yet, or in all.
  package func mapMedications(again: Bool = false) throws {
    if again { try transaction.execute("DELETE FROM medication_ingredient") }
    let medications = try transaction.rows(
      """
      SELECT id, name FROM medication
      WHERE NOT EXISTS (SELECT 1 FROM medication_ingredient WHERE medication_id = medication.id)
      """
    ).map { (id: try $0.text("id"), name: try $0.text("name")) }
    for piece in stride(from: 0, to: medications.count, by: 100) {
      let some = medications[piece..<min(piece + 100, medications.count)]
      let known = try substances(
        named: some.reduce(into: Set()) { $0.formUnion(IngredientReading.phrases(in: $1.name)) })
      for medication in some {
        for substance in IngredientReading.substances(in: medication.name, known: known) {
          try transaction.execute(
            "INSERT INTO medication_ingredient (medication_id, substance) VALUES (\(medication.id), \(substance))")
        }
      }
    }
  }

  /// Finds out what acts in one medication, by its name. Of a new one nothing is known yet.
  func map(_ id: MedicationID, named name: String, isNew: Bool = false) throws {
    if !isNew { try transaction.execute("DELETE FROM medication_ingredient WHERE medication_id = \(id)") }
    let known = try substances(named: IngredientReading.phrases(in: name))
    for substance in IngredientReading.substances(in: name, known: known) {
      try transaction.execute(
        "INSERT INTO medication_ingredient (medication_id, substance) VALUES (\(id), \(substance))")
    }
  }

  /// The substances that some names are of; names that are not known are left out.
  func substances(named names: Set<String>) throws -> [String: String] {
    guard !names.isEmpty else { return [:] }
    var found: [String: String] = [:]
    let sorted = names.sorted()
    for piece in stride(from: 0, to: sorted.count, by: 500) {
      try transaction.forEachRow(
        """
        SELECT name, substance FROM substance_name
        WHERE name IN (\(list: Array(sorted[piece..<min(piece + 500, sorted.count)])))
        """
      ) { row in found[try row.text("name")] = try row.text("substance") }
    }
    return found
  }

  /// Whether there is a list at all.
  func isEmpty() throws -> Bool { try transaction.row("SELECT 1 AS one FROM interaction LIMIT 1") == nil }

  /// The part of the list that is about some substances.
  func facts(about substances: [String]) throws -> InteractionFacts {
    guard !substances.isEmpty else { return .none }
    var classes: [String: [String]] = [:]
    try transaction.forEachRow(
      "SELECT substance, class FROM substance_class WHERE substance IN (\(list: substances)) ORDER BY substance, class"
    ) { row in classes[try row.text("substance"), default: []].append(try row.text("class")) }
    let groups = Set(classes.values.joined()).sorted()
    let lines = try transaction.rows(
      """
      SELECT first_class, second_class, level, effect, depends FROM interaction
      WHERE first_class IN (\(list: groups)) AND second_class IN (\(list: groups))
      """
    ).map { row in
      InteractionFacts.Line(
        try row.text("first_class"), try row.text("second_class"), try row.code("level"), try row.code("effect"),
        depends: try row.flag("depends"))
    }
    return InteractionFacts(classes: classes, lines: lines)
  }

  private func side(_ text: String, _ knowledge: MedicationKnowledge) -> String {
    knowledge.classes[text] == nil ? Self.fold(text) : text
  }

  private static func fold(_ text: String) -> String { TextFolding.words(text).joined(separator: " ") }
}

extension Records {
  /// What is known of medications.
  package var medicationKnowledge: MedicationKnowledgeRecords { MedicationKnowledgeRecords(records: self) }
}
