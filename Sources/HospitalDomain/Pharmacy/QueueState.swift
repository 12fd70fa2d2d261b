/// How a prescription stands, as the queue says it.
package enum QueueState: String, CaseIterable, Hashable, Sendable {
  case waiting
  /// A pharmacist has it in hand, to verify it.
  case verifying
  case verified
  /// A pharmacist has it in hand, to dispense it.
  case preparing
  case partDispensed = "in part"
  case ready
  case onHold = "on hold"
  case declined
  case handedOver = "handed over"
  /// The prescriber took it back, or it was struck out.
  case withdrawn

  /// The word for the screen.
  package var title: String { rawValue }
}
