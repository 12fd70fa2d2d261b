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
    return try session.look(.findPatient) { records in
      try Self.duplicates(of: traits, in: records).filter { $0.id != own }.map {
        try records.withholds($0.id) ? LikelyDuplicate(patient: $0.patient.withheld(), match: $0.match) : $0
      }
    }
  }

  func refuseDuplicate(
    of traits: PersonTraits, among scope: DuplicateScope = .everyone, in records: Records
  ) throws {
    guard let likeliest = try Self.duplicates(of: traits, among: scope, in: records).first else { return }
    let shown = try records.withholds(likeliest.id) ? likeliest.patient.withheld() : likeliest.patient
    throw Refusal.duplicateOnFile(
      shown.name, shown.number, because: likeliest.match.sentence)
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
