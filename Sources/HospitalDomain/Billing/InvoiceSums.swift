/// What invoices come to together. Those that were cancelled or entered in error are counted and add nothing.
package struct InvoiceSums: Hashable, Sendable {
  /// How many invoices there are.
  package let count: Int
  /// The sum of their lines with tax, discounts and credit notes taken off.
  package let total: Money
  /// What was paid on them.
  package let paid: Money
  /// What is due on those that were issued.
  package let due: Money

  /// What stands on drafts: with what is paid and due it makes the total.
  package let drafted: Money

  /// The sums of invoices; refused when they are too large to be kept.
  package init(_ invoices: some Collection<PatientInvoice>) throws(Refusal) {
    let counting = invoices.filter(\.counts)
    count = invoices.count
    total = try Money.total(counting.map(\.net))
    paid = try Money.total(counting.map(\.paid))
    drafted = try Money.total(counting.filter { $0.status == "draft" }.map(\.net))
    due = try Money.total(counting.map(\.due))
  }
}
