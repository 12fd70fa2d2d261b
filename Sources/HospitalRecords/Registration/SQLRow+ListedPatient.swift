import DatabaseKit
import HospitalDomain

extension SQLRow {
  /// The columns of the table `patient` that `listedPatient` reads.
  static let listedPatientColumns: SQLStatement = """
    patient.id AS patient_id, patient.number AS patient_number, patient.family_name AS patient_family_name,
    patient.given_name AS patient_given_name, patient.sex AS patient_sex, patient.birth_date AS patient_birth_date
    """

  /// A patient as a line of a list names one.
  func listedPatient() throws -> RoomBoardRow.PatientLine {
    RoomBoardRow.PatientLine(
      id: try identifier("patient_id"), number: try hospitalNumber("patient_number"),
      name: try personName("patient_"), sex: try code("patient_sex"), birthDate: try date("patient_birth_date"))
  }
}
