import HospitalDomain
import HospitalRecords

/// What is charged to stays (I1): nights by themselves, everything else by hand from the price list.
package struct ChargeService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The account of a stay: charges, estimate and invoices. The opening stands in the audit trail.
  package func account(of admission: AdmissionID) throws -> StayAccount {
    let patient = try session.look(.seeAccount) { try account(of: admission, in: $0) }.patient.id
    return try session.open(.seeAccount, of: patient) { try account(of: admission, in: $0) }
  }

  /// The account of a stay that was opened already, as it stands now.
  package func again(_ admission: AdmissionID) throws -> StayAccount {
    try session.lookAgain(.seeAccount, of: \.patient.id) { try account(of: admission, in: $0) }
  }

  /// Charges a service to a stay at the price of its day.
  package func charge(_ entry: ChargeEntry, to admission: AdmissionID) throws -> DoneAct {
    let before = try standing(admission, before: .recordCharge)
    let (sentence, id) = try session.perform(.recordCharge, on: subject(before), as: .update) { records in
      let now = try account(of: admission, in: records)
      try checkOpen(now)
      let price = try entry.check(
        try records.prices.list(), admitted: admitted(now), today: clock.date(of: records.now))
      let id = try records.charges.add(price, quantity: entry.quantity, on: entry.servedOn, to: admission)
      let amount = try (price.unit ?? .zero) * entry.quantity
      return ("\(entry.quantity) × \(price.item) is charged to \(now.patient.name.listed): USD \(amount)", id)
    }
    return DoneAct(sentence) { session in
      try ChargeService(session).cancel(id, because: "undo", permission: .recordCharge)
    }
  }

  /// Takes something off a charge that stands on no invoice, with a reason.
  package func discount(_ id: ChargeID, by amount: Money, because reason: String) throws -> DoneAct {
    let words = try CheckOutService.reason(reason, to: "give a discount")
    let (charge, account) = try unbilled(id, before: .discountCharge)
    return try session.perform(.discountCharge, on: subject(account), as: .update, because: words) { records in
      guard let now = try records.charges.unbilled(id)?.charge else { throw Refusal.chargeFixed(charge.item) }
      guard amount > .zero, amount <= now.amount else {
        throw Refusal.discountOutOfRange(now.item, left: now.amount)
      }
      try records.charges.discount(id, by: amount, because: words)
      return DoneAct("USD \(amount) is taken off \(now.item) for \(account.patient.name.listed)")
    }
  }

  /// Cancels a charge that stands on no invoice, with a reason.
  package func cancel(_ id: ChargeID, because reason: String) throws -> DoneAct {
    try cancel(id, because: try CheckOutService.reason(reason, to: "cancel a charge"), permission: .discountCharge)
  }

  private func cancel(_ id: ChargeID, because reason: String, permission: Permission) throws -> DoneAct {
    let (charge, account) = try unbilled(id, before: permission)
    return try session.perform(permission, on: subject(account), as: .update, because: reason) { records in
      guard try records.charges.unbilled(id) != nil, charge.category != .room else {
        throw Refusal.chargeFixed(charge.item)
      }
      try records.charges.cancel(id, because: reason)
      return DoneAct("\(charge.item) is no longer charged to \(account.patient.name.listed)")
    }
  }

  private func unbilled(_ id: ChargeID, before permission: Permission) throws -> (Charge, StayAccount) {
    try session.prepare(permission, on: { subject($0.1) }) { records in
      guard let found = try records.charges.unbilled(id) else { throw Refusal.chargeFixed("This charge") }
      return (found.charge, try account(of: found.admission, in: records))
    }
  }

  func checkOpen(_ account: StayAccount) throws {
    switch account.admission.status {
    case .completed, .cancelled, .enteredInError: throw Refusal.accountClosed(account.patient.name)
    case .planned, .inProgress, .onHold, .discharged: break
    }
  }

  /// The account that an act is done to, as it is before. Refuses those who may not do it.
  func standing(_ admission: AdmissionID, before permission: Permission) throws -> StayAccount {
    try session.prepare(permission, on: subject) { try account(of: admission, in: $0) }
  }

  var clock: LocalTime { session.workplace.localTime }

  func subject(_ account: StayAccount) -> AuditSubject {
    AuditSubject(kind: "admission", id: account.admission.id.text, patient: account.patient.id)
  }

  private func admitted(_ account: StayAccount) -> CalendarDate {
    account.admission.admittedAt.map { clock.date(of: $0) } ?? .earliest
  }
}
