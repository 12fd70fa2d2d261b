/// What people call the state of an invoice: the stored one (FHIR Invoice), and the two that follow from payments and the
/// date: part paid and overdue.
package enum InvoiceState: Hashable, Sendable {
  /// Charges still gather; it has no number yet.
  case draft
  /// To be paid, and nothing has been.
  case issued
  /// Some of it has been paid.
  case partPaid
  /// Not wholly paid so many days after the day on which it was due; at least one.
  case overdue(days: Int)
  /// Nothing is left to pay.
  case paid
  /// Taken back by a credit note.
  case cancelled
  /// Should never have been made.
  case struckOut

  /// The state in words: `part paid`, `overdue 3 d`.
  package var title: String {
    switch self {
    case .draft: "draft"
    case .issued: "issued"
    case .partPaid: "part paid"
    case .overdue(let days): "overdue \(days) d"
    case .paid: "paid"
    case .cancelled: "cancelled"
    case .struckOut: "struck out"
    }
  }

  /// Whether somebody still has to do something: issue it, or pay it.
  package var isOpen: Bool {
    switch self {
    case .draft, .issued, .partPaid, .overdue: true
    case .paid, .cancelled, .struckOut: false
    }
  }
}

extension PatientInvoice {
  /// The state on a day. An invoice that is both part paid and overdue is overdue.
  package func state(on today: CalendarDate) -> InvoiceState {
    switch status {
    case "draft": return .draft
    case "balanced": return .paid
    case "cancelled": return .cancelled
    case "entered-in-error": return .struckOut
    default: break
    }
    if balance <= .zero { return .paid }
    if let dueOn, dueOn < today { return .overdue(days: dueOn.days(until: today)) }
    return paid > .zero ? .partPaid : .issued
  }

  /// Whether its amounts count: it was neither cancelled nor entered in error.
  package var counts: Bool { status != "cancelled" && status != "entered-in-error" }

  /// What is due: what is left of an invoice that was issued; nothing for a draft, or for one that does not count.
  package var due: Money { status == "issued" || status == "balanced" ? balance : .zero }
}
