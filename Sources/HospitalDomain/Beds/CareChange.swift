/// What of a patient's stay on the board two people may change at once.
package enum CareChange: Hashable, Sendable {
  /// Who of the staff is assigned to the room (B5).
  case assignment
  /// When the patient is expected to leave (A7).
  case expectedDischarge
  /// The isolation that the patient is under.
  case isolation
}
