/// What kind of service a price is for. The raw value is the stored code.
package enum PriceCategory: String, CaseIterable, Hashable, Sendable {
  case room, consultation, procedure, laboratory, imaging, medication, supply, other

  /// The word for the screen.
  package var title: String { rawValue }

  /// Reads a code or the beginning of one.
  package init(entry text: String) throws(Misentry) {
    let typed = text.trimmed.lowercased()
    let matches = Self.allCases.filter { $0.rawValue.hasPrefix(typed) }
    guard let only = matches.first, matches.count == 1, !typed.isEmpty else {
      throw Misentry("type one of \(Listing.or(Self.allCases.map(\.rawValue)))")
    }
    self = only
  }
}

/// What something costs from a day on. A price is never changed: a later one follows it, and what was charged before keeps
/// the price of its day.
package struct Price: Hashable, Sendable, Identifiable {
  package let id: Identifier<Price>
  /// The code in the price list, such as `LAB-CBC`; one for all the prices of the same thing.
  package let code: String
  /// What it is called on an invoice.
  package let item: String
  package let category: PriceCategory
  /// The price of one; nil from the day on which it is no longer offered.
  package let unit: Money?
  /// The first day on which it holds.
  package let validFrom: CalendarDate

  /// What the records tell of it.
  package init(
    id: Identifier<Price>, code: String, item: String, category: PriceCategory, unit: Money?, validFrom: CalendarDate
  ) {
    self.id = id
    self.code = code
    self.item = item
    self.category = category
    self.unit = unit
    self.validFrom = validFrom
  }
}

/// The prices of a hospital, past and future, in the order in which they were set.
package struct PriceList: Hashable, Sendable {
  /// Every price, those of one code in the order in which they were set.
  package let prices: [Price]
  private let byCode: [String: [Price]]

  /// A list of prices in the order in which they were set.
  package init(_ prices: [Price]) {
    self.prices = prices
    byCode = Dictionary(grouping: prices, by: \.code)
  }

  /// The price of a code on a day: the one that began last, and of those of one day the one that was set last. Nil where it
  /// is not offered that day.
  package func price(_ code: String, on day: CalendarDate) -> Price? {
    var latest: Price?
    for price in byCode[code] ?? [] where price.validFrom <= day {
      if price.validFrom >= latest?.validFrom ?? .earliest { latest = price }
    }
    return latest?.unit == nil ? nil : latest
  }

  /// What is offered on a day, by code.
  package func offered(on day: CalendarDate) -> [Price] {
    byCode.keys.sorted().compactMap { price($0, on: day) }
  }

  /// What is set for a code for days to come, the next first; of one day what was set last.
  package func coming(_ code: String, after day: CalendarDate) -> [Price] {
    let days = Dictionary((byCode[code] ?? []).map { ($0.validFrom, $0) }) { _, last in last }
    return days.values.filter { $0.validFrom > day }.sorted { $0.validFrom < $1.validFrom }
  }

  /// The days from which on a code has to be taken off the list so that it is not offered any more: today, and each on
  /// which a price that is set already would begin. None where it is withdrawn.
  package func daysToWithdraw(_ code: String, from today: CalendarDate) -> [CalendarDate] {
    (price(code, on: today) == nil ? [] : [today])
      + coming(code, after: today).filter { $0.unit != nil }.map(\.validFrom)
  }
}

extension Refusal {
  /// Nothing is left to withdraw.
  package static func priceWithdrawn(_ code: String) -> Refusal {
    Refusal(code: "price.withdrawn", sentence: "\(code) is withdrawn already; r reads the list again.")
  }
}

/// A price as it was typed.
package struct PriceEntry: Hashable, Sendable {
  /// The fields of the form, in its order.
  package enum Field: String, CaseIterable, Hashable, Sendable { case code, item, category, unit, validFrom }

  /// What stands in each field.
  package var texts: [Field: String]

  /// The most that one of anything costs.
  package static let highest = Money(cents: 1_000_000_00)

  /// The most characters of a code: that of the nights of every kind of room fits.
  package static let codeLimit = 40

  /// A form with these texts.
  package init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// The price, or every wrong field in the order of the form. It begins today or later: the past is charged already.
  package func check(id: Identifier<Price>, today: CalendarDate) throws(InvalidEntry) -> Price {
    var form = EntryReader<Field>()
    let code = form.read(
      .code, try ShortCode.read(texts[.code] ?? "", name: "code", example: "LAB-CBC", limit: Self.codeLimit))
    let item = form.read(
      .item, try SafeText.requiredLine(texts[.item] ?? "", hint: "type what it is called on an invoice"))
    let category = form.read(.category, try Self.category(texts[.category] ?? "", of: code))
    let unit = form.read(.unit, try Self.unit(texts[.unit] ?? ""))
    let from = form.read(.validFrom, try Self.validFrom(texts[.validFrom] ?? "", today: today))
    guard form.problems.isEmpty, let code, let item, let category, let unit, let from else { throw form.invalid }
    return Price(id: id, code: code, item: item, category: category, unit: unit, validFrom: from)
  }

  private static func category(_ typed: String, of code: String?) throws(Misentry) -> PriceCategory {
    let category = try PriceCategory(entry: typed)
    guard let code, RoomNights.isNight(code) != (category == .room) else { return category }
    throw Misentry(
      category == .room
        ? "room is for the nights of a kind of room, such as BED-ICU; choose another category for \(code)"
        : "\(code) is the price of a night in a room: its category is room")
  }

  private static func unit(_ typed: String) throws(Misentry) -> Money {
    let unit = try Money(entry: typed)
    guard unit >= .zero else { throw Misentry("a price is not below zero") }
    guard unit <= highest else { throw Misentry("more than \(highest) for one; check the price") }
    return unit
  }

  private static func validFrom(_ typed: String, today: CalendarDate) throws(Misentry) -> CalendarDate {
    let date = try DateEntry.read(typed.isEmpty ? "T" : typed, today: today)
    guard date >= today else {
      throw Misentry("a price begins today or later; what was charged before keeps its price")
    }
    guard date <= today.adding(years: 5) else { throw Misentry("that is more than five years away; check the date") }
    return date
  }
}
