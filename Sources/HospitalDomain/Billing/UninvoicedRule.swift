/// B6: whatever has a price is answered for before a stay is struck out or its account closed: by an invoice, by being
/// cancelled with a reason, or by a waiver.
package enum UninvoicedRule {
  /// Whether a stay may be cancelled or struck out: nothing is charged to it that nobody answers for.
  ///
  /// - Parameter items: what is charged to it, in words, that is neither cancelled nor on an invoice.
  package static func checkVoid(of patient: PersonName, charged items: [String]) throws(Refusal) {
    guard !items.isEmpty else { return }
    throw Refusal(
      code: "uninvoiced.void",
      sentence:
        "\(Listing.and(items)) \(items.count == 1 ? "is" : "are") charged to \(patient.listed) and on no invoice; "
        + "ask a cashier to bill or cancel \(items.count == 1 ? "it" : "them") first.")
  }

  /// Whether the account of a stay may be closed: its nights are charged.
  package static func checkClose(of patient: PersonName, uncharged nights: Int) throws(Refusal) {
    guard nights > 0 else { return }
    throw Refusal(
      code: "uninvoiced.nights",
      sentence:
        "\(Listing.count(nights, "night")) of \(patient.listed) \(nights == 1 ? "is" : "are") not charged yet; "
        + "b on the account draws up an invoice of \(nights == 1 ? "it" : "them").")
  }
}
