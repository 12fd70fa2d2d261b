import DatabaseKit
import HospitalDomain

extension PatientRecords {
  /// Every admission of a patient with its rooms, newest first; those under records merged into theirs included.
  package func admissions(of id: PatientID) throws -> [PatientAdmission] {
    let names = try doctors(ofAdmissionsOf: id)
    return try records.admissions.all(of: id).map { admission in
      PatientAdmission(
        admission: admission, doctor: names[admission.doctor] ?? PersonName(family: "", given: ""),
        stays: try records.stays.stays(of: admission.id))
    }
  }

  private func doctors(ofAdmissionsOf id: PatientID) throws -> [DoctorID: PersonName] {
    let rows = try transaction.rows(
      """
      SELECT DISTINCT doctor.id, doctor.family_name, doctor.given_name
      FROM admission JOIN doctor ON doctor.id = admission.doctor_id
      WHERE admission.patient_id IN (\(part: MergedRecords.identifiers(of: id)))
      """)
    return Dictionary(try rows.map { (try $0.identifier("id"), try $0.personName()) }) { first, _ in first }
  }
}
