import HospitalDomain
import HospitalServices

extension InvoiceActs {
  /// Why nothing can be printed of an invoice; nil when something can.
  package func printRefusal(_ invoice: PatientInvoice?) -> String? {
    if let refusal = session.refusal(of: .printAccount) { return refusal.sentence }
    guard let invoice else { return "Put the cursor on an invoice." }
    return invoice.number == nil ? Refusal.draftNotPrinted.sentence : nil
  }

  /// The form that prints an invoice, one of its receipts or one of its credit notes.
  package func printForm(_ listed: ListedInvoice) throws -> PrintForm {
    PrintForm(
      listed.invoice.number ?? "", subject: "invoice/\(listed.id)", try PaperService(session).choices(of: listed.id),
      about: session.banner(of: listed.patient.id), session: session)
  }

  /// The form that prints several invoices; drafts among them are left out.
  package func printForm(_ marked: [ListedInvoice]) throws -> PrintForm {
    let choices = marked.compactMap { listed in
      listed.invoice.number.map { PaperChoice(.invoice(listed.id), title: "Invoice \($0)", number: $0) }
    }
    guard !choices.isEmpty else { throw Refusal.draftNotPrinted }
    let drafts = marked.count - choices.count
    return PrintForm(
      Listing.count(choices.count, "invoice"), subject: "invoices/\(marked.map(\.id).joined(separator: ","))", choices,
      isBatch: true,
      leftOut: drafts == 0 ? "" : "; \(Listing.count(drafts, "draft")) left out", session: session)
  }
}
