/// The identifier of a charge.
package typealias ChargeID = Identifier<Charge>

/// A service that was given and has a price: it waits to be put on an invoice. What it cost on its day is kept with it.
package struct Charge: Hashable, Sendable, Identifiable {
  package let id: ChargeID
  package let servedOn: CalendarDate
  /// The code in the price list.
  package let code: String
  package let item: String
  package let category: PriceCategory
  package let quantity: Int
  /// The price of one on the day.
  package let unit: Money
  /// What was taken off, all discounts together.
  package let discount: Money
  /// Why, in the words of who gave the last discount; empty for none.
  package let discountReason: String
  /// Who recorded it.
  package let recordedBy: String
  /// Whether it was set aside by name: it is billed only if the waiver is taken back.
  package let isWaived: Bool
  /// Whether it is only expected: nights to come that nobody has charged.
  package let isEstimate: Bool

  /// What the records tell of it.
  package init(
    id: ChargeID, servedOn: CalendarDate, code: String, item: String, category: PriceCategory, quantity: Int,
    unit: Money, discount: Money = .zero, discountReason: String = "", recordedBy: String = "",
    isWaived: Bool = false, isEstimate: Bool = false
  ) {
    self.id = id
    self.servedOn = servedOn
    self.code = code
    self.item = item
    self.category = category
    self.quantity = quantity
    self.unit = unit
    self.discount = discount
    self.discountReason = discountReason
    self.recordedBy = recordedBy
    self.isWaived = isWaived
    self.isEstimate = isEstimate
  }

  /// Quantity × price, before discounts.
  package var gross: Money { Money(cents: unit.cents * Int64(quantity)) }
  /// What it comes to, discounts taken off.
  package var amount: Money { Money(cents: gross.cents - discount.cents) }
}

/// A charge as it was typed.
package struct ChargeEntry: Hashable, Sendable {
  package var code: String
  package var quantity: Int
  package var servedOn: CalendarDate

  /// The most of one thing in one charge.
  package static let mostOfOne = 999

  package init(code: String, quantity: Int = 1, servedOn: CalendarDate) {
    self.code = code
    self.quantity = quantity
    self.servedOn = servedOn
  }

  /// The price that it has.
  ///
  /// - Parameter admitted: the day on which the stay began; nothing is charged to it before.
  /// - Throws: `InvalidEntry` with every wrong field: `code`, `quantity`, `servedOn`.
  package func check(_ prices: PriceList, admitted: CalendarDate, today: CalendarDate) throws(InvalidEntry) -> Price {
    var problems: [FieldProblem] = []
    if !(1...Self.mostOfOne).contains(quantity) {
      problems.append(Misentry("type a number from 1 to \(Self.mostOfOne)").at("quantity"))
    }
    if servedOn < admitted {
      problems.append(Misentry("the stay began on \(admitted); type a later day").at("servedOn"))
    }
    if servedOn > today.adding(days: 1) {
      problems.append(Misentry("that is after tomorrow; type the day of the service").at("servedOn"))
    }
    let price = prices.price(code, on: servedOn)
    if price == nil {
      problems.insert(Misentry("has no price on \(servedOn); F4 lists what has").at("code"), at: 0)
    } else if price?.category == .room {
      problems.insert(Misentry("room nights are charged by themselves").at("code"), at: 0)
    }
    guard problems.isEmpty, let price else { throw InvalidEntry(problems: problems) }
    return price
  }
}

extension Refusal {
  /// A discount of nothing, or of more than is left.
  package static func discountOutOfRange(_ item: String, left: Money) -> Refusal {
    Refusal(
      code: "charge.discount", sentence: "A discount on \(item) is more than 0.00 and at most \(left).",
      field: "discount")
  }

  /// The charge is on an invoice or cancelled.
  package static func chargeFixed(_ item: String) -> Refusal {
    Refusal(
      code: "charge.fixed",
      sentence: "\(item) is on an invoice or cancelled already; r reads the account again, a credit note corrects it.")
  }

  /// A stay whose account is closed takes no more charges.
  package static func accountClosed(_ patient: PersonName) -> Refusal {
    Refusal(
      code: "charge.closed", sentence: "The account of \(patient.listed) is closed; nothing is charged to it any more.")
  }
}
