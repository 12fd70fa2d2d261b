/// What claims come to together.
package struct ClaimSums: Hashable, Sendable {
  package var count: Int
  /// What they ask for.
  package var total: Money
  /// What insurers cover of it.
  package var insurer: Money
  /// What was paid of it.
  package var paid: Money

  /// Sums; nothing at all unless given.
  package init(count: Int = 0, total: Money = .zero, insurer: Money = .zero, paid: Money = .zero) {
    self.count = count
    self.total = total
    self.insurer = insurer
    self.paid = paid
  }

  /// Counts one more claim.
  package mutating func add(_ claim: ImportedClaim, _ standing: ClaimStanding) throws(Refusal) {
    count += 1
    total = try total + claim.claimed
    insurer = try insurer + claim.covered
    paid = try paid + standing.insurerPaid + standing.patientPaid
  }

  /// What is still to pay.
  package var due: Money { Money(cents: total.cents - paid.cents) }

  /// Whether what a source claims is what stands on invoices, to the cent.
  ///
  /// - Parameters:
  ///   - before: what stood on invoices before the import.
  ///   - after: what stands there now.
  package func checkTaken(before: ClaimSums, after: ClaimSums) throws(Refusal) {
    let taken = ClaimSums(
      count: after.count - before.count, total: try after.total - before.total,
      insurer: try after.insurer - before.insurer, paid: try after.paid - before.paid)
    guard taken == self else {
      throw Refusal(
        code: "claim.sums",
        sentence:
          "The claims come to \(total) and their invoices to \(taken.total); nothing was taken. Tell who keeps this program."
      )
    }
  }
}
