import HospitalDomain
import HospitalServices

/// What a person can do with a prescription of the queue.
extension PharmacyScreen {
  /// Something that is done with one.
  package enum Act: Hashable, Sendable, CaseIterable {
    case claim
    case verify
    case hold
    case decline
    case answer
    /// What the prescriber does instead: a changed version takes its place.
    case change
    case dispense
    case handOver
    case putBack
    case label
    case printLabel

    var permission: Permission {
      switch self {
      case .answer: .answerPharmacy
      case .change: .prescribe
      case .label, .printLabel: .printLabel
      default: .workPrescriptions
      }
    }
  }

  /// Whether this person may ever do it.
  package func may(_ act: Act) -> Bool { session.may(act.permission) }

  /// Why it cannot be done with a prescription now; nil when it can. The services say the last word.
  package func refusal(of act: Act, _ queued: QueuedPrescription) -> String? {
    if let refusal = session.refusal(of: act.permission) { return refusal.sentence }
    let number = queued.prescription.number
    if ![.answer, .change, .label, .printLabel].contains(act) {
      let clock = session.workplace.localTime
      do throws(Refusal) {
        try ClaimRule.check(queued.work.claim, by: session.account.id, on: number, now: now, clock: clock)
      } catch {
        return error.sentence
      }
    }
    switch act {
    case .claim: return queued.isQueued ? nil : closed(queued)
    case .hold: return queued.work.stage.isOpen ? nil : closed(queued)
    case .verify: return blocked(queued) ?? stageRefusal(.verify, queued)
    case .decline: return blocked(queued) ?? stageRefusal(.decline, queued)
    case .dispense: return blocked(queued) ?? stageRefusal(.dispensePart, queued)
    case .handOver:
      return blocked(queued) ?? (queued.work.hasToCollect ? nil : Refusal.nothingToHandOver(number).sentence)
    case .putBack:
      return [.partDispensed, .ready, .handedOver].contains(queued.work.stage)
        ? nil : Refusal.nothingToPutBack(number).sentence
    case .label, .printLabel:
      return [.partDispensed, .ready, .handedOver].contains(queued.work.stage)
        ? nil : Refusal.nothingToHandOver(number).sentence
    case .change:
      do throws(Refusal) {
        try PrescribingRule.checkStop(queued.prescription)
        return nil
      } catch {
        return error.sentence
      }
    case .answer:
      return queued.work.stage == .declined
        ? nil : "Rx \(number) did not come back from the pharmacy; nothing is to be answered."
    }
  }

  /// Why nothing moves on with it: on hold, or closed.
  func blocked(_ queued: QueuedPrescription) -> String? {
    if queued.isOnHold { return Refusal.prescriptionOnHold(queued.prescription.number).sentence }
    return queued.prescription.status == "active" ? nil : closed(queued)
  }

  func stageRefusal(_ act: PharmacyAct, _ queued: QueuedPrescription) -> String? {
    do throws(Refusal) {
      _ = try PharmacyStageRule.check(act, on: queued.prescription.number, at: queued.work.stage)
      return nil
    } catch {
      return error.sentence
    }
  }

  private func closed(_ queued: QueuedPrescription) -> String {
    let isOpen = queued.prescription.goesOn
    return Refusal.prescriptionClosed(
      queued.prescription.number, isOpen ? queued.work.stage.title : queued.prescription.statusTitle
    ).sentence
  }

  /// Whether this person has a prescription in hand now.
  package func isMine(_ queued: QueuedPrescription) -> Bool {
    queued.work.claim.map { $0.holder == session.account.id && $0.isLive(at: now) } ?? false
  }

  /// Takes a prescription in hand, or lets it go.
  package func claim(_ queued: QueuedPrescription) throws -> RecordChange {
    let service = PharmacyService(session)
    return RecordChange(isMine(queued) ? try service.letGo(queued.id) : try service.claim(queued.id))
  }

  /// Takes a prescription in hand while a question about it is answered; a refusal says who has it.
  package func takeInHand(_ queued: QueuedPrescription) throws { _ = try PharmacyService(session).claim(queued.id) }

  /// Lets go of what was taken in hand for a question that was not answered.
  package func letGo(_ id: String) { _ = try? PharmacyService(session).letGo(id) }

  /// Verifies a prescription that nothing serious speaks against.
  package func verify(_ queued: QueuedPrescription) throws -> RecordChange {
    RecordChange(try PharmacyService(session).verify(queued.id))
  }

  /// Hands over what is prepared.
  package func handOver(_ id: String, to receiver: String) throws -> RecordChange {
    RecordChange(try PharmacyService(session).handOver(id, to: receiver))
  }

  /// Puts a prescription on hold.
  package func hold(_ id: String, because reason: String) throws -> RecordChange {
    RecordChange(try PharmacyService(session).hold(id, because: reason))
  }

  /// Lets a prescription go on.
  package func release(_ id: String) throws -> RecordChange { RecordChange(try PharmacyService(session).release(id)) }

  /// Sends a prescription back to its prescriber.
  package func decline(_ id: String, for reason: DeclineReason, because words: String) throws -> RecordChange {
    RecordChange(try PharmacyService(session).decline(id, for: reason, because: words))
  }

  /// Answers the pharmacy.
  package func answer(_ id: String, _ words: String) throws -> RecordChange {
    RecordChange(try PharmacyService(session).answer(id, words))
  }

  /// Takes back what was done; gives what takes that back.
  package func undo(_ change: RecordChange) throws -> RecordChange? {
    try change.act.undo.map { RecordChange(try $0(session)) }
  }

  /// Keeps what this person has in hand theirs while they work here.
  package func renewClaims() {
    let mine = list.all.filter { isMine($0) }.map(\.id)
    try? PharmacyService(session).renewClaims(of: Set(mine))
  }
}
