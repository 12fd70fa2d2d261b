/// Who works on a prescription now: a lease that ends by itself (M1), so that two never work on the same one.
package struct PrescriptionClaim: Hashable, Sendable {
  /// Whose it is.
  package let holder: AccountID
  /// Their name, for the others.
  package let name: String
  /// The terminal at which they work.
  package let terminal: String
  /// When it ends, unless it is renewed.
  package let until: Timestamp

  /// A claim.
  package init(holder: AccountID, name: String, terminal: String, until: Timestamp) {
    self.holder = holder
    self.name = name
    self.terminal = terminal
    self.until = until
  }

  /// Whether it holds at a time.
  package func isLive(at now: Timestamp) -> Bool { now < until }
}

/// When a prescription can be claimed, and for how long.
package enum ClaimRule {
  /// How long a claim lasts without being renewed.
  package static let lasts = Duration.minutes(5)

  /// Whether somebody may take a prescription, or keep it.
  ///
  /// - Throws: a `Refusal` that says who has it and until when.
  package static func check(
    _ claim: PrescriptionClaim?, by account: AccountID, on number: Int64, now: Timestamp, clock: LocalTime
  ) throws(Refusal) {
    guard let claim, claim.isLive(at: now), claim.holder != account else { return }
    throw .prescriptionClaimed(number, by: claim.name, until: clock.clock(claim.until))
  }
}
