/// Which nights of a stay are charged, and to which room. This is the rule, stated once:
///
/// A room is charged for each midnight at which the patient has it, leave included. Part days cost nothing, with one
/// exception: a patient who came and went without a midnight is charged one night of the room that they left from.
/// The price is that of the date of the evening, for the kind that the room was at that midnight; a kind of room without a price is not charged.
package enum RoomNights {
  /// A stay in one room, as far as its nights matter.
  package struct Stay: Hashable, Sendable {
    package let id: StayID
    /// What the room is now.
    package let kind: RoomKind
    /// When it was something else.
    package let former: [FormerKind]
    package let interval: StayInterval
    /// Which of its nights, counted from 0, are charged already.
    package let charged: Set<Int>

    /// A stay in one room.
    package init(
      id: StayID, kind: RoomKind, former: [FormerKind] = [], interval: StayInterval, charged: Set<Int> = []
    ) {
      self.id = id
      self.kind = kind
      self.former = former
      self.interval = interval
      self.charged = charged
    }

    /// Every kind that the room is and was.
    package var kinds: [RoomKind] { [kind] + former.map(\.kind) }

    /// What the room was at a time.
    func kind(at time: Timestamp) -> RoomKind {
      former.first { $0.from ?? time <= time && time < $0.until }?.kind ?? kind
    }
  }

  /// What a room was before it became what it is.
  package struct FormerKind: Hashable, Sendable {
    package let kind: RoomKind
    /// Since when; nil for as long as the room is known.
    package let from: Timestamp?
    package let until: Timestamp

    /// A kind that a room was.
    package init(_ kind: RoomKind, from: Timestamp? = nil, until: Timestamp) {
      self.kind = kind
      self.from = from
      self.until = until
    }
  }

  /// Nights of one room in a row, at one price; no more than one charge holds.
  package struct Run: Hashable, Sendable {
    package let stay: StayID
    /// The number of the first of them within the stay, from 0.
    package let first: Int
    /// The date of the first evening.
    package let date: CalendarDate
    package let price: Price
    package let count: Int
  }

  /// The nights that are due and not charged yet.
  ///
  /// - Parameter isOver: whether the patient has left the house: only then is a stay without a midnight charged.
  package static func due(
    _ stays: [Stay], isOver: Bool, now: Timestamp, clock: LocalTime, prices: PriceList
  ) -> [Run] {
    let spent = stays.map { LengthOfStay($0.interval, now: now, clock: clock).nights }
    let isPartDay = isOver && spent.allSatisfy { $0 == 0 }
    var left = max(spent.reduce(0, +), isPartDay ? 1 : 0) - stays.reduce(0) { $0 + $1.charged.count }
    return stays.indices.flatMap { place -> [Run] in
      let nights = isPartDay && place == stays.count - 1 ? 1 : spent[place]
      let open = (0..<nights).filter { !stays[place].charged.contains($0) }.prefix(max(0, left))
      left -= open.count
      return runs(of: stays[place], nights: open, clock: clock, prices: prices)
    }
  }

  /// The code of a kind of room in the price list: `BED-ICU`.
  package static func code(of kind: RoomKind) -> String { "BED-" + kind.rawValue.uppercased() }

  /// Whether a code in the price list is that of the nights of a kind of room. Such a price, and no other, has the category
  /// room.
  package static func isNight(_ code: String) -> Bool { RoomKind.allCases.contains { Self.code(of: $0) == code } }

  /// The codes of those kinds of rooms that have no price on a day, in order: their nights are not charged.
  package static func unpriced(_ kinds: some Sequence<RoomKind>, on day: CalendarDate, prices: PriceList) -> [String] {
    kinds.map(code).filter { prices.price($0, on: day) == nil }.sorted()
  }

  private static func runs(
    of stay: Stay, nights: some Sequence<Int>, clock: LocalTime, prices: PriceList
  ) -> [Run] {
    let start = clock.date(of: stay.interval.start)
    var runs: [Run] = []
    for number in nights {
      let date = start.adding(days: number)
      let midnight = clock.start(of: date.adding(days: 1))
      let kind = stay.kind(at: min(midnight, stay.interval.end ?? midnight))
      guard let price = prices.price(code(of: kind), on: date) else { continue }
      if let last = runs.last, last.price == price, last.first + last.count == number,
        last.count < ChargeEntry.mostOfOne
      {
        runs[runs.count - 1] = Run(
          stay: stay.id, first: last.first, date: last.date, price: price, count: last.count + 1)
      } else {
        runs.append(Run(stay: stay.id, first: number, date: date, price: price, count: 1))
      }
    }
    return runs
  }
}
