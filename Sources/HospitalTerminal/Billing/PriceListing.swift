import HospitalDomain
import HospitalScreens
import TerminalKit

extension PricesScreen: DirectoryListing {
  package static let commands = DirectoryPane<PricesScreen>.managing(
    DirectoryKeys(
      area: "prices", new: "Add a price…", change: ("Set another price from a day on…", "New price…"),
      end: ("withdraw", [.function(9), "D"], "Withdraw it from today on…", "Withdraw…")))

  package static let columns: [TableColumn<Row>] = [
    TableColumn("CODE", width: .fixed(14)) { $0.price.code },
    TableColumn("ITEM", width: .flexible(20)) { $0.price.item },
    TableColumn("CATEGORY", width: .fixed(12), rank: 2) { $0.price.category.title },
    TableColumn("PRICE", width: .fixed(12), align: .right) { $0.unit },
    TableColumn("SINCE", width: .fixed(10), rank: 3) { "\($0.price.validFrom)" },
    TableColumn("NEXT", width: .flexible(12), rank: 1) { $0.next },
  ]
}

extension RatesScreen: DirectoryListing {
  package static let commands = DirectoryPane<RatesScreen>.managing(
    DirectoryKeys(
      area: "rates", new: "Add an insurer…", change: ("Set another rate…", "Change…"),
      end: ("end", [.function(9), "D"], "End what is agreed with an insurer…", "End…")))

  package static let columns: [TableColumn<Row>] = [
    TableColumn("RATE", width: .flexible(24)) { $0.title },
    TableColumn("SHARE", width: .fixed(9), align: .right) { $0.share },
  ]
}
