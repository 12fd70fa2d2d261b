import DatabaseKit
import HospitalDomain

/// A version that a record had or has (B10).
package struct PatientVersionRow: Hashable, Sendable {
  /// Its number, from 1.
  package let version: Int
  /// Who made it, and when.
  package let recorded: Recorded
  /// Why; empty for the first.
  package let reason: String
  /// The details as the form writes them.
  package let details: PatientDetailsEntry
  package let isUnidentified: Bool
  package let diedAt: Timestamp?
}

extension SQLRow {
  /// The details in the columns of `patient` or `patient_version`, joined with the pharmacy's name.
  func patientDetails(allergies: AllergyStatus) throws -> PatientDetails {
    PatientDetails(
      name: try personName(),
      birthDate: BirthDate(try date("birth_date"), isEstimated: try flag("is_birth_date_estimated")),
      sex: try code("sex"), nationalID: try optionalText("national_id").map { NationalID(stored: $0) },
      telephone: Telephone(stored: try text("telephone")),
      email: try optionalText("email").map { EmailAddress(stored: $0) }, address: try text("address"),
      town: try optionalText("town") ?? "",
      emergencyContact: EmergencyContact(
        name: try text("emergency_name"), telephone: Telephone(stored: try text("emergency_telephone")),
        relation: try text("emergency_relation")),
      bloodGroup: try optionalCode("blood_group") ?? .unknown, language: try optionalText("language") ?? "",
      insurer: try optionalText("insurer") ?? "", pharmacy: try optionalText("pharmacy_name") ?? "",
      allergies: allergies)
  }
}
