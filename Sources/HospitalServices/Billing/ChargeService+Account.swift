import HospitalDomain
import HospitalRecords

extension ChargeService {
  /// The account of a stay within a transaction.
  func account(of admission: AdmissionID, in records: Records) throws -> StayAccount {
    guard let checkOut = try records.checkOuts.checkOut(admission) else { throw Refusal.noSuchAdmission }
    return StayAccount(
      admission: checkOut.admission, patient: checkOut.patient,
      insurer: try records.patients.insurer(of: checkOut.patient.id),
      charges: try records.charges.unbilled(of: admission),
      expected: try expected(checkOut.admission, in: records), invoices: try records.invoices.all(of: admission),
      rates: try records.prices.rates(), kept: try records.cash.kept(for: checkOut.patient.id),
      movements: try records.cash.movements(of: checkOut.patient.id))
  }

  /// Nights that were spent and are not charged yet, and those that are expected: what the stay will come to besides. Of
  /// one who has left, nights that got a price only since.
  private func expected(_ admission: Admission, in records: Records) throws -> [Charge] {
    let isOpen = admission.status.isOpen
    guard isOpen || admission.status == .discharged else { return [] }
    let end = isOpen ? max(admission.expectedDischarge ?? records.now, records.now) : records.now
    return try records.nights(of: admission.id, isOver: true, at: end, clock: clock).map { run in
      Charge(
        id: ChargeID("night \(run.stay) \(run.first)"), servedOn: run.date, code: run.price.code, item: run.price.item,
        category: .room, quantity: run.count, unit: run.price.unit ?? .zero, isEstimate: true)
    }
  }
}

extension Records {
  /// Charges the nights of a stay that are due and not charged yet.
  ///
  /// - Parameter isOver: whether the patient has left.
  func chargeNights(of admission: AdmissionID, isOver: Bool, clock: LocalTime) throws {
    for run in try dueNights(of: admission, isOver: isOver, clock: clock) {
      try charges.add(
        run.price, quantity: run.count, on: run.date, to: admission, night: (stay: run.stay, first: run.first))
    }
  }

  /// The nights of a stay that are due and not charged yet.
  ///
  /// - Parameter isOver: whether the patient has left.
  func dueNights(of admission: AdmissionID, isOver: Bool, clock: LocalTime) throws -> [RoomNights.Run] {
    try nights(of: admission, isOver: isOver, at: now, clock: clock)
  }

  /// The nights of a stay that are not charged yet and will be due at a time.
  fileprivate func nights(of admission: AdmissionID, isOver: Bool, at time: Timestamp, clock: LocalTime) throws
    -> [RoomNights.Run]
  {
    let stays = try charges.nights(of: admission)
    return RoomNights.due(stays, isOver: isOver, now: time, clock: clock, prices: try prices.nights(of: stays))
  }
}
