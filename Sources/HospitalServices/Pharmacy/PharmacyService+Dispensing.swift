import HospitalDomain
import HospitalRecords

/// Dispensing in whole or in part, putting back and handing over (M4).
extension PharmacyService {
  /// What a pharmacist looks at before verifying and dispensing.
  package func preparation(of id: String) throws -> Preparation {
    try session.look(.workPrescriptions) { records in
      let queued = try records.pharmacy.expectedQueued(id)
      return Preparation(
        items: try records.pharmacy.dispenseItems(of: queued, on: clock.date(of: records.now)),
        dispensed: try records.pharmacy.dispensedLots(of: queued), prepared: try records.pharmacy.prepared(of: id),
        checks: try checks(of: queued, in: records))
    }
  }

  /// What speaks against a prescription of the queue, and what was passed of it, for whoever may read the patient's record and
  /// has looked at the allergies.
  package func checks(of id: String) throws -> PrescriptionChecks {
    try session.lookAgain(.readPatient, of: \.patient) { records in
      let queued = try records.pharmacy.expectedQueued(id)
      return (patient: queued.patient.id, checks: try checks(of: queued, in: records))
    }.checks
  }

  private func checks(of queued: QueuedPrescription, in records: Records) throws -> PrescriptionChecks {
    PrescriptionChecks(
      report: queued.prescription.goesOn ? try records.pharmacy.findings(of: queued.id) : nil,
      passed: try records.prescribing.overrides(of: queued.id))
  }

  /// Dispenses so much of each item: from the lot that expires first, unless one is in hand; and charges it to the stay.
  ///
  /// - Throws: a `Refusal` when too little is there, a lot has expired, or a second person has to sign; nothing is taken then.
  package func dispense(_ id: String, _ entries: [DispenseEntry], signedBy signature: SecondSignature? = nil) throws
    -> DoneAct
  {
    let wanted = entries.filter { $0.quantity != 0 || $0.instead != nil }
    guard !wanted.isEmpty else { throw Refusal.nothingToDispense }
    let second = try signer(signature)
    var given: [String] = []
    let words = second.map { "signed by \($0.account.username) too" } ?? ""
    let queued = try act(on: id, because: words) { records, queued in
      try second?.sign(in: records)
      let number = queued.prescription.number
      try checkStanding(queued, in: records)
      _ = try PharmacyStageRule.check(.dispensePart, on: number, at: queued.work.stage)
      let items = try records.pharmacy.dispenseItems(of: queued, on: clock.date(of: records.now))
      for (place, entry) in entries.enumerated() where wanted.contains(entry) {
        guard let item = items.first(where: { $0.id == entry.item }) else { throw Refusal.changedMeanwhile }
        do {
          given.append(try give(entry, of: item, queued, second: second?.account.id, in: records))
        } catch let refusal as Refusal {
          throw refusal.ofEntry(place)
        }
      }
      let owed = DispenseRule.owed(items, giving: wanted)
      let next = try PharmacyStageRule.check(
        owed.isEmpty ? .dispenseRest : .dispensePart, on: number, at: queued.work.stage)
      try records.pharmacy.move(queued, to: next, because: owed)
      try records.pharmacy.letGo(id)
    }
    return DoneAct(
      "\(name(queued)) dispensed: \(given.joined(separator: "; "))",
      otherWay: "What is dispensed is not undone: b puts Rx \(queued.prescription.number) back on the shelf.")
  }

  /// Gives so much of an item out of the shelf; in words, with the lots.
  private func give(
    _ entry: DispenseEntry, of item: DispenseItem, _ queued: QueuedPrescription, second: AccountID?, in records: Records
  ) throws -> String {
    try DispenseRule.check(entry, of: item)
    guard let pharmacy = queued.work.pharmacy else { throw Refusal.noSuchPrescription }
    let medication = entry.instead ?? item.medication
    guard let priced = try records.pharmacy.priced(medication) else { throw Refusal.noSuchLot }
    if medication != item.medication {
      if let prescribed = try records.pharmacy.priced(item.medication) {
        try DispenseRule.check(
          giving: priced.title, isControlled: priced.isControlled, insteadOf: prescribed.title,
          thatIsControlled: prescribed.isControlled)
        try DispenseRule.check(giving: priced.strength, insteadOf: prescribed.strength, taken: item.directions)
      }
      try DispenseRule.check(
        giving: priced.title, try records.pharmacy.findings(giving: medication, for: item.id, of: queued.id),
        insteadOf: try records.pharmacy.findings(giving: item.medication, for: item.id, of: queued.id))
    }
    try DispenseRule.checkSigned(
      priced.title, isControlled: priced.isControlled, by: session.account.id, and: second)
    let (today, purpose) = (clock.date(of: records.now), StockPurpose.prescription(item.id))
    let taken: [StockTaken]
    let scanned =
      entry.lotNumber.isEmpty
      ? nil : try records.pharmacy.lot(numbered: entry.lotNumber, of: medication, at: pharmacy, on: today)
    if let lot = entry.lot ?? scanned {
      taken = [try records.pharmacy.take(entry.quantity, from: lot, for: purpose, on: today)]
    } else {
      taken = try records.pharmacy.take(entry.quantity, of: medication, at: pharmacy, for: purpose, on: today)
    }
    let charge = try charge(
      Int64(entry.quantity) * priced.unitPrice, "\(priced.title), \(entry.quantity)", queued, in: records)
    for share in taken {
      try records.pharmacy.note(
        share, for: item.id, of: queued, because: entry.reason, charge: charge,
        second: priced.isControlled ? second : nil)
    }
    let lots = taken.map { "\($0.quantity) of lot \($0.lot.number)" }.joined(separator: ", ")
    return "\(priced.title) \(lots)"
  }

  /// Charges what was given to the stay; nil where there is none to charge it to, or it costs nothing.
  private func charge(_ cents: Int64, _ item: String, _ queued: QueuedPrescription, in records: Records) throws
    -> ChargeID?
  {
    guard cents > 0, let stay = try records.pharmacy.chargedStay(of: queued.id) else { return nil }
    let today = clock.date(of: records.now)
    let price = Price(
      id: records.newIdentifier(), code: "RX-\(queued.prescription.number)", item: item, category: .medication,
      unit: Money(cents: cents), validFrom: today)
    return try records.charges.add(price, quantity: 1, on: today, to: stay)
  }

  /// Puts back what was dispensed of a prescription, all of it, with a reason; what was charged and not billed is cancelled.
  package func putBack(_ id: String, because reason: String) throws -> DoneAct {
    try putBack(id, nil, because: reason)
  }

  /// Puts back so much of each lot; `part` nil for everything that is out.
  ///
  /// - Parameter signature: the second person's, who accounts for a controlled drug when it comes back too.
  package func putBack(
    _ id: String, _ part: [ReturnEntry]?, because reason: String, signedBy signature: SecondSignature? = nil
  ) throws -> DoneAct {
    if let part { try DispenseRule.check(returning: part) }
    let words = try WrittenReason.read(reason, to: "put medicine back on the shelf")
    let queued = try found(id, before: .workPrescriptions)
    let second = try signer(signature)
    try session.perform(.workPrescriptions, on: subject(queued), as: .update, because: words) { records in
      try second?.sign(in: records)
      let now = try records.pharmacy.expectedQueued(id)
      let number = now.prescription.number
      guard [.partDispensed, .ready, .handedOver].contains(now.work.stage) else {
        throw Refusal.nothingToPutBack(number)
      }
      // What was handed over, or stopped meanwhile, goes no further at the pharmacy; what is left of it goes back all the same.
      let goesOn = now.work.stage != .handedOver && now.prescription.goesOn
      if goesOn {
        try checkLive(now)
        try take(now, in: records)
      }
      let out = try records.pharmacy.dispensedLots(of: now)
      let back = part ?? out.map { ReturnEntry($0.item, from: $0.lot, $0.quantity) }
      guard back.contains(where: { $0.quantity != 0 }) else { throw Refusal.nothingToPutBack(number) }
      let charges = try records.pharmacy.openCharges(of: now)
      let today = clock.date(of: records.now)
      for (place, one) in back.enumerated() where one.quantity != 0 {
        do {
          try putBack(one, of: now, because: words, second: second?.account.id, on: today, in: records)
        } catch let refusal as Refusal {
          throw refusal.ofEntry(place)
        }
      }
      try recharge(now, charges, because: words, in: records)
      if goesOn {
        let isAll = try records.pharmacy.dispensedLots(of: now).isEmpty
        let next = try PharmacyStageRule.check(isAll ? .putBackAll : .putBackPart, on: number, at: now.work.stage)
        try records.pharmacy.move(now, to: next, because: words)
        try records.pharmacy.letGo(id)
      }
    }
    return DoneAct(
      "\(name(queued)) back on the shelf: \(words)",
      otherWay: queued.work.stage == .handedOver || !queued.prescription.goesOn
        ? "What came back is not undone: prescribe it anew."
        : "What went back is not undone: d dispenses Rx \(queued.prescription.number) again.")
  }

  private func putBack(
    _ entry: ReturnEntry, of queued: QueuedPrescription, because words: String, second: AccountID?,
    on day: CalendarDate, in records: Records
  ) throws {
    let movement = try records.pharmacy.putBack(
      entry.quantity, into: entry.lot, from: entry.item, because: words, on: day)
    guard let lot = try records.pharmacy.lot(entry.lot) else { throw Refusal.noSuchLot }
    if let medication = lot.item.medication, let priced = try records.pharmacy.priced(medication) {
      try DispenseRule.checkSigned(
        priced.title, isControlled: priced.isControlled, by: session.account.id, and: second)
    }
    try records.pharmacy.note(
      StockTaken(lot: lot, quantity: entry.quantity, movement: movement), for: entry.item, of: queued, isReturn: true,
      because: words, charge: nil, second: second)
  }

  /// Cancels what was charged for a prescription and charges what is still out.
  private func recharge(
    _ queued: QueuedPrescription, _ charges: [ChargeID], because words: String, in records: Records
  ) throws {
    guard !charges.isEmpty else { return }
    for charge in charges { try records.charges.cancel(charge, because: words) }
    // What was given, which may be something else than was prescribed, by its own price.
    var left: [(title: String, unitPrice: Int64, quantity: Int)] = []
    for lot in try records.pharmacy.dispensedLots(of: queued) {
      if let place = left.firstIndex(where: { $0.title == lot.title && $0.unitPrice == lot.unitPrice }) {
        left[place].quantity += lot.quantity
      } else {
        left.append((lot.title, lot.unitPrice, lot.quantity))
      }
    }
    for one in left {
      _ = try charge(Int64(one.quantity) * one.unitPrice, "\(one.title), \(one.quantity)", queued, in: records)
    }
  }

  /// Hands over what is prepared; when that was all, the prescription is complete. Its refills are
  /// renewals, prescriptions of their own.
  package func handOver(_ id: String, to receiver: String) throws -> DoneAct {
    guard let receiver = try? SafeText.requiredLine(receiver, limit: 120, hint: "write who") else {
      throw Refusal.reasonNeeded(for: "say who collects it")
    }
    let queued = try act(on: id, because: "to \(receiver)") { records, queued in
      let number = queued.prescription.number
      try checkStanding(queued, isPrepared: true, in: records)
      guard try records.pharmacy.isToCollect(id) else { throw Refusal.nothingToHandOver(number) }
      try records.pharmacy.handOver(queued, to: receiver)
      if queued.work.stage == .ready {
        let next = try PharmacyStageRule.check(.handOver, on: number, at: queued.work.stage)
        try records.pharmacy.move(queued, to: next, because: "to \(receiver)")
        try records.pharmacy.complete(id)
      }
      try records.pharmacy.letGo(id)
    }
    return DoneAct(
      "\(name(queued)) handed over to \(receiver)",
      otherWay: "A hand-over is not undone: b puts back what comes back of Rx \(queued.prescription.number).")
  }

  /// What can be collected for patients in the wards, all of it; the longest first.
  package func toCollect() throws -> [QueuedPrescription] {
    try session.look(.seePrescriptions) { try $0.pharmacy.toCollect() }
  }

  /// What is prepared of prescriptions that go no further; the longest first.
  package func toPutBack() throws -> [QueuedPrescription] {
    try session.look(.workPrescriptions) { try $0.pharmacy.toPutBack() }
  }

  /// The second person who signs; nil where nobody's name was typed.
  func signer(_ signature: SecondSignature?) throws -> Signer? {
    guard let signature, !signature.username.isEmpty else { return nil }
    let signer = try SignInService(session.workplace).signer(signature, besides: session)
    guard signer.account.id != session.account.id else { throw Refusal.secondIsSame }
    guard Permission.countersign.allows(signer.account.role) else {
      throw Refusal.secondMayNotSign(signer.account.role)
    }
    return signer
  }
}
