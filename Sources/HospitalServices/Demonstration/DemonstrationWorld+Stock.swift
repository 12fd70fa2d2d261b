import HospitalDomain
import HospitalRecords

extension DemonstrationWorld {
  /// Supplies, suppliers, minimum levels, what the wards used in the last weeks, and orders in every state. Chance has no
  /// part in it, so that everything else stays as its seed made it.
  func keepStock(_ today: Records) throws {
    let then = records(today, at: hoursAgo(24 * 60))
    let day = localTime.date(of: then.now)
    guard let pharmacy = pharmacies.dropFirst().first, let harbour = pharmacies.first else { return }
    for (place, supply) in Self.supplies.enumerated() {
      let id = try then.pharmacy.add(supply)
      let keeps = place == 3
      try then.pharmacy.receive(
        [400, 60, 24, 40, 150][place], of: .supply(id), at: pharmacy, lot: "S-\(4_410 + place * 37)",
        expires: keeps ? StockLot.neverExpires : day.adding(days: 60 + 45 + place * 160), shelf: "S\(place + 1)",
        on: day)
      try then.pharmacy.setMinimum([100, 40, 30, 5, 50][place], of: .supply(id), at: pharmacy, because: "first stock")
    }
    let suppliers = try Self.suppliers.map { try then.pharmacy.add($0) }
    try setMinimums(then, at: pharmacy)
    try expireSoon(then, at: [pharmacy, harbour], day: day)
    try useUp(today, at: pharmacy)
    try order(today, from: suppliers, for: pharmacy)
  }

  private func setMinimums(_ then: Records, at pharmacy: PharmacyID) throws {
    for (place, code) in Self.stocked.enumerated() {
      guard let id = try then.pharmacy.medication(coded: code) else { continue }
      let minimum = [60, 100, 84, 10, 120, 200, 56, 40, 30, 56][place % 10]
      try then.pharmacy.setMinimum(minimum, of: .medication(id), at: pharmacy, because: "first stock")
    }
  }

  /// A lot each of two medications that expires within weeks.
  private func expireSoon(_ then: Records, at places: [PharmacyID], day: CalendarDate) throws {
    for (place, code) in ["308182", "313782"].enumerated() {
      guard let id = try then.pharmacy.medication(coded: code) else { continue }
      try then.pharmacy.receive(
        48 + place * 30, of: .medication(id), at: places[place], lot: "E-20\(place + 4)7",
        expires: day.adding(days: 60 + 12 + place * 20), shelf: "A\(place + 3)", on: day)
    }
  }

  /// What two wards used of what is there, week by week.
  private func useUp(_ today: Records, at pharmacy: PharmacyID) throws {
    for (place, code) in ["313782", "197805", "861007"].enumerated() {
      guard let id = try today.pharmacy.medication(coded: code) else { continue }
      for week in 0..<4 {
        let past = records(today, at: hoursAgo(24 * (26 - week * 7) + place))
        let day = localTime.date(of: past.now)
        let available = try past.pharmacy.available(id, at: pharmacy, on: day)
        let wanted = min(available, [30, 20, 14][place])
        guard wanted > 0 else { continue }
        try past.pharmacy.take(
          wanted, of: id, at: pharmacy, for: .ward(wards.first?.plan.name ?? "ward"), on: day)
      }
    }
  }

  /// One order that came, one that came in part, one that is on its way, one draft, one cancelled.
  private func order(_ today: Records, from suppliers: [SupplierID], for pharmacy: PharmacyID) throws {
    let stages: [(days: Int, OrderState, [(String, Int)])] = [
      (40, .received, [("197805", 100)]), (9, .partReceived, [("861007", 120), ("197361", 84)]),
      (2, .sent, [("309090", 40), ("1364430", 112)]), (1, .draft, [("313782", 300)]),
      (20, .cancelled, [("855332", 60)]),
    ]
    for (place, stage) in stages.enumerated() {
      let then = records(today, at: hoursAgo(24 * stage.days))
      let id = try then.pharmacy.draw(from: suppliers[place % suppliers.count], for: pharmacy)
      for (code, quantity) in stage.2 {
        guard let item = try then.pharmacy.medication(coded: code) else { continue }
        let price = try then.pharmacy.price(of: .medication(item))
        try then.pharmacy.add(quantity, of: .medication(item), at: price, to: id)
      }
      try bring(id, to: stage.1, then, place)
    }
  }

  private func bring(_ id: PurchaseOrderID, to state: OrderState, _ then: Records, _ place: Int) throws {
    guard state != .draft, let draft = try then.pharmacy.order(id) else { return }
    let first: OrderState = state == .cancelled ? .cancelled : .sent
    _ = try then.pharmacy.set(first, of: draft, because: state == .cancelled ? "the maker has none" : "sent")
    guard state == .received || state == .partReceived, let sent = try then.pharmacy.order(id),
      let line = sent.lines.first
    else { return }
    let later = records(then, at: then.now + .days(2))
    let day = localTime.date(of: later.now)
    _ = try later.pharmacy.receive(
      line.quantity, of: line, on: sent, lot: "R-\(7_113 + place)", expires: day.adding(days: 500 + place * 40),
      shelf: "B\(place + 2)", day: day)
  }

  private static let stocked = [
    "1364430", "197805", "308182", "309090", "861007", "313782", "197361", "855332", "892342", "310965",
  ]

  private static let supplies = [
    Supply(code: "SUP-GLV-M", name: "Gloves, nitrile, medium", unit: "box of 100", unitPrice: 6_40),
    Supply(code: "SUP-DRS", name: "Dressing pack, sterile", unit: "pack", unitPrice: 4_90),
    Supply(code: "SUP-IV", name: "Infusion set", unit: "piece", unitPrice: 3_75),
    Supply(code: "SUP-CRT", name: "Crutches, adult", unit: "pair", unitPrice: 22_00),
    Supply(code: "SUP-SYR-5", name: "Syringe, 5 ml", unit: "box of 50", unitPrice: 7_10),
  ]

  private static let suppliers = [
    Supplier(
      name: "Harbour Medical Supply", address: "14 Dock Road, Dunleary", telephone: "0871 220 114",
      email: "orders@harbourmedical.example"),
    Supplier(
      name: "Northern Wholesale", address: "3 Mill Park, Newbridge", telephone: "0872 448 920",
      email: "pharmacy@northernwholesale.example"),
  ]
}
