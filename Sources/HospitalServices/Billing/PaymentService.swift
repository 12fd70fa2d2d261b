import HospitalDomain
import HospitalRecords

/// Payments, deposits and what is kept for patients. Nothing of it is ever changed.
package struct PaymentService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// What is kept for a patient and promised to nobody.
  package func kept(for patient: PatientID) throws -> Money {
    try session.look(.seeInvoices) { try $0.cash.kept(for: patient) }
  }

  /// Takes a payment on an issued invoice. What is more than due is kept as the patient's credit, if that was said.
  package func pay(_ id: ListedInvoice.ID, _ entry: PaymentEntry) throws -> DoneAct {
    let invoices = InvoiceService(session)
    let before = try session.prepare(.takePayment, on: invoices.subject) { try invoices.expected(id, in: $0) }
    return try session.perform(.takePayment, on: invoices.subject(before), as: .create) { records in
      let now = try invoices.expected(id, in: records)
      let (invoice, patient) = (now.invoice, now.patient)
      guard invoice.status == "issued", invoice.balance > .zero else { throw Refusal.nothingDue(invoice) }
      let receipt = try entry.check(due: invoice.balance, credit: try records.cash.kept(for: patient.id))
      if receipt.method == .credit {
        try records.cash.use(receipt.applied, of: patient.id, on: id)
      } else {
        let shift = try shift(for: receipt, in: records)
        try records.cash.pay(id, receipt, in: shift)
        if receipt.kept > .zero { try records.cash.keep(receipt.kept, beyond: id, receipt, in: shift) }
      }
      let left = try invoice.balance - receipt.applied
      return DoneAct(Self.sentence(receipt, on: invoice.number ?? "the invoice", left: left))
    }
  }

  /// Takes a deposit, before an admission or during it; it is kept for the patient.
  package func deposit(for patient: PatientID, _ entry: PaymentEntry) throws -> DoneAct {
    let subject = AuditSubject(kind: "patient", id: patient.text, patient: patient)
    return try session.perform(.takePayment, on: subject, as: .create) { records in
      let name = try records.patientStanding(patient).name
      var entry = entry
      entry.keepsRest = true
      guard entry.method != .credit else {
        throw InvalidEntry(problems: [Misentry("a deposit comes from outside").at("method")])
      }
      let receipt = try entry.check(due: .zero, credit: .zero)
      try records.cash.keep(receipt.kept, for: patient, receipt, in: try shift(for: receipt, in: records))
      let change = receipt.change == .zero ? "" : "; change \(receipt.change)"
      let kept = try records.cash.kept(for: patient)
      return DoneAct("USD \(receipt.kept) is kept for \(name.listed), \(kept) in all\(change)")
    }
  }

  /// The shift that money goes into: needed for cash.
  private func shift(for receipt: Receipt, in records: Records) throws -> Identifier<CashShift>? {
    let shift = try records.cash.openShift()
    if receipt.method == .cash, shift == nil { throw Refusal.noShift }
    return shift?.id
  }

  private static func sentence(_ receipt: Receipt, on number: String, left: Money) -> String {
    var words = ["USD \(receipt.applied) by \(receipt.method.title) on \(number)"]
    words.append(left == .zero ? "it is paid" : "\(left) is left")
    if receipt.kept > .zero { words.append("\(receipt.kept) is kept as credit") }
    if receipt.change > .zero { words.append("change \(receipt.change)") }
    return words.joined(separator: "; ")
  }
}

extension Refusal {
  /// An invoice on which nothing is to be paid.
  static func nothingDue(_ invoice: PatientInvoice) -> Refusal {
    Refusal(
      code: "payment.nothingDue",
      sentence: invoice.status == "draft"
        ? "This draft is not issued yet; issue it first, or take a deposit."
        : "Nothing is due on \(invoice.number ?? "this invoice"); a deposit is taken at the till (More, Cash).")
  }
}
