import HospitalDomain
import HospitalRecords

/// Taking a prescription in hand, so that two never work on the same one (M1).
extension PharmacyService {
  /// Takes a prescription in hand for some minutes, or goes on with it.
  ///
  /// - Throws: a `Refusal` that says who has it and until when.
  package func claim(_ id: String) throws -> DoneAct {
    let queued = try found(id, before: .workPrescriptions)
    let until = try session.perform(.workPrescriptions, on: subject(queued), because: "claim") { records in
      try take(try records.pharmacy.expectedQueued(id), in: records)
    }
    let sentence = "You have Rx \(queued.prescription.number) until \(clock.clock(until))"
    return DoneAct(sentence) { try PharmacyService($0).letGo(id) }
  }

  /// Lets go of a prescription that one has in hand.
  package func letGo(_ id: String) throws -> DoneAct {
    let queued = try found(id, before: .workPrescriptions)
    try session.perform(.workPrescriptions, on: subject(queued), because: "let go") { _ = try $0.pharmacy.letGo(id) }
    return DoneAct("Rx \(queued.prescription.number) is free for others") { try PharmacyService($0).claim(id) }
  }

  /// Renews the claims that one still has on prescriptions, while one works on them. It needs no permission anew and leaves
  /// no entry: the claim has one.
  package func renewClaims(of ids: Set<String>) throws {
    guard !ids.isEmpty else { return }
    try session.keepOwn { records in
      for id in ids { _ = try records.pharmacy.renewClaim(of: id, until: records.now + ClaimRule.lasts) }
    }
  }

  /// Lets go of all that one has in hand at this terminal: the session ends.
  package func letGoOfAll() throws {
    guard session.may(.workPrescriptions) else { return }
    try session.keepOwn { try $0.pharmacy.letGoOfAll(at: session.terminal) }
  }

  /// Takes a prescription in hand within an act on it, as it was read there; gives until when.
  @discardableResult func take(_ queued: QueuedPrescription, in records: Records) throws -> Timestamp {
    let id = queued.id
    guard queued.prescription.goesOn else {
      throw Refusal.prescriptionClosed(queued.prescription.number, queued.prescription.statusTitle)
    }
    let until = records.now + ClaimRule.lasts
    if try !records.pharmacy.claim(id, at: session.terminal, until: until) {
      try ClaimRule.check(
        try records.pharmacy.liveClaim(of: id), by: session.account.id, on: queued.prescription.number,
        now: records.now, clock: clock)
      throw Refusal.changedMeanwhile
    }
    return until
  }

  /// The prescription that an act is about, as it is before. Refuses those who may not do it.
  func found(_ id: String, before permission: Permission) throws -> QueuedPrescription {
    try session.prepare(permission, on: subject) { try $0.pharmacy.expectedQueued(id) }
  }

  func subject(_ queued: QueuedPrescription) -> AuditSubject {
    AuditSubject(kind: "prescription", id: queued.id, patient: queued.patient.id)
  }

  var clock: LocalTime { session.workplace.localTime }
}
