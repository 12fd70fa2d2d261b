import DatabaseKit
import HospitalDomain

/// The terms that a medication is kept under in `medication_term`: the folded words of its name, strength and form, its code
/// and its ATC code. What is typed is found by the beginnings of them.
enum MedicationTerms {
  static func of(_ medication: Medication) -> Set<String> {
    var terms = Set(TextFolding.words(medication.title))
    terms.formUnion(TextFolding.joinedWords(medication.name))
    terms.formUnion([medication.code, medication.atc].map(TextFolding.fold).filter { !$0.isEmpty })
    return terms
  }

  /// The most words of what was typed that are looked at.
  static let mostWords = 6
}

extension MedicationRecords {
  /// Finds medications as they are typed: every word begins one of a medication's terms. Those that are off the list are
  /// not found. Nothing typed finds all.
  ///
  /// - Returns: at most `limit`, by name.
  package func search(_ typed: String, limit: Int) throws -> MedicationFinds {
    let words = Array(TextFolding.words(typed).prefix(MedicationTerms.mostWords))
    let rows = try transaction.rows(words.isEmpty ? Self.all(limit + 1) : Self.found(words, limit + 1))
    let shown = rows.prefix(limit)
    let categories = try categories(of: shown.map { try $0.identifier("id") })
    let medications = try shown.map { row in
      try row.medicationRow(in: categories[try row.identifier("id")] ?? [])
    }
    return MedicationFinds(medications, isCut: rows.count > limit)
  }

  private static func all(_ limit: Int) -> SQLStatement {
    "SELECT * FROM medication WHERE retired_at IS NULL ORDER BY lower(name), strength, id LIMIT \(limit)"
  }

  /// The longest word leads: the range of its terms is the shortest to read.
  private static func found(_ words: [String], _ limit: Int) -> SQLStatement {
    let leading = words.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? ""
    let others = words.filter { $0 != leading }.map { word -> SQLStatement in
      """
      AND EXISTS (SELECT 1 FROM medication_term AS other WHERE other.medication_id = leading.medication_id
        AND other.term >= \(word) AND other.term < \(word + "\u{10FFFF}"))
      """
    }
    return """
      SELECT medication.* FROM (SELECT DISTINCT leading.medication_id FROM medication_term AS leading
          WHERE leading.term >= \(leading) AND leading.term < \(leading + "\u{10FFFF}")
          \(part: others.joined(separator: " "))) AS matched
        JOIN medication ON medication.id = matched.medication_id
      WHERE medication.retired_at IS NULL ORDER BY lower(medication.name), medication.strength, medication.id LIMIT \(limit)
      """
  }

  func terms(of id: MedicationID) throws -> Set<String> {
    Set(
      try transaction.rows("SELECT term FROM medication_term WHERE medication_id = \(id)").map { try $0.text("term") })
  }

  func addTerms(_ terms: Set<String>, to id: MedicationID) throws {
    guard !terms.isEmpty else { return }
    let rows = terms.sorted().map { "(\($0), \(id))" as SQLStatement }
    try transaction.execute(
      "INSERT INTO medication_term (term, medication_id) VALUES \(part: rows.joined(separator: ", "))")
  }
}
