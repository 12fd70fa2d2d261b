extension FormName {
  /// A charge; its subject is the admission.
  package static let charge: FormName = "account.charge"
  /// A discount on a charge; its subject is the admission, a stroke and the charge.
  package static let discount: FormName = "account.discount"
  /// Why a charge is cancelled; its subject is that of a discount.
  package static let cancelledCharge: FormName = "account.cancel"
  /// Why a draft of an invoice is cancelled; its subject is the invoice.
  package static let cancelledDraft: FormName = "invoice.cancel"
  /// Why a draft of an invoice is struck out as an error; its subject is the invoice.
  package static let struckDraft: FormName = "invoice.strikeOut"
  /// A credit note; its subject is the invoice.
  package static let creditNote: FormName = "invoice.credit"
  /// A payment; its subject is the invoice.
  package static let payment: FormName = "invoice.payment"
  /// The opening of a shift.
  package static let shiftOpening: FormName = "cash.open"
  /// The closing of a shift.
  package static let shiftClosing: FormName = "cash.close"
  /// A deposit.
  package static let deposit: FormName = "cash.deposit"
  /// A refund that is asked for.
  package static let refund: FormName = "cash.refund"
  /// Why a refund is declined; its subject is the refund.
  package static let declinedRefund: FormName = "cash.decline"
  /// How a refund was paid; its subject is the refund.
  package static let paidRefund: FormName = "cash.pay"

  /// The forms of this area.
  package static let billing: [FormName] = [
    charge, discount, cancelledCharge, cancelledDraft, struckDraft, creditNote, payment, shiftOpening, shiftClosing,
    deposit, refund,
    declinedRefund, paidRefund,
  ]
}
