import HospitalDomain
import HospitalRecords

/// The price list, the tax and what insurers pay (I1). Every change is a new price from a day on; what was charged before
/// keeps the price of its day.
package struct PriceService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Every price, past and future.
  package func list() throws -> PriceList { try session.look(.seePrices) { try $0.prices.list() } }

  /// The tax and what insurers pay, as set now.
  package func rates() throws -> BillingRates { try session.look(.seePrices) { try $0.prices.rates() } }

  /// Sets a price from a day on.
  ///
  /// - Parameter newest: the price of that code that was set last when the change began; nil for a new code.
  /// - Throws: `Refusal.changedMeanwhile` when another was set since.
  package func set(
    _ entry: PriceEntry, over newest: Identifier<Price>? = nil, because reason: String = ""
  ) throws -> Price {
    let price = try entry.check(
      id: session.workplace.ids.next(at: session.workplace.clock()), today: session.workplace.today)
    try session.perform(.managePrices, on: subject(price.code), as: .update, because: reason) { records in
      if let newest, try records.prices.list().prices.last(where: { $0.code == price.code })?.id != newest {
        throw Refusal.changedMeanwhile
      }
      try records.prices.set(price, because: reason)
    }
    return price
  }

  /// Takes something off the list from today on, with the prices that were set for days to come.
  package func withdraw(_ price: Price, because reason: String) throws {
    let words = try CheckOutService.reason(reason, to: "withdraw a price")
    try session.perform(.managePrices, on: subject(price.code), as: .update, because: words) { records in
      let days = try records.prices.list().daysToWithdraw(price.code, from: session.workplace.today)
      guard !days.isEmpty else { throw Refusal.priceWithdrawn(price.code) }
      for day in days {
        let end = Price(
          id: records.newIdentifier(), code: price.code, item: price.item, category: price.category, unit: nil,
          validFrom: day)
        try records.prices.set(end, because: words)
      }
    }
  }

  /// Sets the tax, or what an insurer pays, in hundredths of a percent; for invoices that are drawn up from now on.
  ///
  /// - Parameters:
  ///   - insurer: the insurer's name; nil for the tax.
  ///   - seen: what was set when the change began; nil for one that was not set.
  /// - Throws: `Refusal.changedMeanwhile` when something else was set since.
  package func set(_ basisPoints: Int, for insurer: String?, over seen: Int? = nil) throws {
    guard (0...10_000).contains(basisPoints) else {
      throw InvalidEntry(problems: [Misentry("type a percentage from 0 to 100").at("share")])
    }
    try session.perform(.managePrices, on: subject(insurer ?? "tax"), as: .update) { records in
      if let seen, try records.prices.rates().basisPoints(of: insurer) != seen { throw Refusal.changedMeanwhile }
      try records.prices.set(basisPoints, for: insurer)
    }
  }

  private func subject(_ code: String) -> AuditSubject { AuditSubject(kind: "price", id: code) }
}
