import HospitalDomain
import HospitalScreens
import TerminalKit

/// The columns of the list of invoices. What is wanted least goes first where there is little room.
enum InvoiceTable {
  static let table = table { $0.listed.patient.name.listed }
  /// The same while the names of patients are hidden.
  static let veiled = table { $0.listed.patient.name.initials.listed }

  private static func table(patient: @escaping @Sendable (InvoiceRow) -> String) -> Table<InvoiceRow> {
    Table(
      [
        TableColumn("NUMBER", width: .fixed(14)) { $0.number },
        TableColumn("PATIENT", width: .flexible(16), text: patient),
        TableColumn("ISSUED", width: .fixed(10), rank: 4) { $0.issued },
        TableColumn("DUE", width: .fixed(10), rank: 2) { $0.listed.invoice.dueOn.map { "\($0)" } ?? "" },
        TableColumn("TOTAL", width: .fixed(12), align: .right, rank: 1) { "\($0.listed.invoice.total)" },
        TableColumn("PAID", width: .fixed(12), align: .right, rank: 3) { "\($0.listed.invoice.paid)" },
        TableColumn("BALANCE", width: .fixed(12), align: .right, role: { $0.balanceRole }) { $0.balance },
        TableColumn("STATE", width: .fixed(12), role: { $0.balanceRole }) { $0.state.title },
      ], empty: "No invoice is like this. Esc shows all of them.")
  }
}

extension InvoiceRow {
  /// Overdue money stands out, and money to be given back; the state and the sign say the same in words.
  fileprivate var balanceRole: StyleRole? {
    if case .overdue = state { return .moneyDue }
    return listed.invoice.counts && listed.invoice.balance < .zero ? .moneyCredit : nil
  }
}
