/// A prescription at the pharmacy, as the queue shows it.
package struct QueuedPrescription: Sendable, Identifiable {
  /// A queue is thousands of these, gone through at every change: it is one reference and not forty.
  private let facts: Facts

  private final class Facts: Sendable {
    let patient: RoomBoardRow.PatientLine
    let priority: PrescriptionPriority
    let prescription: PatientPrescription
    let work: PharmacyWork

    init(
      _ patient: RoomBoardRow.PatientLine, _ priority: PrescriptionPriority, _ prescription: PatientPrescription,
      _ work: PharmacyWork
    ) {
      self.patient = patient
      self.priority = priority
      self.prescription = prescription
      self.work = work
    }
  }

  /// What the records tell of it.
  package init(
    patient: RoomBoardRow.PatientLine, priority: PrescriptionPriority, prescription: PatientPrescription,
    work: PharmacyWork = PharmacyWork()
  ) {
    facts = Facts(patient, priority, prescription, work)
  }

  /// Whom it is for; the one that survives, if their record was merged.
  package var patient: RoomBoardRow.PatientLine { facts.patient }
  /// How urgent it is.
  package var priority: PrescriptionPriority { facts.priority }
  /// The prescription with its items.
  package var prescription: PatientPrescription { facts.prescription }
  /// How far the pharmacy is with it.
  package var work: PharmacyWork { facts.work }

  package var id: String { prescription.id }

  /// Whether it waits for an answer rather than for the pharmacy.
  package var isOnHold: Bool { prescription.status == "on-hold" }

  /// Whether it still stands in the queue: neither done nor back with the prescriber.
  package var isQueued: Bool { prescription.goesOn && work.stage.isOpen }

  /// How it stands at a time.
  package func state(at now: Timestamp) -> QueueState {
    if ["active", "on-hold", "completed"].contains(prescription.status) == false { return .withdrawn }
    if isOnHold, work.stage.isOpen { return .onHold }
    let isClaimed = work.claim?.isLive(at: now) ?? false
    switch work.stage {
    case .waiting: return isClaimed ? .verifying : .waiting
    case .verified: return isClaimed ? .preparing : .verified
    case .partDispensed: return .partDispensed
    case .ready: return .ready
    case .handedOver: return .handedOver
    case .declined: return .declined
    }
  }

  /// When it joined the queue.
  package var queuedAt: Timestamp { work.queuedAt ?? prescription.writtenAt }

  /// How long it has waited; never negative, wherever the clock was set to.
  package func wait(at now: Timestamp) -> Duration { max(.zero, now - queuedAt) }

  /// Whether it comes before another in the queue: the sooner it is needed, then the longer it has waited.
  package func precedes(_ other: QueuedPrescription) -> Bool {
    (priority, queuedAt, prescription.number) < (other.priority, other.queuedAt, other.prescription.number)
  }
}

extension QueuedPrescription: Hashable {
  package static func == (one: QueuedPrescription, other: QueuedPrescription) -> Bool {
    one.facts === other.facts
      || (one.priority, one.work, one.prescription, one.patient)
        == (other.priority, other.work, other.prescription, other.patient)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The queue of a pharmacy, in the order in which it is worked through.
package struct PrescriptionQueue: Hashable, Sendable {
  /// The first of the queue first.
  package let prescriptions: [QueuedPrescription]
  /// Whether there are more than these.
  package let isCut: Bool

  /// A queue of prescriptions, which it puts in order.
  package init(_ prescriptions: [QueuedPrescription], isCut: Bool = false) {
    self.prescriptions = prescriptions.sorted { $0.precedes($1) }
    self.isCut = isCut
  }
}
