import HospitalDomain
import HospitalRecords

extension DemonstrationWorld {
  /// The price list as from a year ago, with another price for consultations from next year on; no tax, and three insurers.
  mutating func setPrices(_ today: Records) throws {
    let then = records(today, at: hoursAgo(24 * 420))
    let since = localTime.date(of: then.now)
    let rooms: [(RoomKind, Int64)] = [
      (.general, 180_00), (.private, 260_00), (.semiPrivate, 210_00), (.intensiveCare, 1_450_00),
      (.highDependency, 820_00), (.isolation, 320_00), (.maternity, 240_00), (.paediatric, 220_00),
      (.emergency, 310_00), (.dayCase, 150_00), (.recovery, 190_00), (.cot, 60_00),
    ]
    for (kind, cents) in rooms {
      try set(RoomNights.code(of: kind), "Bed, \(kind.title), per night", .room, cents, from: since, then)
    }
    for (code, item, category, cents) in Self.services { try set(code, item, category, cents, from: since, then) }
    let next = CalendarDate(year: localTime.date(of: now).year + 1, month: 1, day: 1) ?? since
    try set("CON", "Consultation", .consultation, 160_00, from: next, today)
    for (insurer, share) in [("Vhi", 8_000), ("Laya", 7_500), ("Irish Life", 10_000)] {
      try then.prices.set(share, for: insurer)
    }
  }

  private func set(
    _ code: String, _ item: String, _ category: PriceCategory, _ cents: Int64, from day: CalendarDate,
    _ records: Records
  ) throws {
    try records.prices.set(
      Price(
        id: records.newIdentifier(), code: code, item: item, category: category, unit: Money(cents: cents),
        validFrom: day), because: "")
  }

  /// Charges to every stay that has been in a room; invoices in every state for those who have left, some of them closed.
  mutating func bill(_ today: Records) throws {
    for (number, stay) in admitted.prefix(220).enumerated() {
      let admission = try today.admissions.admission(stay.admission)
      let left = admission?.dischargedAt ?? now
      let then = records(today, at: stay.isOpen ? now - .hours(chance.number(1...20)) : min(left + .hours(2), now))
      try chargeServices(to: stay.admission, number, then)
      if stay.isOpen, number % 4 > 0 { continue }
      try then.chargeNights(of: stay.admission, isOver: !stay.isOpen, clock: localTime)
      let insurer = try then.prices.rates().share(of: try then.patients.insurer(of: stay.resident.id))
      let invoice = try then.invoices.draft(
        of: try then.charges.unbilled(of: stay.admission), tax: 0, insurer: insurer, for: stay.resident.id,
        in: stay.admission)
      if stay.isOpen || left > now - .hours(3) { continue }
      try settle(invoice, of: stay.admission, number, then)
    }
    for stay in admitted.dropFirst(220) where !stay.isOpen {
      try billNights(of: stay.admission, stay.resident.id, today)
    }
  }

  /// An older stay, of which nothing but the nights is told: billed, paid and closed.
  private mutating func billNights(of admission: AdmissionID, _ patient: PatientID, _ today: Records) throws {
    try today.chargeNights(of: admission, isOver: true, clock: localTime)
    let charges = try today.charges.unbilled(of: admission)
    guard !charges.isEmpty else { return try stampClose(admission, today) }
    try settle(
      try today.invoices.draft(of: charges, tax: 0, insurer: 0, for: patient, in: admission), of: admission, 0, today)
  }

  private mutating func chargeServices(to admission: AdmissionID, _ number: Int, _ then: Records) throws {
    let prices = try then.prices.list()
    let day = localTime.date(of: then.now)
    for (place, service) in Self.services.enumerated() where place == 0 || (number + place) % 4 == 0 {
      guard let price = prices.price(service.0, on: day) else { continue }
      try then.charges.add(price, quantity: 1 + (number + place) % 2, on: day, to: admission)
    }
    guard number % 13 == 5, let charge = try then.charges.unbilled(of: admission).first(where: { $0.code == "CON" })
    else { return }
    try then.charges.discount(charge.id, by: Money(cents: 25_00), because: "member of staff")
  }

  /// Issues the invoice of a stay that is over, and brings it to one of the states that an invoice can have.
  private mutating func settle(
    _ draft: ListedInvoice.ID, of admission: AdmissionID, _ number: Int, _ then: Records
  ) throws {
    let invoice = Identifier<InvoiceRecords>(draft)
    let day = localTime.date(of: then.now)
    try then.invoices.issue(invoice, year: day.year, due: day.adding(days: InvoiceRule.daysToPay))
    guard let total = try then.invoices.listed(draft)?.invoice.total.cents else { return }
    let later = records(then, at: min(then.now + .days(5), now))
    switch number % 5 {
    case 0, 1:
      try later.invoices.pay(invoice, total, by: "card", reference: "T\(chance.digits(6))")
      try later.invoices.settle(invoice, as: "balanced", because: "paid")
    case 2: try later.invoices.pay(invoice, total / 3, by: "transfer", reference: "standing order")
    case 3 where number % 4 == 3:
      let lines = try later.invoices.detail(of: draft).lines
      _ = try later.invoices.credit(
        lines.map { ($0, $0.total) }, of: draft, year: day.year, because: "billed to the wrong stay")
    default: break
    }
    if number % 4 != 1 { try stampClose(admission, later) }
  }

  /// Deposits, a refund that waits for approval and one that is approved, and a shift of yesterday that was a little short.
  func keepTill(_ today: Records, cashier: AccountID) throws {
    let yesterday = records(today, at: hoursAgo(26), by: cashier)
    try yesterday.cash.open(float: Money(cents: 200_00))
    guard let shift = try yesterday.cash.openShift() else { return }
    for stay in admitted.filter(\.isOpen).prefix(3) {
      let deposit = PaymentEntry(.cash, Money(cents: 250_00), keepsRest: true)
      try yesterday.cash.keep(
        Money(cents: 250_00), for: stay.resident.id, try deposit.check(due: .zero, credit: .zero), in: shift.id)
    }
    let evening = records(today, at: hoursAgo(18), by: cashier)
    if let shift = try evening.cash.openShift() {
      try evening.cash.close(
        shift, counted: Money(cents: shift.expected.cents - 5_00), explanation: "stamps for the ward, receipt follows")
    }
    for (number, stay) in admitted.filter(\.isOpen).prefix(2).enumerated() {
      let asked = records(today, at: hoursAgo(5 - number), by: cashier)
      try asked.cash.request(
        Money(cents: 100_00), by: .transfer, for: stay.resident.id, because: "insurer pays in full after all")
    }
    if let first = try today.cash.openRefunds(limit: 1).first {
      try today.cash.decide(first.id, approved: true, because: "")
    }
  }

  /// The same records at another time, in another's name.
  func records(_ records: Records, at time: Timestamp, by account: AccountID) -> Records {
    Records(
      records.transaction,
      author: .init(account: account, hospital: records.author.hospital, now: time, ids: records.author.ids))
  }

  /// Closes the account of a stay; what is open stays on it, waived.
  private func stampClose(_ admission: AdmissionID, _ then: Records) throws {
    for item in try then.checkOuts.items(of: admission) where item.isOpen {
      try then.checkOuts.waive(item, of: admission, because: "on account, paid by instalments")
    }
    try then.checkOuts.stamp(.close, on: admission)
    try then.admissions.setStatus(.completed, of: admission, because: "account closed")
  }

  private static let services: [(String, String, PriceCategory, Int64)] = [
    ("CON", "Consultation", .consultation, 150_00), ("LAB-CBC", "Full blood count", .laboratory, 22_25),
    ("LAB-CRP", "C-reactive protein", .laboratory, 18_40), ("IMG-XR", "X-ray, 2 views", .imaging, 95_00),
    ("IMG-CT", "CT scan", .imaging, 420_00), ("PRO-SUT", "Wound suture", .procedure, 130_00),
    ("PRO-PHY", "Physiotherapy, session", .procedure, 65_00), ("SUP-DRS", "Dressing pack", .supply, 12_90),
    ("SUP-IV", "Infusion set", .supply, 9_75),
  ]
}
