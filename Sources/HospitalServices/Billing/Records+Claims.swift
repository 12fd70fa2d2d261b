import HospitalDomain
import HospitalRecords

extension Records {
  /// Charges the services of a claim to a stay, issues their invoice as it was billed at the source, and records what was
  /// paid of it there. The number is the next of the year in which it is taken over.
  func take(
    _ found: SyntheaClaims.Found, of id: String, for patient: PatientID, in admission: AdmissionID, clock: LocalTime
  ) throws -> ListedInvoice.ID {
    let then = at(found.billedAt)
    let lines = try found.claim.lines.map { line in
      (charge: try then.charge(line, to: admission), tax: Money.zero, insurer: line.insurer)
    }
    let invoice = try then.invoices.draft(of: lines, for: patient, in: admission)
    try then.invoices.issue(
      Identifier(invoice), year: clock.date(of: now).year,
      due: clock.date(of: found.billedAt).adding(days: InvoiceRule.daysToPay))
    let parts = [("insurer", found.standing.insurerPaid), ("transfer", found.standing.patientPaid)]
    for (method, amount) in parts where amount > .zero {
      try then.invoices.pay(Identifier(invoice), amount.cents, by: method, reference: "claim \(id)")
    }
    if try then.invoices.listed(invoice)?.invoice.balance == .zero {
      try then.invoices.settle(Identifier(invoice), as: "balanced", because: "paid at the source")
    }
    return invoice
  }

  /// The same records at another time: what happened in the past is recorded as of then.
  func at(_ time: Timestamp) -> Records {
    Records(
      transaction, author: .init(account: author.account, hospital: author.hospital, now: time, ids: author.ids))
  }

  private func charge(_ line: ImportedClaim.Line, to admission: AdmissionID) throws -> Charge {
    let service = line.service
    let price = Price(
      id: newIdentifier(), code: service.code, item: service.item, category: service.category, unit: service.unit,
      validFrom: service.servedOn)
    let id = try charges.add(price, quantity: service.quantity, on: service.servedOn, to: admission)
    if line.discount > .zero { try charges.discount(id, by: line.discount, because: "not claimed at the source") }
    return Charge(
      id: id, servedOn: service.servedOn, code: service.code, item: service.item, category: service.category,
      quantity: service.quantity, unit: service.unit, discount: line.discount)
  }
}
