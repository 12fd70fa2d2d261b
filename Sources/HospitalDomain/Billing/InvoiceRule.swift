/// What may be done to an invoice.
package enum InvoiceRule {
  /// The days that a payer has.
  package static let daysToPay = 14

  /// Whether an invoice may be issued: a draft that asks for something; once.
  package static func checkIssue(_ invoice: PatientInvoice, lines: Int) throws(Refusal) {
    guard invoice.status == "draft" else {
      throw Refusal(
        code: "invoice.issued",
        sentence:
          "This invoice is \(invoice.number.map { "issued already as \($0)" } ?? "cancelled"); nothing was issued twice."
      )
    }
    guard lines > 0 else {
      throw Refusal(
        code: "invoice.empty", sentence: "Nothing stands on this draft; charge something first, or cancel it.")
    }
  }

  /// Whether a draft may be cancelled.
  package static func checkCancel(_ invoice: PatientInvoice) throws(Refusal) {
    guard invoice.status == "draft" else {
      throw Refusal(
        code: "invoice.frozen",
        sentence: "\(invoice.number ?? "This invoice") was issued; a credit note takes it back (c).")
    }
  }

  /// What a credit note takes back, line by line.
  ///
  /// - Parameter amount: how much; nil for everything that is left. A part is taken from the lines in their order.
  package static func credit(
    _ amount: Money?, of invoice: PatientInvoice, lines: [InvoiceLine]
  ) throws(Refusal) -> [(line: InvoiceLine, amount: Money)] {
    guard invoice.number != nil, invoice.status == "issued" || invoice.status == "balanced" else {
      throw Refusal(
        code: "invoice.notIssued",
        sentence: "Only an invoice that was issued takes a credit note; cancel a draft instead.")
    }
    var left = amount ?? invoice.net
    guard left > .zero, left <= invoice.net else {
      throw Refusal(
        code: "invoice.creditRange",
        sentence: "A credit note is more than 0.00 and at most \(invoice.net), what is left.",
        field: "amount")
    }
    var parts: [(line: InvoiceLine, amount: Money)] = []
    for line in lines where left > .zero && line.creditable > .zero {
      let part = min(left, line.creditable)
      parts.append((line, part))
      left = try left - part
    }
    return parts
  }
}

extension Refusal {
  /// There is nothing to put on an invoice.
  package static func nothingToBill(_ patient: PersonName) -> Refusal {
    Refusal(
      code: "invoice.nothing", sentence: "Nothing is charged to \(patient.listed) that stands on no invoice yet.")
  }

  /// There is no such invoice.
  package static let noSuchInvoice = Refusal(
    code: "invoice.unknown", sentence: "There is no such invoice any more; r reads the list again.")
}
