import HospitalDomain
import HospitalRecords

/// Hold, release, decline, and the prescriber's answer (M1).
extension PharmacyService {
  /// Puts a prescription on hold, with a reason.
  package func hold(_ id: String, because reason: String) throws -> DoneAct {
    let words = try WrittenReason.read(reason, to: "put a prescription on hold")
    let queued = try act(on: id, because: words) { records, queued in
      guard queued.work.stage.isOpen else {
        throw Refusal.prescriptionCannot(.verify, queued.prescription.number, queued.work.stage)
      }
      guard try records.pharmacy.setHold(true, on: id, because: words) else { throw Refusal.changedMeanwhile }
      try records.pharmacy.letGo(id)
    }
    return DoneAct("\(name(queued)) is on hold: \(words)") { try PharmacyService($0).release(id, because: "undo") }
  }

  /// Lets a prescription go on that was on hold; it stands where it stood before.
  package func release(_ id: String, because reason: String = "") throws -> DoneAct {
    let queued = try found(id, before: .workPrescriptions)
    let was = queued.work.holdReason
    try session.perform(.workPrescriptions, on: subject(queued), as: .update, because: reason) { records in
      let now = try records.pharmacy.expectedQueued(id)
      guard now.isOnHold else { throw Refusal.prescriptionNotOnHold(now.prescription.number) }
      try take(now, in: records)
      guard try records.pharmacy.setHold(false, on: id, because: reason) else { throw Refusal.changedMeanwhile }
      try records.pharmacy.letGo(id)
    }
    return DoneAct("\(name(queued)) goes on") { session in
      try PharmacyService(session).hold(id, because: was.isEmpty ? "put on hold again" : was)
    }
  }

  /// Sends a prescription back to its prescriber, with a reason and words; it then waits for their answer.
  package func decline(_ id: String, for reason: DeclineReason, because words: String) throws -> DoneAct {
    let words = try WrittenReason.read(words, to: "decline a prescription")
    let queued = try act(on: id, because: "\(reason.title): \(words)") { records, queued in
      let next = try PharmacyStageRule.check(.decline, on: queued.prescription.number, at: queued.work.stage)
      try records.pharmacy.move(queued, to: next, because: words, decline: reason)
      try records.pharmacy.letGo(id)
    }
    return DoneAct(
      "\(name(queued)) goes back to \(queued.prescription.doctor.listed): \(reason.title)",
      otherWay: "A decline is not undone: the prescriber sends Rx \(queued.prescription.number) again.")
  }

  /// The prescriber's answer to a decline: the prescription goes back into the queue with it.
  package func answer(_ id: String, _ answer: String) throws -> DoneAct {
    let words = try WrittenReason.read(answer, to: "send a prescription to the pharmacy again")
    let queued = try found(id, before: .answerPharmacy)
    try session.perform(.answerPharmacy, on: subject(queued), as: .update, because: words) { records in
      let now = try records.pharmacy.expectedQueued(id)
      if case .doctor(let doctor) = session.account.employee, session.account.role == .doctor,
        let prescriber = try records.pharmacy.prescriber(of: id), prescriber != doctor
      {
        throw Refusal.notThePrescriber(now.prescription.number, now.prescription.doctor)
      }
      try checkLive(now)
      guard now.work.stage == .declined else {
        throw Refusal.prescriptionCannot(.sendAgain, now.prescription.number, now.work.stage)
      }
      let next = try PharmacyStageRule.check(.sendAgain, on: now.prescription.number, at: now.work.stage)
      try records.pharmacy.move(now, to: next, because: words)
    }
    return DoneAct(
      "\(name(queued)) is back in the queue of \(queued.prescription.pharmacy)",
      otherWay: "An answer is not undone: Rx \(queued.prescription.number) waits at the pharmacy again.")
  }

  /// Does something with a prescription that is in the queue and not on hold, and that nobody else has in hand.
  @discardableResult func act(
    on id: String, because reason: String, _ work: (Records, QueuedPrescription) throws -> Void
  ) throws -> QueuedPrescription {
    let queued = try found(id, before: .workPrescriptions)
    return try session.perform(.workPrescriptions, on: subject(queued), as: .update, because: reason) { records in
      let now = try records.pharmacy.expectedQueued(id)
      try checkLive(now)
      try take(now, in: records)
      try work(records, now)
      return now
    }
  }

  /// Whether a prescription is active.
  func checkLive(_ queued: QueuedPrescription) throws(Refusal) {
    if queued.isOnHold { throw .prescriptionOnHold(queued.prescription.number) }
    guard queued.prescription.status == "active" else {
      throw .prescriptionClosed(queued.prescription.number, queued.prescription.statusTitle)
    }
  }

  /// Whether what it stands on still holds: the patient lives and has not left, the pharmacy is open.
  func checkStanding(_ queued: QueuedPrescription, isPrepared: Bool = false, in records: Records) throws {
    guard let standing = try records.pharmacy.standing(of: queued.id) else { throw Refusal.noSuchPrescription }
    try standing.check(queued.prescription.number, isPrepared: isPrepared, clock: clock)
  }

  /// How a message names a prescription: `Rx 20944, OYELARAN, Tunde`.
  func name(_ queued: QueuedPrescription) -> String {
    "Rx \(queued.prescription.number), \(queued.patient.name.listed),"
  }
}
