import PaperKit

/// Money that was taken in, as its receipt tells it: a payment on an invoice with what was kept beyond it, or a deposit.
package struct PaymentReceipt: Hashable, Sendable, Identifiable {
  package let id: Identifier<Receipt>
  /// `INV-2026-0417/2` for the second payment on an invoice; `000098-114-6/D1` for the first deposit of a patient.
  package let number: String
  package let patient: RoomBoardRow.PatientLine
  /// The number of the invoice that it pays; nil for a deposit.
  package let invoice: String?
  package let receivedAt: Timestamp
  package let method: PaymentMethod
  /// What of it pays the invoice.
  package let applied: Money
  /// What of it is kept as the patient's credit.
  package let kept: Money
  /// What was handed over in cash; nil for other ways, and where exactly the amount was.
  package let tendered: Money?
  package let reference: String
  /// Who took it.
  package let receivedBy: String

  /// What the records tell of it.
  package init(
    id: Identifier<Receipt>, number: String, patient: RoomBoardRow.PatientLine, invoice: String?,
    receivedAt: Timestamp, method: PaymentMethod, applied: Money, kept: Money, tendered: Money?, reference: String,
    receivedBy: String
  ) {
    self.id = id
    self.number = number
    self.patient = patient
    self.invoice = invoice
    self.receivedAt = receivedAt
    self.method = method
    self.applied = applied
    self.kept = kept
    self.tendered = tendered
    self.reference = reference
    self.receivedBy = receivedBy
  }

  /// What was taken in.
  package var received: Money { Money(cents: applied.cents + kept.cents) }

  /// The document.
  package func document(_ issue: PaperIssue) -> PaperDocument {
    let facts =
      patient.paperFacts
      + [
        PaperFact("Received", issue.clock.text(receivedAt)), PaperFact("By", method.title),
        PaperFact("Reference", reference), PaperFact("Taken by", receivedBy),
      ].filter { !$0.value.isEmpty }
    var sums: [PaperSum] = []
    if let invoice, applied != .zero { sums.append(PaperSum("Paid on \(invoice)", "\(applied)")) }
    if kept != .zero {
      sums.append(
        PaperSum(invoice == nil ? "Deposit, kept for the patient" : "Kept as the patient's credit", "\(kept)"))
    }
    sums.append(PaperSum("Received USD", "\(received)", isTotal: true))
    if let tendered, tendered > received {
      sums.append(PaperSum("Handed over", "\(tendered)"))
      sums.append(PaperSum("Change", "\(Money(cents: tendered.cents - received.cents))"))
    }
    return issue.document("Receipt", number: number, [.facts(items: facts), .sums(lines: sums)])
  }

  /// It among the documents of its invoice.
  package func choice(_ clock: LocalTime) -> PaperChoice {
    choice("Receipt of \(clock.date(of: receivedAt)), \(received), \(method.title) (\(number))")
  }

  /// It among the receipts of the house.
  package func namedChoice(_ clock: LocalTime) -> PaperChoice {
    choice("\(patient.name.listed), \(clock.text(receivedAt)), \(received), \(method.title) (\(number))")
  }

  private func choice(_ title: String) -> PaperChoice {
    PaperChoice(.receipt(id), title: title, number: number.replacing("/", with: "-receipt-"))
  }
}
