import DatabaseKit
import HospitalDomain

/// A patient as the rules of other areas need one.
package struct PatientLine: Hashable, Sendable {
  package let id: PatientID
  package let number: HospitalNumber
  package let name: PersonName
  package let sex: Sex
  package let birthDate: CalendarDate
  package let isDeceased: Bool
  /// The number of the record that this one was merged into.
  package let mergedInto: HospitalNumber?
}

/// Patients.
package struct PatientRecords {
  let records: Records
  var transaction: any Transaction { records.transaction }

  /// One patient in short.
  package func line(_ id: PatientID) throws -> PatientLine? { try line(where: "patient.id = \(id)") }

  /// One patient in short, of the hospital of who asks, by the number.
  package func line(_ number: HospitalNumber) throws -> PatientLine? {
    try line(where: "patient.number = \(number) AND patient.hospital_id = \(records.author.hospital)")
  }

  private func line(where condition: SQLStatement) throws -> PatientLine? {
    let row = try transaction.row(
      """
      SELECT patient.id, patient.number, patient.family_name, patient.given_name, patient.sex, patient.birth_date,
        patient.died_at, survivor.number AS survivor_number
      FROM patient
      LEFT JOIN patient_merge ON patient_merge.patient_id = patient.id AND patient_merge.undone_at IS NULL
      LEFT JOIN patient AS survivor ON survivor.id = patient_merge.survivor_id
      WHERE \(part: condition)
      """)
    return try row.map { row in
      PatientLine(
        id: try row.identifier("id"), number: try row.hospitalNumber("number"), name: try row.personName(),
        sex: try row.code("sex"), birthDate: try row.date("birth_date"),
        isDeceased: try row.optionalTimestamp("died_at") != nil,
        mergedInto: try row.optionalInteger("survivor_number").flatMap { HospitalNumber(value: $0) })
    }
  }
}

extension Records {
  /// Patients.
  package var patients: PatientRecords { PatientRecords(records: self) }
}
