import HospitalDomain
import HospitalScreens
import TerminalKit

extension SuppliesScreen: DirectoryListing {
  package static let commands = DirectoryPane<SuppliesScreen>.managing(
    DirectoryKeys(
      area: "supplies", new: "Add a supply…", change: ("Change the supply…", "Change…"),
      end: ("retire", [.function(9), "D"], "Take it off the list…", "Off the list…")))

  package static let columns: [TableColumn<SupplyRow>] = [
    TableColumn("CODE", width: .fixed(14)) { $0.supply.code },
    TableColumn("NAME", width: .flexible(24)) { $0.supply.name },
    TableColumn("ONE IS", width: .flexible(12), rank: 1) { $0.supply.unit },
    TableColumn("PRICE", width: .fixed(10), align: .right) { "\(Money(cents: $0.supply.unitPrice))" },
  ]
}

extension SuppliersScreen: DirectoryListing {
  package static let commands = DirectoryPane<SuppliersScreen>.managing(
    DirectoryKeys(
      area: "suppliers", new: "Add a supplier…", change: ("Change the supplier…", "Change…"),
      end: ("retire", [.function(9), "D"], "Take them off the list…", "Off the list…")))

  package static let columns: [TableColumn<SupplierRow>] = [
    TableColumn("NO", width: .fixed(4), align: .right) { "\($0.number)" },
    TableColumn("NAME", width: .flexible(20)) { $0.supplier.name },
    TableColumn("TELEPHONE", width: .fixed(14)) { $0.supplier.telephone },
    TableColumn("E-MAIL", width: .flexible(16), rank: 1) { $0.supplier.email },
    TableColumn("ADDRESS", width: .flexible(16), rank: 2) { $0.supplier.address },
  ]
}

extension PharmaciesScreen: DirectoryListing {
  package static let commands = DirectoryPane<PharmaciesScreen>.managing(
    DirectoryKeys(
      area: "pharmacies", new: "Open a pharmacy…", change: ("Change the pharmacy…", "Change…"),
      end: ("close", [.function(9), "D"], "Close it…", "Close…")))

  package static let columns: [TableColumn<PharmacyRow>] = [
    TableColumn("NO", width: .fixed(4), align: .right) { "\($0.number)" },
    TableColumn("NAME", width: .flexible(20)) { $0.details.name },
    TableColumn("TELEPHONE", width: .fixed(14)) { $0.details.telephone },
    TableColumn("ADDRESS", width: .flexible(16), rank: 1) { $0.details.address },
  ]
}
