import DatabaseKit
import HospitalDomain

extension PatientRecords {
  /// The most records that are compared, besides those that are certain. The terms are met in their order, so that of a very
  /// common name those are left out that have nothing but its sound in common.
  private static let compared = 500

  /// The records that may be of the same person as these traits, found by what such records share: national id, telephone,
  /// the sound of the name, or the birth date as it was typed or mistyped (P2). They are still to be compared.
  package func duplicateCandidates(for traits: PersonTraits) throws -> [FoundPatient] {
    let terms = PatientTerms.ofDuplicates(of: traits)
    guard !terms.isEmpty else { return [] }
    let certain = PatientTerms.certain(of: traits).map { one, other -> SQLStatement in
      guard let other else { return "UNION SELECT patient_number FROM patient_term WHERE term = \(one)" }
      return """
        UNION SELECT one.patient_number FROM patient_term AS one WHERE one.term = \(one)
          AND EXISTS (SELECT 1 FROM patient_term WHERE term = \(other) AND patient_number = one.patient_number)
        """
    }
    return try found(
      """
      SELECT patient_number FROM (
        SELECT DISTINCT patient_number FROM patient_term WHERE term IN (\(list: terms)) LIMIT \(Self.compared)
      ) AS first_matched
      \(part: certain.joined(separator: " "))
      """)
  }

  /// The records that were made or changed after an entry of the audit trail.
  package func changed(sinceEntry number: Int64) throws -> [FoundPatient] {
    try found(
      """
      SELECT DISTINCT patient.number AS patient_number FROM audit_entry JOIN patient ON patient.id = audit_entry.subject_id
      WHERE audit_entry.id > \(number) AND audit_entry.subject_kind = 'patient'
        AND audit_entry.action IN ('create', 'update')
      """)
  }
}
