extension Permission {
  /// See the list of invoices with their lines and payments.
  package static let seeInvoices = Permission(
    "invoice.see", "see the invoices", [.cashier, .administrator, .headNurse, .headDoctor, .auditor])

  /// The permissions of this area.
  package static let billing: [Permission] = [seeInvoices]
}
