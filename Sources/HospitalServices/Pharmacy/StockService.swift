import HospitalDomain
import HospitalRecords

/// The stock of the pharmacies: what is there, where, and how long it keeps; received, counted, moved and written off (M5).
package struct StockService: Sendable {
  /// The most lots that the list shows.
  package static let mostShown = 1_000
  /// The most movements of a lot that are told of.
  package static let mostMovements = 50

  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  var today: CalendarDate { session.workplace.today }

  /// Every lot that has something in it, and what is kept and has nothing left.
  package func list() throws -> StockReport {
    try session.look(.seeStock) { try $0.pharmacy.stock(on: today, limit: Self.mostShown) }
  }

  /// The last movements of a lot, the newest first.
  package func movements(of lot: StockLotID) throws -> [StockMovement] {
    try session.look(.seeStock) { try $0.pharmacy.movements(of: lot, limit: Self.mostMovements) }
  }

  /// What is used of an item in a week, what is ordered and in drafts, and how much more of it to order now.
  package func use(of line: StockLine) throws -> (perWeek: Int, ordered: Int, drafted: Int, suggestion: Int) {
    try session.look(.seeStock) { records in
      let used = try records.pharmacy.used(line.item, at: line.pharmacy, since: today.adding(days: -27))
      let coming = try records.pharmacy.coming(line.item, to: line.pharmacy)
      let suggestion = OrderRule.suggestion(
        used: used, available: line.available, coming: coming.ordered + coming.drafted, minimum: line.minimum ?? 0)
      return (OrderRule.perWeek(used), coming.ordered, coming.drafted, suggestion)
    }
  }

  /// The pharmacies that stock is kept at.
  package func pharmacies() throws -> [PharmacyLine] {
    try session.look(.seeStock) { try $0.pharmacyDirectory.all() }
  }

  /// What can be received, as it is typed: medications and supplies with their titles.
  package func items(_ typed: String) throws -> [(id: StockItemID, title: String)] {
    try session.look(.seeStock) { records in
      let words = TextFolding.words(typed)
      let supplies = try records.pharmacy.supplies().filter { row in
        let parts = TextFolding.words("\(row.supply.title) \(row.supply.code)")
        return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
      }
      let medications = try records.medications.search(typed, limit: 50).medications
      return medications.map { (.medication($0.id), $0.medication.title) }
        + supplies.prefix(50).map { (.supply($0.id), $0.supply.title) }
    }
  }

  /// Takes goods in without an order.
  package func receive(
    _ quantity: Int, of item: StockItemID, at pharmacy: PharmacyID, lot: String, expires: CalendarDate, shelf: String
  ) throws -> DoneAct {
    let (sentence, made) = try session.perform(.moveStock, on: subject("stock_lot", lot), as: .create) { records in
      try records.refuseOtherExpiry(of: lot, item, at: pharmacy, than: expires)
      let made = try records.pharmacy.receive(
        quantity, of: item, at: pharmacy, lot: lot, expires: expires, shelf: shelf, on: today)
      return ("\(quantity) of \(try records.pharmacy.title(of: item)) are in stock, lot \(lot).", made)
    }
    return DoneAct(sentence, otherWay: Self.ledgerStands, made: made.text)
  }

  /// Records a count of a lot. What is other than it should be needs a reason.
  ///
  /// - Parameters:
  ///   - seen: the level that stood on the screen; another one by now is told, and nothing is recorded.
  ///   - signature: the second person's, who counts a controlled drug too.
  package func count(
    _ counted: Int, of id: StockLotID, seen: Int, because reason: String, signedBy signature: SecondSignature? = nil
  ) throws -> DoneAct {
    let second = try PharmacyService(session).signer(signature)
    return try act(on: id, reason: counted == seen ? nil : (reason, "correct the level")) { records, lot, reason in
      guard lot.quantity == seen else { throw Refusal.changedMeanwhile }
      try checkSigned(lot, by: second, in: records)
      try records.pharmacy.count(counted, of: lot, because: reason, signedBy: second?.account.id, on: today)
      let change = counted - seen
      return change == 0
        ? "Lot \(lot.number) was counted and is right: \(counted)."
        : "Lot \(lot.number) is corrected by \(change > 0 ? "+" : "")\(change) to \(counted)."
    }
  }

  /// Writes some of a lot off, or sends it back to the supplier.
  ///
  /// - Parameter signature: the second person's, who accounts for a controlled drug too.
  package func writeOff(
    _ quantity: Int, of id: StockLotID, toSupplier: Bool, because reason: String,
    signedBy signature: SecondSignature? = nil
  ) throws -> DoneAct {
    let second = try PharmacyService(session).signer(signature)
    return try act(on: id, reason: (reason, toSupplier ? "send it back" : "write it off")) { records, lot, reason in
      try checkSigned(lot, by: second, in: records)
      try records.pharmacy.writeOff(
        quantity, of: lot, toSupplier: toSupplier, because: reason, signedBy: second?.account.id, on: today)
      return "\(quantity) of lot \(lot.number) are \(toSupplier ? "sent back" : "written off")."
    }
  }

  /// Sends some of a lot to another pharmacy.
  package func transfer(_ quantity: Int, of id: StockLotID, to pharmacy: PharmacyID, shelf: String) throws -> DoneAct {
    try act(on: id, otherWay: "What was sent on is not undone: t sends it back from there.") { records, lot, _ in
      try records.pharmacy.transfer(quantity, of: lot, to: pharmacy, shelf: shelf, on: today)
      return "\(quantity) of lot \(lot.number) are sent on."
    }
  }

  /// Gives some of a lot to a ward.
  package func issue(_ quantity: Int, of id: StockLotID, to ward: String) throws -> DoneAct {
    try act(
      on: id, reason: (ward, "say which ward gets it"),
      otherWay: "What a ward was given is not undone: what comes back is counted in (c)."
    ) { records, lot, ward in
      try records.pharmacy.take(quantity, from: lot.id, for: .ward(ward), on: today)
      return "\(quantity) of lot \(lot.number) go to \(ward)."
    }
  }

  /// Lays a lot on another shelf.
  ///
  /// - Parameter seen: the shelf that stood on the screen; another one by now is told, and nothing is recorded.
  package func shelve(_ id: StockLotID, on shelf: String, seen: String) throws -> DoneAct {
    try act(on: id, otherWay: "A shelf is not undone: h lays the lot on another.") { records, lot, _ in
      guard lot.shelf == seen else { throw Refusal.changedMeanwhile }
      try records.pharmacy.shelve(lot, on: shelf, day: today)
      return "Lot \(lot.number) lies on \(shelf)."
    }
  }

  /// Sets the level at which more of an item is ordered.
  ///
  /// - Parameter seen: the level that stood on the screen; another one by now is told, and nothing is set.
  package func setMinimum(
    _ minimum: Int, of item: StockItemID, at pharmacy: PharmacyID, seen: Int?, because reason: String
  ) throws -> DoneAct {
    let reason = try WrittenReason.read(reason, to: "set the minimum")
    let subject = subject("stock_minimum", item.text)
    let sentence = try session.perform(.moveStock, on: subject, as: .update, because: reason) { records in
      guard try records.pharmacy.minimum(of: item, at: pharmacy) == seen else { throw Refusal.changedMeanwhile }
      try records.pharmacy.setMinimum(minimum, of: item, at: pharmacy, because: reason)
      return "More of \(try records.pharmacy.title(of: item)) is ordered at \(minimum)."
    }
    return DoneAct(sentence, otherWay: "A minimum is not undone: l sets another.")
  }

  /// Refuses to account for a controlled drug alone; the second person signs.
  private func checkSigned(_ lot: StockLot, by second: Signer?, in records: Records) throws {
    try second?.sign(in: records)
    guard let medication = lot.item.medication, let priced = try records.pharmacy.priced(medication) else { return }
    try DispenseRule.checkSigned(
      priced.title, isControlled: priced.isControlled, by: session.account.id, and: second?.account.id)
  }

  /// Does something to a lot; a reason is read where one is asked for.
  private func act(
    on id: StockLotID, reason: (words: String, act: String)? = nil, otherWay: String = ledgerStands,
    _ act: (Records, StockLot, String) throws -> String
  ) throws -> DoneAct {
    let words = try reason.map { try WrittenReason.read($0.words, to: $0.act) } ?? ""
    let subject = subject("stock_lot", id.text)
    let sentence = try session.perform(.moveStock, on: subject, as: .update, because: words) { records in
      guard let lot = try records.pharmacy.lot(id) else { throw Refusal.noSuchLot }
      return try act(records, lot, words)
    }
    return DoneAct(sentence, otherWay: otherWay)
  }

  /// How a movement is put right: the ledger is only ever added to (M5).
  private static let ledgerStands = "Stock that moved is not undone: a count (c) puts the level right."

  func subject(_ kind: String, _ id: String) -> AuditSubject { AuditSubject(kind: kind, id: id) }
}

extension Records {
  /// A lot of the same number with another expiry is a mistyped date, more often than not.
  func refuseOtherExpiry(of lot: String, _ item: StockItemID, at pharmacy: PharmacyID, than day: CalendarDate) throws {
    if let other = try self.pharmacy.otherExpiry(of: lot, item, at: pharmacy, than: day) {
      throw Refusal.lotHasOtherExpiry(lot, other)
    }
  }
}
