/// What a patient's leaving does to the room and to the admission. A check-out is three stamps, in this order:
/// the discharge order (doctor), the physical exit (nurse), the financial close (cashier).
package enum DepartureRule {
  /// Whether the patient may be recorded as having left the room.
  /// - Parameter ordered: whether a doctor has ordered the discharge.
  /// - Returns: the admission's new status.
  package static func checkExit(
    of patient: PersonName, status: AdmissionStatus, ordered: Bool
  ) throws(Refusal) -> AdmissionStatus {
    let next = try status.after(.leave)
    guard ordered else { throw .nothingOrdered(patient) }
    return next
  }

  /// Whether a discharge may be ordered: while the patient is in the house, once.
  package static func checkOrder(
    of patient: PersonName, status: AdmissionStatus, alreadyOrdered: Bool
  ) throws(Refusal) {
    _ = try status.after(.leave)
    if alreadyOrdered {
      throw Refusal(
        code: "discharge.ordered",
        sentence: "The discharge of \(patient.listed) is ordered already; change that order instead.")
    }
  }

  /// Whether the stay's account may be closed: after the patient has left, with nothing open.
  /// - Parameter openItems: what is still neither settled nor waived, each with its owner.
  /// - Returns: the admission's new status.
  package static func checkClose(
    of patient: PersonName, status: AdmissionStatus, openItems: [String]
  ) throws(Refusal) -> AdmissionStatus {
    if status.isOpen {
      throw Refusal(
        code: "discharge.stillHere",
        sentence: "\(patient.listed) has not left the room yet; ask a nurse to record the exit first.")
    }
    let next = try status.after(.complete)
    guard openItems.isEmpty else {
      throw Refusal(
        code: "discharge.openItems",
        sentence: "\(Listing.count(openItems.count, "item")) still open: \(Listing.and(openItems)); "
          + "settle each or waive it with a reason.")
    }
    return next
  }

  /// The readiness of a room after its patient has left or moved out: housekeeping, or contaminated if the stay was
  /// under an infectious isolation at any time since the room was last cleaned.
  ///
  /// - Parameter isolations: every isolation of the patient that stood while they were in the room, ended or not.
  package static func service(afterStayIsolatedAs isolations: [IsolationKind]) -> RoomServiceState {
    isolations.contains(where: \.isInfectious) ? .contaminated : .housekeeping
  }
}
