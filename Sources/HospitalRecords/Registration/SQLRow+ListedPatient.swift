import DatabaseKit

extension SQLRow {
  /// The columns of the table `patient` that `Records.listedPatient` reads.
  static let listedPatientColumns: SQLStatement = """
    patient.id AS patient_id, patient.number AS patient_number, patient.family_name AS patient_family_name,
    patient.given_name AS patient_given_name, patient.sex AS patient_sex, patient.birth_date AS patient_birth_date
    """
}
