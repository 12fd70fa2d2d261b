import HospitalDomain
import HospitalServices

extension Contender {
  /// Issues drafts, one act each; the answer is their numbers.
  func issue(_ drafts: [String]) throws -> String {
    let service = InvoiceService(session)
    return try drafts.map { draft in
      _ = try service.issue(draft)
      return try service.invoice(draft).invoice.number ?? ""
    }.joined(separator: " ")
  }

  /// Takes a payment; what is more than due is kept for the patient.
  func pay(_ invoice: String, _ cents: Int64, by method: String) throws -> String {
    let way = PaymentMethod(rawValue: method)
    let entry = PaymentEntry(
      way, Money(cents: cents), reference: way?.needsReference == true ? "A race" : "", keepsRest: true)
    return try PaymentService(session).pay(invoice, entry).sentence
  }
}
