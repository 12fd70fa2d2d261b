/// B6: whatever has a price is answered for before an account is closed: by an invoice, by being cancelled with a reason,
/// or by a waiver.
package enum UninvoicedRule {
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
