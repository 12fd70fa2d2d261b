import HospitalDomain
import HospitalScreens
import TerminalKit

extension MedicationsScreen: DirectoryListing {
  package static let commands = DirectoryPane<MedicationsScreen>.managing(
    DirectoryKeys(
      area: "medications", new: "Add a medication…", change: ("Change the medication…", "Change…"),
      end: ("retire", [.function(9), "D"], "Take it off the list…", "Off the list…")),
    more: [DirectoryPane<MedicationsScreen>.showing("medications", "Show all of it, and what it was")])

  package static let columns: [TableColumn<MedicationRow>] = [
    TableColumn("NAME", width: .flexible(20)) { $0.medication.name },
    TableColumn("STRENGTH", width: .flexible(12)) { $0.medication.strength },
    TableColumn("FORM", width: .flexible(14)) { $0.medication.form },
    TableColumn("", width: .fixed(2), role: { _ in .rxAlert }) { $0.medication.isControlled ? "CD" : "" },
    TableColumn("ROUTE", width: .fixed(11), rank: 3) { $0.medication.route?.rawValue ?? "" },
    TableColumn("ATC", width: .fixed(7), rank: 2) { $0.medication.atc },
    TableColumn("CODE", width: .fixed(8), rank: 1) { $0.medication.code },
    TableColumn("PRICE", width: .fixed(9), align: .right) { "\(Money(cents: $0.medication.unitPrice))" },
  ]

  package static var hasDetail: Bool { true }
}
