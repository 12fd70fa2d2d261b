/// What the pharmacy has done with a prescription until now, and where the patient is.
package struct PharmacyWork: Hashable, Sendable {
  /// How far it is.
  package var stage = PharmacyStage.waiting
  /// When it joined the queue, if that was after it was written.
  package var queuedAt: Timestamp?
  /// Since when it is at its stage; nil while it waits.
  package var since: Timestamp?
  /// Who brought it to its stage; empty while it waits.
  package var by = ""
  /// What they wrote; may be empty.
  package var words = ""
  /// Why it was declined.
  package var decline: DeclineReason?
  /// Why it is on hold; empty where nobody said.
  package var holdReason = ""
  /// Who put it on hold, and when; nil while it is not.
  package var held: Recorded?
  /// Who works on it, or did.
  package var claim: PrescriptionClaim?
  /// The pharmacy that it goes to; nil where that was not read.
  package var pharmacy: PharmacyID?
  /// The ward in which the patient lies; nil for somebody who lies in none.
  package var ward: DepartmentID?
  /// The name of the ward; empty for none.
  package var wardName = ""
  /// The number of the room; empty for none.
  package var room = ""
  /// Whether something is prepared that nobody has collected yet.
  package var hasToCollect = false

  /// A prescription that nobody has touched yet.
  package init() {}
}
