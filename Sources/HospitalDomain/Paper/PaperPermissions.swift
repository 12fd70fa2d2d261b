extension Permission {
  /// Print what the cashier hands out.
  package static let printAccount = Permission(
    "paper.account", "print invoices, receipts and credit notes", [.cashier, .headDoctor, .administrator])
  /// Print the discharge summary of a stay.
  package static let printDischarge = Permission("paper.discharge", "print a discharge summary", Role.clinical)

  /// Print the label and the leaflet of medicine.
  package static let printLabel = Permission("paper.label", "print the label and leaflet of medicine", [.pharmacist])

  /// The permissions of this area.
  package static let paper: [Permission] = [printAccount, printDischarge, printLabel]
}
