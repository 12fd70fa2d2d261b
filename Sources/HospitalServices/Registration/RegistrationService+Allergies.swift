import HospitalDomain
import HospitalRecords

extension RegistrationService {
  /// Records what somebody changed about a patient's allergies: what is new is added, what they took away is struck out.
  /// What a colleague recorded meanwhile stays.
  ///
  /// - Parameters:
  ///   - change: from what they saw on the record to what they said.
  ///   - reason: why; needed only when an allergy is struck out.
  package func recordAllergies(
    _ change: AllergyChange, of id: PatientID, because reason: String = ""
  ) throws -> DoneAct {
    let (name, former, status, taken) = try session.perform(
      .recordAllergies, on: Self.subject(id), as: .update, because: reason
    ) { records in
      let patient = try records.unmergedPatient(id)
      let former = patient.details.allergies
      let status = try change.applied(to: former)
      let isStruckOut = former.entries.contains { !status.entries.contains($0) }
      let words =
        try isStruckOut || !reason.isEmpty ? WrittenReason.read(reason, to: "strike out an allergy") : "allergies"
      guard status != former else { return (patient.details.name, former, status, "") }
      try records.allergies.set(status, of: id, because: words)
      try records.patients.setAllergyStatus(status, of: id, because: words)
      return (patient.details.name, former, status, try Self.warning(of: id, in: records))
    }
    let done = AllergyChange(from: former, to: status)
    return DoneAct("Allergies of \(name.listed): \(status.description)\(taken)") { session in
      try RegistrationService(session).recordAllergies(done.reversed, of: id, because: "undo")
    }
  }

  /// What is taken already and speaks against what was recorded, as the end of a sentence; empty for nothing.
  private static func warning(of patient: PatientID, in records: Records) throws -> String {
    let numbers = Set(
      try records.pharmacy.standing(of: patient).filter { $0.kind == .allergy }.compactMap(\.prescription))
    guard !numbers.isEmpty else { return "" }
    return ". Taken already in spite of it: \(Listing.and(numbers.sorted().map { "Rx \($0)" })); tell the prescriber"
  }

  /// Records that a patient who is in no room has died.
  package func recordDeath(of id: PatientID, at time: Timestamp, because reason: String = "") throws -> DoneAct {
    let name = try session.perform(.recordDeath, on: Self.subject(id), as: .update, because: reason) { records in
      let patient = try records.unmergedPatient(id)
      let name = patient.details.name
      try DeathRule.check(
        records.patientStanding(id), diedAt: patient.diedAt, born: patient.details.birthDate.date, at: time,
        now: records.now, clock: clock)
      try records.patients.setDeath(time, of: id, because: reason.isEmpty ? "died" : reason)
      return name
    }
    return DoneAct("\(name.listed) is recorded as having died on \(clock.text(time))") { session in
      try RegistrationService(session).takeDeathBack(of: id)
    }
  }

  private func takeDeathBack(of id: PatientID) throws -> DoneAct {
    try session.perform(.recordDeath, on: Self.subject(id), as: .update, because: "undo") { records in
      let patient = try records.unmergedPatient(id)
      guard let time = patient.diedAt else { throw Refusal.changedMeanwhile }
      try records.patients.setDeath(nil, of: id, because: "undo")
      return DoneAct("\(patient.details.name.listed) is not recorded as having died any more") { session in
        try RegistrationService(session).recordDeath(of: id, at: time, because: "redo")
      }
    }
  }
}
