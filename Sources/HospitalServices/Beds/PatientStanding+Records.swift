import HospitalDomain
import HospitalRecords

extension Records {
  /// A patient as the rules of admission see them. Throws when there is no such patient.
  func patientStanding(_ id: PatientID) throws -> PatientStanding {
    guard let row = try patients.line(id) else { throw Refusal.noSuchPatient }
    return PatientStanding(
      number: row.number, name: row.name, sex: row.sex, isDeceased: row.isDeceased, mergedInto: row.mergedInto,
      currentRoom: try board.row(ofPatient: id)?.number)
  }
}
