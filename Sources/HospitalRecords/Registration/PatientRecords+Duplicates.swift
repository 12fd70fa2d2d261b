import DatabaseKit
import HospitalDomain

extension PatientRecords {
  /// The most records that are compared for one set of keys.
  private static let compared = 1_500

  /// The records that may be of the same person as these traits, found by what such records share: national id, telephone,
  /// the sound of the name, or the birth date as it was typed or mistyped (P2). They are still to be compared.
  package func duplicateCandidates(for traits: PersonTraits) throws -> [FoundPatient] {
    let terms = DuplicateKeys.tried(for: traits).map(PatientTerms.term(forKey:)).sorted()
    guard !terms.isEmpty else { return [] }
    return try found(
      """
      SELECT DISTINCT patient_number FROM patient_term WHERE term IN (\(list: terms)) LIMIT \(Self.compared)
      """)
  }
}
