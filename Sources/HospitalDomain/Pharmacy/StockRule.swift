/// What may be taken out of stock, and where from (M4).
package enum StockRule {
  /// The most units that one movement moves.
  package static let most = 100_000

  /// So many, out of one lot.
  package struct Share: Hashable, Sendable {
    package let lot: StockLot
    package let quantity: Int
  }

  /// The fewest units by which a count differs from the book before anybody is asked about it.
  package static let doubtfulDifference = 20

  /// Whether a count is so far from the level in the book that a digit too many or too few is likelier than a loss: more
  /// than twice, or less than half of it, by twenty or more.
  package static func isDoubtful(count: Int, of level: Int) -> Bool {
    abs(count - level) >= doubtfulDifference && (count > 2 * level || 2 * count < level)
  }

  /// Checks that it is a quantity that can be moved.
  package static func check(quantity: Int) throws(Refusal) {
    guard (1...most).contains(quantity) else { throw .stockQuantity(quantity) }
  }

  /// Where a quantity is taken from: the lot that expires first, then the next; never an expired one.
  ///
  /// - Parameters:
  ///   - lots: the lots of one item at one pharmacy, in any order.
  ///   - title: what the item is called, for the refusal.
  ///   - place: the pharmacy's name, for the refusal.
  package static func shares(
    of quantity: Int, from lots: [StockLot], on day: CalendarDate, title: String, at place: String
  ) throws(Refusal) -> [Share] {
    try check(quantity: quantity)
    var shares: [Share] = []
    var missing = quantity
    for lot in lots.sorted(by: goesOutBefore) where lot.quantity > 0 && !lot.isExpired(on: day) && missing > 0 {
      let share = min(missing, lot.quantity)
      shares.append(Share(lot: lot, quantity: share))
      missing -= share
    }
    guard missing == 0 else { throw .stockShort(of: title, at: place, wanted: quantity, left: quantity - missing) }
    return shares
  }

  /// Checks that so many can be given out of a lot.
  package static func check(taking quantity: Int, from lot: StockLot, on day: CalendarDate) throws(Refusal) {
    try check(quantity: quantity)
    guard !lot.isExpired(on: day) else { throw .lotExpired(lot.number, on: lot.expires) }
    guard lot.quantity >= quantity else { throw .lotShort(lot.number, wanted: quantity, left: lot.quantity) }
  }

  /// Whether a lot is given out before another: the one that expires first; of one day, by number.
  package static func goesOutBefore(_ lot: StockLot, _ other: StockLot) -> Bool {
    (lot.expires, lot.number, lot.id) < (other.expires, other.number, other.id)
  }
}
