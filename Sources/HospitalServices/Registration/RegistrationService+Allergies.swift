import HospitalDomain
import HospitalRecords

extension RegistrationService {
  /// Records what is known of a patient's allergies, as a whole: what is new is added, what is gone is struck out.
  ///
  /// - Parameter reason: why; needed only when an allergy is struck out.
  package func recordAllergies(
    _ status: AllergyStatus, of id: PatientID, because reason: String = ""
  ) throws -> DoneAct {
    try changeAllergies(of: id, because: reason) { _ in status }
  }

  /// Strikes one allergy out, with a reason; it stays readable on the record.
  package func strikeOutAllergy(_ id: AllergyID, of patient: PatientID, because reason: String) throws -> DoneAct {
    try changeAllergies(of: patient, because: reason) { records in
      let holding = try records.allergies.all(of: patient).filter { $0.struckOut == nil }
      guard let struck = holding.first(where: { $0.id == id })?.entry else { throw Refusal.noSuchAllergy }
      let left = holding.map(\.entry).filter { $0 != struck }
      return left.isEmpty ? .unknown : .recorded(left)
    }
  }

  private func changeAllergies(
    of id: PatientID, because reason: String, _ next: (Records) throws -> AllergyStatus
  ) throws -> DoneAct {
    let (name, former, status) = try session.perform(
      .recordAllergies, on: Self.subject(id), as: .update, because: reason
    ) { records in
      let patient = try records.unmergedPatient(id)
      let former = patient.details.allergies
      let status = try next(records)
      let isStruckOut = former.entries.contains { !status.entries.contains($0) }
      let words =
        try isStruckOut || !reason.isEmpty ? WrittenReason.read(reason, to: "strike out an allergy") : "allergies"
      guard status != former else { return (patient.details.name, former, status) }
      try records.allergies.set(status, of: id, because: words)
      try records.patients.setAllergyStatus(status, of: id, because: words)
      return (patient.details.name, former, status)
    }
    return DoneAct("Allergies of \(name.listed): \(status.description)") { session in
      try RegistrationService(session).recordAllergies(former, of: id, because: "undo")
    }
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
