import HospitalDomain
import HospitalScreens

extension DraftDoor {
  /// The account of a stay, with a form or a question over it.
  static let account = DraftDoor(forms: [.charge, .discount, .cancelledCharge]) { asks, draft, desk in
    guard let session = desk.session, let admission = draft.subjectParts.first else { throw Refusal.draftIsHomeless }
    var pane = AccountPane(try CheckOutSheet(AdmissionID(admission), session: session).account(), desk: desk)
    try pane.goOn(with: draft)
    asks.push(pane)
  }

  /// The list of invoices, with a form or a question about one of them over it.
  static let invoices = DraftDoor(forms: [.cancelledDraft, .struckDraft, .creditNote, .payment]) { asks, draft, desk in
    guard let session = desk.session else { throw Refusal.draftIsHomeless }
    var pane = InvoicesPane(InvoicesScreen(session: session), desk: desk)
    try pane.goOn(with: draft)
    asks.open(5, pushing: pane)
  }

  /// The till, with a form or a question over it.
  static let cash = DraftDoor(
    forms: [.shiftOpening, .shiftClosing, .deposit, .refund, .declinedRefund, .paidRefund]
  ) { asks, draft, desk in
    guard let session = desk.session else { throw Refusal.draftIsHomeless }
    var pane = CashPane(CashScreen(session), desk: desk)
    try pane.goOn(with: draft)
    asks.push(pane)
  }
}
