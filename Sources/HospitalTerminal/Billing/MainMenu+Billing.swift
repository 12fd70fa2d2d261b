import HospitalDomain
import HospitalScreens
import TerminalKit

/// Where the list of invoices stands among the tabs.
extension MainMenu {
  /// The invoices, for those who may see them.
  static func invoiceTabs(_ desk: Desk) -> [ShellTab] {
    guard desk.may(.seeInvoices), let session = desk.session else { return [] }
    return [ShellTab(5, "Invoices") { InvoicesPane(InvoicesScreen(session: session), desk: desk) }]
  }
}
