import HospitalDomain
import HospitalScreens
import TerminalKit

/// The Invoices tab: what is open, what was paid, and the sums of what is shown (I2); drafts are issued here, and credit
/// notes. Enter opens the record of the patient.
package struct InvoicesPane: ListPane, HistoryKeeping {
  package static let keyTable: [Command<InvoicesPane>] =
    Command.motions(\.list) + Command.marks(\.list) + [
      Command(
        "invoices.open", keys: [.enter], title: "Open the patient's record", hint: "Record",
        disabled: { $0.refusal(or: $0.screen.openRefusal) }
      ) { $0.openRecord() },
      Command(
        "invoices.lines", keys: ["v"], title: "Show lines and payments", hint: "Lines",
        disabled: { $0.refusal(or: nil) }
      ) { $0.showLines() },
      Command(
        "invoices.states", keys: ["s"], title: "Show the next states: open, draft, …", hint: "State", isMotion: true
      ) { $0.change { $0.screen.nextChoice() } },
      Command("invoices.statesBack", keys: ["S"], title: "Show the states before", isMotion: true) {
        $0.change { $0.screen.nextChoice(by: -1) }
      },
    ] + acts + [historyKey("invoices")] + listKeys("invoices") { $0.refresh() }

  package var asks = Asks()
  package var list = TableState()
  package var screen: InvoicesScreen
  private var isNew = true
  package let desk: Desk

  /// The pane of the invoices.
  package init(_ screen: InvoicesScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list.rowsChanged(count: screen.rows.shown.count)
  }

  package var recordWithHistory: VersionedRecord? { selectedRow.map { VersionedRecord(.invoice, $0.listed.id) } }
  package var title: String { "Invoices" }
  package var filterHint: String { "number, name, state" }

  package mutating func appear() {
    // The pane is made when it is first shown, and has just read the list.
    defer { isNew = false }
    if !isNew || screen.problem != nil { refresh() }
  }

  package mutating func draw(on canvas: inout Canvas) {
    Self.draw(filter: rows.entry, hint: filterHint, on: &canvas) {
      let notes = Self.wrapped(screen.footnotes, columns: $0.columns - 2)
      let rowsLeft = $0.rows - notes.count
      let area = Area(column: 0, row: 0, columns: $0.columns, rows: rowsLeft)
      $0.within(area) {
        (screen.hidesNames ? InvoiceTable.veiled : InvoiceTable.table).draw(rows.shown, state: &list, on: &$0)
      }
      for (line, note) in notes.enumerated() { $0.write(note, column: 2, row: rowsLeft + line, role: .hint) }
    }
  }

  /// Notes in lines that fit, parted only between their parts.
  private static func wrapped(_ notes: [[String]], columns: Int) -> [String] {
    notes.flatMap { parts in
      parts.reduce(into: [String]()) { lines, part in
        guard let last = lines.last, SafeText.width(last) + 3 + SafeText.width(part) <= columns else {
          return lines.append(part)
        }
        lines[lines.count - 1] = "\(last) · \(part)"
      }
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    guard let row = selectedRow else { return }
    screen.detail(of: row).draw(on: &canvas, more: "v")
  }

  private static let acts: [Command<InvoicesPane>] = [
    Command(
      "invoices.account", keys: ["a"], title: "Open the account of the stay", hint: "Account",
      disabled: { pane in pane.refusal(or: pane.selectedRow.flatMap { pane.screen.accountRefusal($0) }) }
    ) { $0.openAccount() },
    Command(
      "invoices.issue", keys: ["i"], title: "Issue the draft…", hint: "Issue…",
      disabled: { $0.screen.acts.issueRefusal($0.selectedRow?.listed.invoice) }
    ) { $0.askToIssue() },
    Command(
      "invoices.pay", keys: ["y"], title: "Take a payment…", hint: "Payment…",
      disabled: { $0.screen.acts.payRefusal($0.selectedRow?.listed.invoice) }
    ) { pane in
      if let listed = pane.selectedRow?.listed { pane.open(pane.screen.acts.paymentForm(listed)) }
    },
    Command(
      "invoices.print", keys: ["p"], title: "Print the invoice or its receipts, or all that are marked…",
      hint: "Print…", disabled: { $0.printRefusal }
    ) { pane in
      let (marked, row, acts) = (pane.markedRows, pane.selectedRow, pane.screen.acts)
      pane.openPrinting(at: pane.desk) {
        if marked.isEmpty, let row { return try acts.printForm(row.listed) }
        return try acts.printForm(marked.map(\.listed))
      }
    },
    Command(
      "invoices.credit", keys: ["c"], title: "Issue a credit note…", hint: "Credit…",
      disabled: { $0.screen.acts.creditRefusal($0.selectedRow?.listed.invoice) }
    ) { pane in
      if let row = pane.selectedRow { pane.open(pane.screen.acts.creditForm(row.listed)) }
    },
    Command(
      "invoices.cancel", keys: ["x", .function(9), "D"], title: "Cancel the draft…", hint: "Cancel draft…",
      disabled: { $0.screen.acts.cancelRefusal($0.selectedRow?.listed.invoice) }
    ) { $0.askToCancel() },
    Command(
      "invoices.strikeOut", keys: ["X"], title: "The draft was made in error: strike it out…", hint: "Strike out…",
      disabled: { $0.screen.acts.cancelRefusal($0.selectedRow?.listed.invoice) }
    ) { $0.askToStrikeOut() },
  ]

  private static let actNames = Set(acts.map(\.id))

  package func record(toOpenBefore command: CommandID) -> String? {
    guard Self.actNames.contains(command) else { return nil }
    let rows = markedRows.isEmpty ? [selectedRow].compactMap(\.self) : markedRows
    return rows.map(\.listed.patient).first(where: \.isWithheld)?.id.text
  }

  private var printRefusal: String? {
    screen.acts.printRefusal(
      (markedRows.first { $0.listed.invoice.number != nil } ?? markedRows.first ?? selectedRow)?.listed.invoice)
  }

  private mutating func openAccount() {
    guard let row = selectedRow else { return }
    do {
      asks.push(AccountPane(try screen.account(of: row), desk: desk))
    } catch {
      asks.sayProblem(error, subject: "account")
    }
  }

  private mutating func askToIssue() {
    guard let row = selectedRow else { return }
    do {
      confirm(ConfirmQuestion(try screen.acts.issueQuestion(row.id))) { pane in
        pane.change(by: { try $0.issue(row.id) })
      }
    } catch {
      asks.sayProblem(error, subject: title)
    }
  }

  private mutating func askToCancel() {
    if let row = selectedRow { askToCancel(row.listed) }
  }

  /// Opens the form or the question of a draft, which goes on with what was typed.
  mutating func goOn(with draft: Draft) throws {
    let listed = try screen.acts.invoice(draft.subject)
    let refusal =
      switch draft.name {
      case .payment: screen.acts.payRefusal(listed.invoice)
      case .creditNote: screen.acts.creditRefusal(listed.invoice)
      default: screen.acts.cancelRefusal(listed.invoice)
      }
    try DraftDoor.allow(refusal)
    switch draft.name {
    case .payment: open(screen.acts.paymentForm(listed))
    case .creditNote: open(screen.acts.creditForm(listed))
    case .struckDraft: askToStrikeOut(listed)
    default: askToCancel(listed)
    }
  }

  private mutating func askToCancel(_ listed: ListedInvoice) {
    askReason(
      ReasonQuestion(
        title: "Cancel the draft?",
        lines: [listed.patient.name.listed, "What stands on it is on no invoice again."], keep: "Keep the draft",
        act: "Cancel the draft"), about: "invoice",
      keeping: NoteDraft(
        .cancelledDraft, subject: listed.id, title: "Why the draft is cancelled, \(listed.patient.name.listed)",
        at: desk)
    ) { pane, reason in try pane.attempt(by: { try $0.cancel(listed.id, because: reason) }) }
  }

  private mutating func askToStrikeOut() {
    if let row = selectedRow { askToStrikeOut(row.listed) }
  }

  private mutating func askToStrikeOut(_ listed: ListedInvoice) {
    let name = listed.patient.name.listed
    askReason(
      ReasonQuestion(
        title: "Strike out the draft?",
        lines: [
          name, "It was made in error, for the wrong stay, say.",
          "What stands on it is on no invoice again.",
        ], keep: "Keep the draft", act: "Strike it out"), about: "invoice",
      keeping: NoteDraft(.struckDraft, subject: listed.id, title: "Why the draft is struck out, \(name)", at: desk)
    ) { pane, reason in try pane.attempt(by: { try $0.cancel(listed.id, asError: true, because: reason) }) }
  }

  private mutating func change(by act: (InvoiceActs) throws -> RecordChange) {
    do { try attempt(by: act) } catch { asks.sayProblem(error, subject: "invoice") }
  }

  /// Does an act; where it is refused, shows how things stand now.
  private mutating func attempt(by act: (InvoiceActs) throws -> RecordChange) throws {
    defer { refresh() }
    asks.ok(try act(screen.acts).sentence)
  }

  private func refusal(or other: String?) -> String? {
    selectedRow == nil ? "No invoice is shown; Esc shows all of them." : other
  }

  private mutating func openRecord() {
    if let row = selectedRow { asks.pushRecord(row.listed.patient.id, at: desk) }
  }

  private mutating func showLines() {
    guard let row = selectedRow else { return }
    do {
      try screen.open(row)
      show(TextPage(title: row.number, lines: screen.detail(of: row).styled))
    } catch {
      asks.sayProblem(error, subject: title)
    }
  }
}
