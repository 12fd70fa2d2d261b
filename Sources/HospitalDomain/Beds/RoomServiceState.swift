/// What a room itself keeps about its readiness. Whether it is occupied or held is never kept here: that is
/// derived from open stays and holds (`BedCode.derive`). The raw value is the stored code.
package enum RoomServiceState: String, CaseIterable, Hashable, Sendable, Codable {
  /// Clean and usable.
  case inService = "in-service"
  /// Being cleaned, or waiting for it.
  case housekeeping
  /// Needs a terminal clean after an infectious patient.
  case contaminated
  /// Out of service, with a reason and an expected reopening.
  case closed

  /// The word for the screen.
  package var title: String {
    switch self {
    case .inService: "in service"
    case .housekeeping: "housekeeping"
    case .contaminated: "contaminated"
    case .closed: "closed"
    }
  }

  /// The state as it follows "is" in a sentence.
  package var condition: String {
    switch self {
    case .inService: "in service"
    case .housekeeping: "being cleaned"
    case .contaminated: "waiting for a terminal clean"
    case .closed: "closed"
    }
  }

  /// How long it usually takes until a room in this state can be used: 30 minutes for housekeeping, 90 for a
  /// terminal clean; nothing where time alone does not tell.
  package var usualDuration: Duration? {
    switch self {
    case .inService: .zero
    case .housekeeping: .minutes(30)
    case .contaminated: .minutes(90)
    case .closed: nil
    }
  }
}
