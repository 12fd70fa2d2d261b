import DatabaseKit
import HospitalDomain

/// What patients said of themselves that prescribing has to know.
package struct PatientStatementRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// What was said last of weight and pregnancy, on the patient's record or one that was merged into it. What was said of
  /// a pregnancy holds for forty weeks, and a child's weight for ninety days: then nothing is known.
  package func newest(of patient: PatientID) throws -> PatientStatement {
    var statement = PatientStatement()
    try transaction.forEachRow(
      """
      SELECT weight_grams, is_pregnant, stated_at FROM patient_statement
      WHERE patient_id IN (\(part: MergedRecords.identifiers(of: patient))) ORDER BY stated_at, id
      """
    ) { row in
      let age = records.now.milliseconds - (try row.integer("stated_at"))
      if let grams = try row.optionalInteger("weight_grams"), age < 90 * 86_400_000 { statement.weight = Int(grams) }
      if let pregnant = try row.optionalInteger("is_pregnant"), age < 280 * 86_400_000 {
        statement.isPregnant = pregnant == 1
      }
    }
    return statement
  }

  /// Adds what is said now and differs from what was said before.
  package func add(_ statement: PatientStatement, of patient: PatientID) throws {
    let former = try newest(of: patient)
    if let grams = statement.weight, grams != former.weight {
      let id: Identifier<PatientStatement> = records.newIdentifier()
      try transaction.execute(
        """
        INSERT INTO patient_statement (id, patient_id, weight_grams, is_pregnant, stated_at, recorded_by)
        VALUES (\(id), \(patient), \(grams), NULL, \(records.now), \(records.author.account))
        """)
    }
    if let isPregnant = statement.isPregnant, isPregnant != former.isPregnant {
      let id: Identifier<PatientStatement> = records.newIdentifier()
      try transaction.execute(
        """
        INSERT INTO patient_statement (id, patient_id, weight_grams, is_pregnant, stated_at, recorded_by)
        VALUES (\(id), \(patient), NULL, \(isPregnant), \(records.now), \(records.author.account))
        """)
    }
  }
}

extension Records {
  /// Weight and pregnancy.
  package var patientStatements: PatientStatementRecords { PatientStatementRecords(records: self) }
}
