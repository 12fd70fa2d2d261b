/// Which prescriptions of the pharmacy are looked at.
package struct QueueChoice: Hashable, Sendable {
  /// The kinds of state that can be chosen.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case waiting
    case verified
    case partDispensed = "in part"
    /// Something of it can be collected: all, or the part that is prepared.
    case ready
    case onHold = "on hold"
    case declined
    /// Handed over in the last day.
    case handedOver = "handed over"
  }

  /// Only those of a pharmacy.
  package var pharmacy: PharmacyID?
  /// Only those of patients in a ward.
  package var ward: DepartmentID?
  /// Only those in a state; nil for all that wait for the pharmacy.
  package var kind: Kind?

  /// All that wait for the pharmacy.
  package init(pharmacy: PharmacyID? = nil, ward: DepartmentID? = nil, kind: Kind? = nil) {
    self.pharmacy = pharmacy
    self.ward = ward
    self.kind = kind
  }

  /// How long those that were handed over can still be looked at here.
  package static let handedOverFor = Duration.hours(24)

  /// Whether a prescription is among them.
  package func takes(_ queued: QueuedPrescription, at now: Timestamp) -> Bool {
    if let pharmacy, queued.work.pharmacy != pharmacy { return false }
    if let ward, queued.work.ward != ward { return false }
    let stage = queued.work.stage
    let isLive = queued.prescription.goesOn
    switch kind {
    case nil: return queued.isQueued
    case .waiting: return stage == .waiting && queued.prescription.status == "active"
    case .verified: return stage == .verified && queued.prescription.status == "active"
    case .partDispensed: return stage == .partDispensed && queued.prescription.status == "active"
    case .ready: return queued.work.hasToCollect && queued.prescription.status == "active"
    case .onHold: return queued.isOnHold && stage.isOpen
    case .declined: return stage == .declined && isLive
    case .handedOver:
      return stage == .handedOver && (queued.work.since.map { now - $0 < Self.handedOverFor } ?? false)
    }
  }
}

/// What is in the queue, counted; of the pharmacy that is looked at, whatever else is chosen.
package struct QueueCounts: Hashable, Sendable {
  /// How many wait for the pharmacy, whatever their stage.
  package var queued = 0
  /// Those of them by priority, where it is pressing.
  package var pressing: [PrescriptionPriority: Int] = [:]
  /// Those of them that are on hold.
  package var onHold = 0
  /// Those of them that can be collected, wholly or in part.
  package var ready = 0
  /// Those that went back to their prescribers.
  package var declined = 0

  /// Nothing.
  package init() {}
}
