/// How far the pharmacy is with a prescription. The raw value is the stored code; whether it is on hold, and who works on it
/// now, stand beside it.
package enum PharmacyStage: String, CaseIterable, Hashable, Sendable {
  /// Nobody has verified it yet.
  case waiting
  /// A pharmacist has checked it: it can be dispensed.
  case verified
  /// Some of it is prepared or handed over, the rest is owed.
  case partDispensed = "part-dispensed"
  /// All of it is prepared: it can be collected.
  case ready
  /// All of it was handed over.
  case handedOver = "handed-over"
  /// The pharmacist sent it back to the prescriber.
  case declined

  /// The word for the screen.
  package var title: String {
    switch self {
    case .waiting: "waiting"
    case .verified: "verified"
    case .partDispensed: "in part"
    case .ready: "ready"
    case .handedOver: "handed over"
    case .declined: "declined"
    }
  }

  /// What the ward waits for; nil while the pharmacy has not begun.
  package var wardTitle: String? {
    switch self {
    case .waiting: nil
    case .verified: "being prepared"
    case .partDispensed: "dispensed in part"
    case .ready: "ready to collect"
    case .handedOver: "handed over"
    case .declined: "sent back by the pharmacy"
    }
  }

  /// Whether the pharmacy still has something to do.
  package var isOpen: Bool { self != .handedOver && self != .declined }
}

/// What moves a prescription on at the pharmacy.
package enum PharmacyAct: CaseIterable, Hashable, Sendable {
  case verify
  case decline
  /// Some of what is owed is taken from stock.
  case dispensePart
  /// All that was owed is taken from stock.
  case dispenseRest
  /// Some of what was dispensed goes back to the shelf.
  case putBackPart
  /// Nothing of what was dispensed is left out.
  case putBackAll
  case handOver
  /// The prescriber answers a decline, or has changed what was verified: it is looked at anew.
  case sendAgain

  /// What is done, as a phrase that follows "cannot be": `"verified"`.
  var phrase: String {
    switch self {
    case .verify: "verified"
    case .decline: "declined"
    case .dispensePart, .dispenseRest: "dispensed"
    case .putBackPart, .putBackAll: "put back"
    case .handOver: "handed over"
    case .sendAgain: "sent again"
    }
  }
}

/// Which stage follows which: the one table of it. The database refuses every other step.
package enum PharmacyStageRule {
  /// The stage after an act; nil where the act is none of that stage.
  package static func stage(after act: PharmacyAct, from stage: PharmacyStage) -> PharmacyStage? {
    switch (stage, act) {
    case (.waiting, .verify): .verified
    case (.waiting, .decline), (.verified, .decline): .declined
    case (.verified, .dispensePart), (.partDispensed, .dispensePart): .partDispensed
    case (.verified, .dispenseRest), (.partDispensed, .dispenseRest): .ready
    case (.partDispensed, .putBackPart), (.ready, .putBackPart): .partDispensed
    case (.partDispensed, .putBackAll), (.ready, .putBackAll): .verified
    case (.ready, .handOver): .handedOver
    case (.declined, .sendAgain), (.verified, .sendAgain): .waiting
    default: nil
    }
  }

  /// The stage after an act.
  ///
  /// - Throws: a `Refusal` that says where the prescription stands, and what can be done with it.
  package static func check(_ act: PharmacyAct, on number: Int64, at stage: PharmacyStage) throws(Refusal)
    -> PharmacyStage
  {
    guard let next = self.stage(after: act, from: stage) else { throw .prescriptionCannot(act, number, stage) }
    return next
  }
}
