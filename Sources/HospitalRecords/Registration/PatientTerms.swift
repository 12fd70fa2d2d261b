import DatabaseKit
import HospitalDomain

/// The terms that a patient is kept under in `patient_term`: those of `SearchTerms`, which people type, and keys behind a
/// `~`, where nothing that people type can meet them.
///
/// The keys are for what a million patients would make slow: `~m/smith`, the initial of one word of the name and another
/// word whole, for searching two words that are both common; `~p67.65`, the sound of the name, and `~du19910312`, the
/// beginning of a name with the birth date, for duplicates.
enum PatientTerms {
  /// Every term of a patient.
  static func of(_ details: PatientDetails, number: HospitalNumber) -> Set<String> {
    let traits = PersonTraits(details)
    var terms = SearchTerms.terms(
      number: number, name: details.name, birthDate: details.birthDate, telephone: details.telephone,
      nationalID: details.nationalID)
    terms.formUnion(pairs(of: SearchTerms.words(of: details.name)))
    terms.formUnion(DuplicateKeys.stored(for: traits).map(term(forKey:)))
    terms.formUnion(beginnings(of: traits.name).map { "~\($0)\(details.birthDate.date.digits)" })
    return terms
  }

  /// The terms under which likely duplicates of a newcomer are found. A birth date that was mistyped leads to those alone
  /// with a name that begins alike; about thirty people are born on each day, and a date can be mistyped in forty ways.
  static func ofDuplicates(of traits: PersonTraits) -> [String] {
    let keys = DuplicateKeys.tried(for: traits)
    let exact = traits.birthDate?.date.digits
    var terms: Set<String> = []
    for key in keys {
      let value = String(key.dropFirst(2))
      if key.hasPrefix("b:"), value != exact {
        terms.formUnion(beginnings(of: traits.name).map { "~\($0)\(value)" })
      } else {
        terms.insert(term(forKey: key))
      }
    }
    return terms.sorted()
  }

  /// Terms that make it certain that a record is of the same person: each of them alone, or two that it has both.
  static func certain(of traits: PersonTraits) -> [(String, and: String?)] {
    DuplicateKeys.certain(for: traits).map { keys in
      let terms = keys.map(term(forKey:))
      return (terms[0], and: terms.dropFirst().first)
    }
  }

  /// The key of two words of a name: the initial of the first and the second as far as it is typed.
  static func pair(_ first: String, _ second: String) -> String { "~\(first.prefix(1))/\(second)" }

  private static func pairs(of words: Set<String>) -> [String] {
    words.flatMap { first in words.filter { $0 != first }.map { pair(first, $0) } }
  }

  /// The first two letters of the family and of the given name: of swapped names they are the same.
  private static func beginnings(of name: PersonName) -> Set<Substring> {
    Set([name.family, name.given].compactMap { TextFolding.words($0).first?.prefix(2) })
  }

  /// The term of a key of `DuplicateKeys`. National ids, telephones and birth dates stand among the search terms already;
  /// the sound of the name needs a term of its own.
  private static func term(forKey key: String) -> String {
    let value = String(key.dropFirst(2))
    return key.hasPrefix("p:") ? "~p\(value)" : value.lowercased()
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
