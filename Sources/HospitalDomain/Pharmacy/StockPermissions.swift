extension Permission {
  /// Search the medications and see what they are.
  package static let seeMedications = Permission(
    "medication.see", "see the medications", Role.clinical.union([.pharmacist, .administrator, .auditor]))
  /// Add medications, change them, import them, and take them off the list.
  package static let manageMedications = Permission(
    "medication.manage", "change the medications", [.pharmacist, .administrator])

  /// See the stock with its lots and movements, the suppliers and the orders.
  package static let seeStock = Permission(
    "stock.see", "see the stock", Role.clinical.union([.pharmacist, .administrator, .auditor]))
  /// Receive, count, write off, send on and give out stock.
  package static let moveStock = Permission("stock.move", "change the stock", [.pharmacist])
  /// Order from suppliers, and keep suppliers and supplies.
  package static let orderStock = Permission("stock.order", "order from suppliers", [.pharmacist, .administrator])
  /// Open pharmacies, change them, and close them.
  package static let managePharmacies = Permission(
    "pharmacy.manage", "open, change or close pharmacies", [.administrator])

  /// The permissions of medications and stock.
  package static let stock: [Permission] = [
    seeMedications, manageMedications, seeStock, moveStock, orderStock, managePharmacies,
  ]
}
