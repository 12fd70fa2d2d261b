import DatabaseKit
import HospitalDomain

/// Who recorded something, and when.
package struct Recorded: Hashable, Sendable {
  /// The name of the person, as their account shows it.
  package let by: String
  package let at: Timestamp

  package init(by: String, at: Timestamp) {
    self.by = by
    self.at = at
  }
}

/// A patient's details as they stand now.
package struct PatientRow: Hashable, Sendable, Identifiable {
  package let id: PatientID
  package let number: HospitalNumber
  /// The version that this is, from 1.
  package let version: Int
  /// The details, with the allergies of the records merged into this one.
  package let details: PatientDetails
  package let pharmacy: PharmacyID?
  /// Whether the name is an alias, because nobody knows who it is.
  package let isUnidentified: Bool
  package let registered: Recorded
  package let diedAt: Timestamp?
}

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
