import DatabaseKit
import HospitalDomain

/// The price list, the tax and what insurers pay.
package struct PriceRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Every price of the hospital, in the order in which they were set.
  package func list() throws -> PriceList { try list(where: "hospital_id = \(records.author.hospital)") }

  /// The prices of the nights of some stays: those of the kinds that their rooms are and were.
  package func nights(of stays: [RoomNights.Stay]) throws -> PriceList {
    let codes = Set(stays.flatMap(\.kinds)).map(RoomNights.code).sorted()
    return try list(where: "hospital_id = \(records.author.hospital) AND code IN (\(list: codes))")
  }

  private func list(where condition: SQLStatement) throws -> PriceList {
    PriceList(
      try transaction.rows("SELECT * FROM price WHERE \(part: condition) ORDER BY code, set_at, id").map { row in
        Price(
          id: try row.identifier("id"), code: try row.text("code"), item: try row.text("item"),
          category: try row.code("category"), unit: try row.optionalInteger("unit_cents").map { Money(cents: $0) },
          validFrom: try row.date("valid_from"))
      })
  }

  /// Sets a price from a day on; those before stay as they are.
  package func set(_ price: Price, because reason: String) throws {
    try transaction.execute(
      """
      INSERT INTO price (id, hospital_id, code, item, category, unit_cents, valid_from, reason, set_at, set_by)
      VALUES (\(price.id), \(records.author.hospital), \(price.code), \(price.item), \(price.category),
        \(price.unit?.cents), \(price.validFrom), \(reason), \(records.now), \(records.author.account))
      """)
  }

  /// The rates that are set now: of an insurer, whichever way its name was written, what was set last.
  package func rates() throws -> BillingRates {
    let rows = try transaction.rows(
      "SELECT kind, name, basis_points FROM billing_rate WHERE hospital_id = \(records.author.hospital) ORDER BY set_at, id"
    )
    var (tax, insurers) = (0, [String: Int]())
    for row in rows {
      if try row.text("kind") == "tax" {
        tax = try row.count("basis_points")
      } else {
        insurers[TextFolding.fold(try row.text("name"))] = try row.count("basis_points")
      }
    }
    return BillingRates(tax: tax, insurers: insurers)
  }

  /// Sets the tax, or what an insurer pays, from now on.
  ///
  /// - Parameter insurer: the insurer's name; nil for the tax.
  package func set(_ basisPoints: Int, for insurer: String?) throws {
    let id: Identifier<BillingRates> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO billing_rate (id, hospital_id, kind, name, basis_points, set_at, set_by)
      VALUES (\(id), \(records.author.hospital), \(insurer == nil ? "tax" : "insurer"), \(insurer.map(TextFolding.fold) ?? ""), \(basisPoints),
        \(records.now), \(records.author.account))
      """)
  }
}

extension Records {
  /// Prices and rates.
  package var prices: PriceRecords { PriceRecords(records: self) }
}
