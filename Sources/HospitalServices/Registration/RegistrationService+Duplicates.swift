import HospitalDomain
import HospitalRecords

/// Which records a newcomer may double.
enum DuplicateScope {
  /// All on file.
  case everyone
  /// These alone: the others were looked at before.
  case among([FoundPatient])
}

extension RegistrationService {
  /// The records on file that may be of the person in a form that is being typed, likeliest first, five at most (P2). What
  /// cannot be read yet is not known yet; too little gives none.
  ///
  /// - Parameter own: the record that the form changes, which is no duplicate of itself.
  package func likelyDuplicates(for entry: PatientDetailsEntry, besides own: PatientID? = nil) throws
    -> [LikelyDuplicate]
  {
    let traits = PersonTraits(typed: entry, today: session.workplace.today)
    return try session.look(.findPatient) { try Self.duplicates(of: traits, in: $0).filter { $0.id != own } }
  }

  func refuseDuplicate(
    of traits: PersonTraits, among scope: DuplicateScope = .everyone, in records: Records
  ) throws {
    guard let likeliest = try Self.duplicates(of: traits, among: scope, in: records).first else { return }
    throw Refusal.duplicateOnFile(
      likeliest.patient.name, likeliest.patient.number, because: likeliest.match.sentence)
  }

  private static func duplicates(
    of traits: PersonTraits, among scope: DuplicateScope = .everyone, in records: Records
  ) throws -> [LikelyDuplicate] {
    let candidates =
      switch scope {
      case .everyone: try records.patients.duplicateCandidates(for: traits)
      case .among(let patients): patients
      }
    var seen: Set<PatientID> = []
    return Duplicates.best(for: traits, among: candidates, traits: \.traits)
      .map { LikelyDuplicate(patient: $0.candidate, match: $0.match) }
      .filter { seen.insert($0.id).inserted }
  }
}
