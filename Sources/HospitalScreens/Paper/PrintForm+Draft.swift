import HospitalDomain
import HospitalServices

extension PrintForm {
  /// The form that a draft is of. Throws where its documents are gone or may not be seen.
  package init(of draft: Draft, session: Session) throws {
    let parts = draft.subject.split(separator: "/", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count > 1 ? parts[1] : "") {
    case ("receipts", _): self = try CashScreen(session).printForm()
    case ("label", let id): self = try PharmacyScreen.printForm(of: id, session: session)
    case ("discharge", let id): self = try CheckOutSheet(AdmissionID(id), session: session).printForm()
    case ("invoice", let id):
      self = try InvoiceActs(session: session).printForm(try InvoiceService(session).invoice(id))
    default:
      let ids = (parts.last ?? "").split(separator: ",").map(String.init)
      self = try InvoiceActs(session: session).printForm(try ids.map { try InvoiceService(session).invoice($0) })
    }
  }
}
