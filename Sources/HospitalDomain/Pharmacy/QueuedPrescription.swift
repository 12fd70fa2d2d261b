/// A prescription that waits for the pharmacy.
package struct QueuedPrescription: Hashable, Sendable, Identifiable {
  /// Whom it is for; the one that survives, if their record was merged.
  package let patient: RoomBoardRow.PatientLine
  /// How urgent it is.
  package let priority: PrescriptionPriority
  /// The prescription with its items.
  package let prescription: PatientPrescription

  /// What the records tell of it.
  package init(
    patient: RoomBoardRow.PatientLine, priority: PrescriptionPriority, prescription: PatientPrescription
  ) {
    self.patient = patient
    self.priority = priority
    self.prescription = prescription
  }

  package var id: String { prescription.id }

  /// Whether it waits for an answer rather than for the pharmacy.
  package var isOnHold: Bool { prescription.status == "on-hold" }

  /// The state in words.
  package var stateTitle: String { isOnHold ? "on hold" : "waiting" }

  /// How long it has waited; never negative, wherever the clock was set to.
  package func wait(at now: Timestamp) -> Duration { max(.zero, now - prescription.writtenAt) }

  /// Whether it comes before another in the queue: the sooner it is needed, then the longer it has waited.
  package func precedes(_ other: QueuedPrescription) -> Bool {
    (priority, prescription.writtenAt, prescription.number)
      < (other.priority, other.prescription.writtenAt, other.prescription.number)
  }
}

/// The queue of a pharmacy, in the order in which it is worked through.
package struct PrescriptionQueue: Hashable, Sendable {
  /// The first of the queue first.
  package let prescriptions: [QueuedPrescription]
  /// Whether more wait than these.
  package let isCut: Bool

  /// A queue of prescriptions, which it puts in order.
  package init(_ prescriptions: [QueuedPrescription], isCut: Bool = false) {
    self.prescriptions = prescriptions.sorted { $0.precedes($1) }
    self.isCut = isCut
  }
}
