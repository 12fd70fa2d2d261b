/// A lot of a medication or a supply at a pharmacy: what came from the manufacturer under one number.
package struct StockLot: Hashable, Sendable, Identifiable {
  package let id: StockLotID
  /// Where it is kept.
  package let pharmacy: PharmacyID
  /// What it is a lot of.
  package let item: StockItemID
  /// The manufacturer's number.
  package let number: String
  /// The last day on which it may be given out; `neverExpires` for a supply that keeps.
  package let expires: CalendarDate
  /// Where in the pharmacy it lies; empty where nobody said.
  package let shelf: String
  /// How many units are there, 0 or more; the sum of its movements.
  package let quantity: Int

  /// What the records tell of it.
  package init(
    id: StockLotID, pharmacy: PharmacyID, item: StockItemID, number: String, expires: CalendarDate, shelf: String,
    quantity: Int
  ) {
    self.id = id
    self.pharmacy = pharmacy
    self.item = item
    self.number = number
    self.expires = expires
    self.shelf = shelf
    self.quantity = quantity
  }

  /// The expiry of what does not expire.
  package static let neverExpires = CalendarDate.latest

  /// Whether it may not be given out any more. The day of expiry is the last good one.
  package func isExpired(on day: CalendarDate) -> Bool { expires < day }

  /// What a movement would leave of it.
  package func holding(_ quantity: Int) -> StockLot {
    StockLot(
      id: id, pharmacy: pharmacy, item: item, number: number, expires: expires, shelf: shelf, quantity: quantity)
  }
}

/// So much, out of one lot.
package struct StockTaken: Hashable, Sendable {
  /// The lot as it is after that.
  package let lot: StockLot
  /// How many units, 1 or more.
  package let quantity: Int
  /// The movement that took them.
  package let movement: StockMovementID

  package init(lot: StockLot, quantity: Int, movement: StockMovementID) {
    self.lot = lot
    self.quantity = quantity
    self.movement = movement
  }
}
