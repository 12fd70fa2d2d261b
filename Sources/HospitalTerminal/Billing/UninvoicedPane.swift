import HospitalDomain
import HospitalScreens
import TerminalKit

/// The report of services without an invoice (B6): what waits, why, and what it comes to. Enter opens the account that it
/// is billed from.
package struct UninvoicedPane: ListPane {
  package static let keyTable: [Command<UninvoicedPane>] =
    Command.motions(\.list) + [
      Command(
        "uninvoiced.open", keys: [.enter], title: "Open the account of the stay", hint: "Account",
        disabled: { $0.accountRefusal }
      ) { $0.openAccount() },
      Command("uninvoiced.show", keys: ["v"], title: "Show all of the line", hint: "Show") { $0.showLine() },
      Command(
        "uninvoiced.states", keys: ["s"], title: "Show the next: patient has left, not charged, …", hint: "State",
        isMotion: true
      ) { $0.change { $0.screen.nextChoice() } },
      Command("uninvoiced.statesBack", keys: ["S"], title: "Show those before", isMotion: true) {
        $0.change { $0.screen.nextChoice(by: -1) }
      },
      Command(
        "uninvoiced.order", keys: ["o"], title: "Sort by the next: day, amount, patient, state", hint: "Sort",
        isMotion: true
      ) { $0.change { $0.screen.nextOrder() } },
    ] + listKeys("uninvoiced") { $0.refresh() }

  package var asks = Asks()
  package var list = TableState()
  package var screen: UninvoicedScreen
  package let desk: Desk

  /// The pane of the report.
  package init(_ screen: UninvoicedScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list.rowsChanged(count: screen.rows.shown.count)
  }

  package var title: String { "Uninvoiced" }
  package var filterHint: String { "name, number, code, item" }

  package mutating func draw(on canvas: inout Canvas) {
    let sums = Self.flow(screen.parts, columns: canvas.columns)
    let top = canvas.rows - sums.count
    for (place, line) in sums.enumerated() { canvas.write(" \(line)", column: 0, row: top + place, role: .hint) }
    canvas.within(Area(column: 0, row: 0, columns: canvas.columns, rows: top)) {
      Self.draw(filter: rows.entry, hint: filterHint, on: &$0) {
        (screen.hidesNames ? Self.veiled : Self.table).draw(rows.shown, state: &list, on: &$0)
      }
    }
  }

  /// The sums in as many rows as they need: no figure is ever cut.
  private static func flow(_ parts: [String], columns: Int) -> [String] {
    parts.reduce(into: []) { lines, part in
      if let last = lines.last, last.count + part.count + 4 <= columns {
        lines[lines.count - 1] = "\(last) · \(part)"
      } else {
        lines.append(part)
      }
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    if let item = selectedRow { screen.detail(of: item).draw(on: &canvas, more: "v") }
  }

  private static let table = table { $0.patient.name.listed }
  private static let veiled = table { $0.patient.name.initials.listed }

  private static func table(patient: @escaping @Sendable (UninvoicedItem) -> String) -> Table<UninvoicedItem> {
    Table(
      [
        TableColumn("SERVED", width: .fixed(10), rank: 1) { "\($0.servedOn)" },
        TableColumn("PATIENT", width: .flexible(16), text: patient),
        TableColumn("ITEM", width: .flexible(16)) { $0.quantity == 1 ? $0.item : "\($0.quantity) × \($0.item)" },
        TableColumn("STAY", width: .fixed(17), rank: 2) { $0.standing?.title ?? "none" },
        TableColumn("AMOUNT", width: .fixed(10), align: .right, role: { $0.role }) { "\($0.amount)" },
        TableColumn("STATE", width: .fixed(11), role: { $0.role }) { $0.reason.title },
      ], empty: "Every service stands on an invoice.")
  }

  package func record(toOpenBefore command: CommandID) -> String? {
    guard command == "uninvoiced.open", let patient = selectedRow?.patient, patient.isWithheld else { return nil }
    return patient.id.text
  }

  private var accountRefusal: String? {
    guard let item = selectedRow else { return "No service is shown; Esc shows all of them." }
    return screen.accountRefusal(item)
  }

  private mutating func openAccount() {
    guard let item = selectedRow else { return }
    do {
      asks.push(AccountPane(try screen.account(of: item), desk: desk))
    } catch {
      asks.sayProblem(error, subject: "account")
    }
  }

  private mutating func showLine() {
    guard let item = selectedRow else { return }
    show(TextPage(title: item.item, lines: screen.detail(of: item).styled))
  }
}

extension UninvoicedItem {
  /// What nobody will bill by itself stands out; the state says the same in words.
  fileprivate var role: StyleRole? { reason == .takenBack ? .moneyDue : nil }
}
