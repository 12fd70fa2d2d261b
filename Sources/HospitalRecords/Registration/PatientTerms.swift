import DatabaseKit
import HospitalDomain

/// The terms that a patient is kept under in `patient_term`: those of `SearchTerms`, and the sounds of the name behind a
/// `~`, where no search that a person types can find them.
enum PatientTerms {
  /// Every term of a patient.
  static func of(_ details: PatientDetails, number: HospitalNumber) -> Set<String> {
    let terms = SearchTerms.terms(
      number: number, name: details.name, birthDate: details.birthDate, telephone: details.telephone,
      nationalID: details.nationalID)
    return terms.union(DuplicateKeys.stored(for: PersonTraits(details)).map(term(forKey:)))
  }

  /// The term that a key of `DuplicateKeys` is looked up under. National ids, telephones and birth dates stand among the
  /// search terms already; only the sounds of the name need a term of their own.
  static func term(forKey key: String) -> String {
    let value = String(key.dropFirst(2))
    return key.hasPrefix("p:") ? "~" + value : value.lowercased()
  }
}

extension PatientRecords {
  /// Keeps the terms of a new patient.
  func addTerms(_ terms: Set<String>, to number: HospitalNumber) throws {
    for term in terms.sorted() {
      try transaction.execute("INSERT INTO patient_term (term, patient_number) VALUES (\(term), \(number))")
    }
  }

  /// Brings the terms of a patient in line with other details.
  func changeTerms(of number: HospitalNumber, from former: PatientDetails, to details: PatientDetails) throws {
    let (old, new) = (PatientTerms.of(former, number: number), PatientTerms.of(details, number: number))
    for term in old.subtracting(new).sorted() {
      try transaction.execute("DELETE FROM patient_term WHERE term = \(term) AND patient_number = \(number)")
    }
    try addTerms(new.subtracting(old), to: number)
  }
}
