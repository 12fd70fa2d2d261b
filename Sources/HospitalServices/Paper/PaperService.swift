import HospitalDomain
import HospitalRecords
import PaperKit

/// Printing (I5): who printed what, and where to, stands in the audit trail before anything leaves.
package struct PaperService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Whether there is a file already where an order leads.
  package func isThere(_ order: PaperOrder) -> Bool { session.workplace.press.isThere(order) }

  /// Prints one document.
  ///
  /// - Returns: what happened: `Invoice INV-2026-0417 went to INV-2026-0417.pdf`.
  package func send(
    _ subject: PaperSubject, _ order: PaperOrder, isStopped: @Sendable () -> Bool = { false }
  ) throws -> String {
    let document = try document(subject, for: order)
    let place = try session.workplace.press.deliver(document, order, isStopped)
    return "\(document.title) \(document.number) went \(place)"
  }

  /// A document as it is now; the printing stands in the audit trail.
  package func document(_ subject: PaperSubject, for order: PaperOrder) throws -> PaperDocument {
    switch subject {
    case .invoice(let id): try invoice(id, order)
    case .receipt(let id): try receipt(id, order)
    case .creditNote(let id): try creditNote(id, order)
    case .dischargeSummary(let id): try dischargeSummary(id, order)
    case .label(let id): try medicine(id, order) { try $0.label() }
    case .leaflet(let id): try medicine(id, order) { try $0.leaflet() }
    }
  }

  private func invoice(_ id: ListedInvoice.ID, _ order: PaperOrder) throws -> PaperDocument {
    let invoices = InvoiceService(session)
    let subject = invoices.subject(
      try session.prepare(.printAccount, on: invoices.subject) { try invoices.expected(id, in: $0) })
    return try session.perform(.printAccount, on: subject, because: order.words) { records in
      try InvoicePaper(
        try invoices.expected(id, in: records), try records.invoices.detail(of: id), issue: issue(at: records.now)
      ).document()
    }
  }

  private func receipt(_ id: Identifier<Receipt>, _ order: PaperOrder) throws -> PaperDocument {
    let receipt = try session.look(.printAccount) { try $0.papers.receipt(id) }
    guard let receipt else { throw Refusal.noSuchInvoice }
    let subject = AuditSubject(kind: "receipt", id: id.text, patient: receipt.patient.id)
    return try session.perform(.printAccount, on: subject, because: order.words) { records in
      receipt.document(issue(at: records.now))
    }
  }

  private func creditNote(_ id: Identifier<CreditNote>, _ order: PaperOrder) throws -> PaperDocument {
    let note = try session.look(.printAccount) { try $0.papers.creditNote(id) }
    guard let note else { throw Refusal.noSuchInvoice }
    let subject = AuditSubject(kind: "credit_note", id: id.text, patient: note.patient.id)
    return try session.perform(.printAccount, on: subject, because: order.words) { records in
      try note.document(issue(at: records.now))
    }
  }

  private func dischargeSummary(_ id: AdmissionID, _ order: PaperOrder) throws -> PaperDocument {
    let checkOuts = CheckOutService(session)
    let subject = checkOuts.subject(id, try checkOuts.patient(of: id, before: .printDischarge))
    return try session.perform(.printDischarge, on: subject, because: order.words) { records in
      let checkOut = try checkOuts.expected(id, in: records)
      let allergies = try records.patients.row(checkOut.patient.id)?.details.allergies ?? .unknown
      return try DischargePaper(checkOut, allergies: allergies, issue: issue(at: records.now)).document()
    }
  }

  func issue(at now: Timestamp) -> PaperIssue {
    PaperIssue(
      hospital: session.hospital, printedAt: now, printedBy: session.account.fullName,
      clock: session.workplace.localTime)
  }
}
