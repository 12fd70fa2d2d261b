import DatabaseKit
import HospitalDomain

/// What a transaction has found out about whose names are kept from its author (H6). One statement while no record is
/// restricted at all, else one for each patient of a list.
final class WithheldPatients {
  private var isAnybodyRestricted: Bool?
  private var known: [PatientID: Bool] = [:]

  fileprivate func contains(_ patient: PatientID, in records: Records) throws -> Bool {
    if isAnybodyRestricted == nil { isAnybodyRestricted = try records.restrictions.areThereAny() }
    guard isAnybodyRestricted == true else { return false }
    if let answer = known[patient] { return answer }
    let answer = try records.restrictions.isWithheld(patient)
    known[patient] = answer
    return answer
  }
}

// The one place that decides whether a person sees who a restricted patient is. Everything that names a patient in a list
// is read through it, so that no service, screen, print or export has to know.
extension Records {
  /// Whether name, number and date of birth of a patient are kept from the author.
  package func withholds(_ patient: PatientID) throws -> Bool { try withheld.contains(patient, in: self) }

  /// A patient as the author may see them named.
  package func shown(_ patient: PatientReference) throws -> PatientReference {
    try withholds(patient.id) ? patient.withheld() : patient
  }

  /// A patient's name as the author may see it.
  func shown(_ name: PersonName, of patient: PatientID) throws -> PersonName {
    try withholds(patient) ? .withheld : name
  }

  /// A patient's line as the author may see it.
  func shown(_ line: RoomBoardRow.PatientLine) throws -> RoomBoardRow.PatientLine {
    try withholds(line.id) ? line.withheld() : line
  }

  /// A patient of the columns `SQLRow.listedPatientColumns`, as the author may see them in a list.
  func listedPatient(_ row: SQLRow) throws -> RoomBoardRow.PatientLine {
    try shown(
      RoomBoardRow.PatientLine(
        id: try row.identifier("patient_id"), number: try row.hospitalNumber("patient_number"),
        name: try row.personName("patient_"), sex: try row.code("patient_sex"),
        birthDate: BirthDate(try row.date("patient_birth_date"))))
  }
}
