import HospitalDomain
import HospitalRecords

extension InvoiceService {
  /// Draws up a draft of everything that is charged to a stay, is not waived and stands on no invoice; of a stay that runs, an interim
  /// invoice of the nights until now.
  package func draft(for admission: AdmissionID) throws -> DoneAct {
    let charges = ChargeService(session)
    let before = try charges.standing(admission, before: .issueInvoice)
    let (sentence, id) = try session.perform(.issueInvoice, on: charges.subject(before), as: .create) { records in
      let (id, total) = try draft(for: admission, in: records)
      return ("A draft for \(before.patient.name.listed) is drawn up: USD \(total)", id)
    }
    return DoneAct(sentence) { try InvoiceService($0).cancelDraft(id, because: "undo") }
  }

  func draft(for admission: AdmissionID, in records: Records) throws -> (ListedInvoice.ID, Money) {
    let charges = ChargeService(session)
    let account = try charges.account(of: admission, in: records)
    // Of a closed account only what a credit note took back is billed again: nothing new is charged to it.
    if account.admission.status != .completed {
      try charges.checkOpen(account)
      try records.chargeNights(of: admission, isOver: !account.admission.status.isOpen, clock: clock)
    }
    let billable = try records.charges.billable(of: admission)
    guard !billable.isEmpty else { throw Refusal.nothingToBill(account.patient.name) }
    let id = try records.invoices.draft(
      of: billable, tax: account.rates.tax, insurer: account.rates.share(of: account.insurer),
      for: account.admission.patient, in: admission)
    return (id, try expected(id, in: records).invoice.total)
  }

  /// Takes a draft back; what stands on it is on no invoice again.
  ///
  /// - Parameter asError: whether it should never have been made, of the wrong stay, say (FHIR `entered-in-error`).
  package func cancelDraft(_ id: ListedInvoice.ID, asError: Bool = false, because reason: String) throws -> DoneAct {
    let before = try session.prepare(.issueInvoice, on: subject) { try expected(id, in: $0) }
    let words = try CheckOutService.reason(reason, to: asError ? "strike out a draft" : "cancel a draft")
    return try session.perform(.issueInvoice, on: subject(before), as: .update, because: words) { records in
      let now = try expected(id, in: records)
      try InvoiceRule.checkCancel(now.invoice)
      try records.invoices.settle(Identifier(id), as: asError ? "entered-in-error" : "cancelled", because: words)
      return DoneAct("The draft for \(now.patient.name.listed) is \(asError ? "struck out" : "cancelled")")
    }
  }

  /// Issues a draft with the next number of the year. Its lines are frozen from then on.
  package func issue(_ id: ListedInvoice.ID) throws -> DoneAct {
    let before = try session.prepare(.issueInvoice, on: subject) { try expected(id, in: $0) }
    return try session.perform(.issueInvoice, on: subject(before), as: .update) { records in
      DoneAct(try issue(id, in: records))
    }
  }

  @discardableResult
  func issue(_ id: ListedInvoice.ID, in records: Records) throws -> String {
    let draft = try expected(id, in: records)
    try InvoiceRule.checkIssue(draft.invoice, lines: try records.invoices.lines(of: id).count)
    let today = clock.date(of: records.now)
    let due = today.adding(days: InvoiceRule.daysToPay)
    let number = try records.invoices.issue(Identifier(id), year: today.year, due: due)
    let total = draft.invoice.total
    if total == .zero { try records.invoices.settle(Identifier(id), as: "balanced", because: "nothing to pay") }
    return "\(number) is issued to \(draft.patient.name.listed): USD \(total), due \(due)"
  }

  /// Takes back what an issued invoice asks for, by a credit note with a number of its own.
  ///
  /// - Parameter amount: how much; nil for all of it, which cancels the invoice.
  package func credit(_ id: ListedInvoice.ID, _ amount: Money?, because reason: String) throws -> DoneAct {
    let before = try session.prepare(.creditInvoice, on: subject) { try expected(id, in: $0) }
    let words = try CheckOutService.reason(reason, to: "issue a credit note")
    return try session.perform(.creditInvoice, on: subject(before), as: .update, because: words) { records in
      let now = try expected(id, in: records)
      let parts = try InvoiceRule.credit(
        amount, of: now.invoice, lines: try records.invoices.lines(of: id))
      let number = try records.invoices.credit(
        parts, of: id, year: clock.date(of: records.now).year, because: words)
      let total = try Money.total(parts.map(\.amount))
      return DoneAct("\(number) takes USD \(total) back of \(now.invoice.number ?? "the invoice")")
    }
  }
}
