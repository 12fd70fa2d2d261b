extension Permission {
  /// See the list of invoices with their lines and payments.
  package static let seeInvoices = Permission(
    "invoice.see", "see the invoices", [.cashier, .administrator, .headNurse, .headDoctor, .auditor])
  /// See what things cost.
  package static let seePrices = Permission(
    "price.see", "see the prices", Role.clinical.union([.cashier, .reception, .pharmacist, .administrator, .auditor]))
  /// Set prices, the tax, and what insurers pay.
  package static let managePrices = Permission("price.manage", "set prices", [.administrator])
  /// See what a stay has cost until now.
  package static let seeAccount = Permission(
    "charge.see", "see the account of a stay", Role.clinical.union([.cashier, .reception, .auditor]))
  /// Charge a service to a stay.
  package static let recordCharge = Permission(
    "charge.record", "charge a service", Role.clinical.union([.cashier]))
  /// Take something off a charge, or cancel it.
  package static let discountCharge = Permission(
    "charge.discount", "give a discount or cancel a charge", [.cashier, .headDoctor])

  /// Draw up an invoice of what was charged, issue it, or cancel a draft.
  package static let issueInvoice = Permission("invoice.issue", "issue an invoice", [.cashier, .headDoctor])
  /// Take back what an issued invoice asks for, by a credit note.
  package static let creditInvoice = Permission(
    "invoice.credit", "issue a credit note", [.cashier, .administrator])

  /// Take payments and deposits, and keep a shift at the till.
  package static let takePayment = Permission("payment.take", "take a payment", [.cashier])
  /// Ask for a refund, and pay one that is approved.
  package static let requestRefund = Permission("refund.request", "ask for a refund", [.cashier])
  /// Approve or decline a refund that somebody else asked for.
  package static let approveRefund = Permission("refund.approve", "approve a refund", [.cashier, .administrator])

  /// The permissions of this area.
  package static let billing: [Permission] = [
    seeInvoices, seePrices, managePrices, seeAccount, recordCharge, discountCharge, issueInvoice, creditInvoice,
    takePayment, requestRefund, approveRefund,
  ]
}
