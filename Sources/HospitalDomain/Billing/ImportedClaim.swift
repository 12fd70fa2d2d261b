/// A claim that was billed elsewhere and is taken over: the services that it was for, brought to what it asked for. Its
/// lines come to the claim to the cent, whatever the services come to.
package struct ImportedClaim: Hashable, Sendable {
  /// A service as the source tells of it.
  package struct Service: Hashable, Sendable {
    package let code: String
    package let item: String
    package let category: PriceCategory
    package let servedOn: CalendarDate
    package let quantity: Int
    /// The price of one.
    package let unit: Money

    package init(
      code: String, item: String, category: PriceCategory, servedOn: CalendarDate, quantity: Int = 1, unit: Money
    ) {
      self.code = code
      self.item = item
      self.category = category
      self.servedOn = servedOn
      self.quantity = quantity
      self.unit = unit
    }
  }

  /// A service as it is charged.
  package struct Line: Hashable, Sendable {
    package let service: Service
    /// What is taken off because the claim asked for less.
    package let discount: Money
    /// What the insurer covers of the rest.
    package let insurer: Money
  }

  /// What the claim asked for.
  package let claimed: Money
  /// What the insurer covers of it.
  package let covered: Money
  /// What its services come to by their own prices.
  package let itemised: Money
  /// The services as they are charged; what the source does not itemise is the last of them.
  package let lines: [Line]

  /// The code and the words of what a claim asks for beyond its services.
  package static let restCode = "NOT-ITEMISED"
  package static let restItem = "Services of the claim that the source does not itemise"

  /// Brings services to what was claimed for them: what is missing becomes a line of its own, what is too much is taken off
  /// the services in their order.
  ///
  /// - Throws: a refusal where amounts are negative or too large, or more is covered than claimed.
  package init(_ services: [Service], claimed: Money, covered: Money, on day: CalendarDate) throws(Refusal) {
    guard claimed >= .zero, covered >= .zero else { throw .claimBelowZero }
    guard covered <= claimed else { throw .coveredBeyondClaim(covered, claimed) }
    guard services.allSatisfy({ (.zero...PriceEntry.highest).contains($0.unit) && $0.quantity > 0 }) else {
      throw .claimedPriceOutOfRange
    }
    var all = services.flatMap(\.inParts)
    itemised = try Money.total(try all.map { service throws(Refusal) in try service.amount })
    if itemised < claimed || all.isEmpty {
      let rest = try claimed - itemised
      guard rest <= PriceEntry.highest else { throw .claimedPriceOutOfRange }
      all.append(
        Service(code: Self.restCode, item: Self.restItem, category: .other, servedOn: day, unit: rest))
    }
    var tooMuch = max(.zero, try itemised - claimed)
    var left = covered
    var lines: [Line] = []
    for service in all {
      let discount = min(tooMuch, try service.amount)
      let insurer = min(left, try service.amount - discount)
      (tooMuch, left) = (try tooMuch - discount, try left - insurer)
      lines.append(Line(service: service, discount: discount, insurer: insurer))
    }
    self.claimed = claimed
    self.covered = covered
    self.lines = lines
  }

  /// Why the claim does not come to what its services come to; nil where it does.
  package var difference: String? {
    guard itemised != claimed else { return nil }
    let sums = "its services come to \(itemised) and its claim to \(claimed): "
    return itemised < claimed
      ? sums + "\(Money(cents: claimed.cents - itemised.cents)) that the files do not itemise stands as one line"
      : sums + "\(Money(cents: itemised.cents - claimed.cents)) that was not claimed is taken off"
  }
}

extension ImportedClaim.Service {
  fileprivate var amount: Money { get throws(Refusal) { try unit * quantity } }

  /// The service in parts that a charge can hold.
  fileprivate var inParts: [ImportedClaim.Service] {
    stride(from: 0, to: quantity, by: ChargeEntry.mostOfOne).map { done in
      ImportedClaim.Service(
        code: code, item: item, category: category, servedOn: servedOn,
        quantity: min(ChargeEntry.mostOfOne, quantity - done), unit: unit)
    }
  }
}

/// How a claim stood where it came from.
package struct ClaimStanding: Hashable, Sendable {
  /// What the insurer has paid.
  package let insurerPaid: Money
  /// What the patient has paid.
  package let patientPaid: Money

  /// What was paid of a claim of which some is outstanding.
  ///
  /// - Throws: a refusal where more is outstanding than was claimed.
  package init(_ claim: ImportedClaim, insurerOwes: Money, patientOwes: Money) throws(Refusal) {
    insurerPaid = try claim.covered - insurerOwes
    patientPaid = try claim.claimed - claim.covered - patientOwes
    guard min(insurerPaid, patientPaid, insurerOwes, patientOwes) >= .zero else { throw .outstandingBeyondClaim }
  }
}

extension Refusal {
  static let claimBelowZero = Refusal(
    code: "claim.belowZero", sentence: "A claim and what is covered of it are not below zero; correct the amounts.")

  static func coveredBeyondClaim(_ covered: Money, _ claimed: Money) -> Refusal {
    Refusal(
      code: "claim.covered", sentence: "\(covered) is covered of a claim of \(claimed); correct one of the amounts.")
  }

  static let claimedPriceOutOfRange = Refusal(
    code: "claim.price",
    sentence: "One of its services costs less than nothing or more than \(PriceEntry.highest); correct the amounts.")

  static let outstandingBeyondClaim = Refusal(
    code: "claim.outstanding",
    sentence: "More is outstanding than was claimed, or less than nothing; correct the amounts.")
}
