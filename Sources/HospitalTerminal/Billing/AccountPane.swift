import HospitalDomain
import HospitalScreens
import TerminalKit

/// The account of one stay (I1): what was charged, what is expected, and the invoices; n charges a service.
package struct AccountPane: HistoryKeeping {
  package var asks = Asks()
  var screen: AccountScreen
  private var list: RecordList
  let desk: Desk

  /// The pane of an account that was opened.
  init(_ screen: AccountScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list = RecordList(screen.sections)
  }

  package var historyDesk: Desk { desk }

  /// The invoice with the focus, else the stay.
  package var recordWithHistory: VersionedRecord? {
    selectedInvoice.map { VersionedRecord(.invoice, $0.id) }
      ?? VersionedRecord(.admission, screen.account.admission.id.text)
  }

  package var title: String { "Account" }
  package func context(columns: Int) -> StyledText {
    screen.banner.map { StyledText($0, columns: columns) } ?? StyledText(screen.name, .banner)
  }
  package var hasDetail: Bool { true }

  package mutating func draw(on canvas: inout Canvas) { list.draw(on: &canvas) }
  package mutating func drawDetail(on canvas: inout Canvas) { canvas.writeWrapped(list.line?.detail ?? []) }
  package mutating func appear() { refresh() }

  package mutating func receive(_ news: LiveNews) {
    if news.topic == .board { refresh() }
  }

  package static let keyTable: [Command<AccountPane>] =
    RecordList.motions(\.list) + charging + invoicing + [
      historyKey("account"),
      Command("account.refresh", keys: ["r", .function(5)], title: "Read it again", isMotion: true) { $0.refresh() },
    ]

  private static let charging: [Command<AccountPane>] = [
    Command(
      "account.charge", keys: ["n"], title: "Charge a service…", hint: "Charge…",
      disabled: { $0.screen.refusal(of: .recordCharge) }
    ) { $0.open($0.screen.chargeForm()) },
    Command(
      "account.discount", keys: ["d"], title: "Give a discount on the charge…", hint: "Discount…",
      disabled: { $0.screen.refusalToChange($0.selectedCharge) }
    ) { pane in
      if let charge = pane.selectedCharge { pane.open(pane.screen.discountForm(of: charge)) }
    },
    Command(
      "account.cancel", keys: ["x", .function(9), "D"], title: "Cancel the charge, or the draft…", hint: "Cancel…",
      disabled: {
        $0.selectedInvoice == nil ? $0.refusalToCancel : $0.screen.acts.cancelRefusal($0.selectedInvoice?.invoice)
      }
    ) { $0.selectedInvoice == nil ? $0.askToCancel() : $0.askToCancelDraft() },
    Command("account.show", keys: [.enter], title: "Show all of the line", hint: "Show") { $0.showLine() },
  ]

  private static let invoicing: [Command<AccountPane>] = [
    Command(
      "account.bill", keys: ["b"], title: "Draw up an invoice of what stands on none", hint: "Bill",
      disabled: { $0.screen.billRefusal }
    ) { pane in
      pane.change { try $0.bill() }
      pane.list.select { $0.subject == pane.screen.draft.map { .invoice($0) } }
    },
    Command(
      "account.issue", keys: ["i"], title: "Issue the draft…", hint: "Issue…",
      disabled: { $0.screen.acts.issueRefusal($0.selectedInvoice?.invoice) }
    ) { $0.askToIssue() },
    Command(
      "account.pay", keys: ["y"], title: "Take a payment…", hint: "Payment…",
      disabled: { $0.screen.acts.payRefusal($0.selectedInvoice?.invoice) }
    ) { pane in
      if let listed = pane.selectedInvoice { pane.open(pane.screen.acts.paymentForm(listed)) }
    },
    Command(
      "account.print", keys: ["p"], title: "Print the invoice, or a receipt of it…", hint: "Print…",
      disabled: { $0.screen.acts.printRefusal($0.selectedInvoice?.invoice) }
    ) { pane in
      guard let invoice = pane.selectedInvoice else { return }
      let acts = pane.screen.acts
      pane.openPrinting(at: pane.desk) { try acts.printForm(invoice) }
    },
    Command(
      "account.credit", keys: ["c"], title: "Issue a credit note…", hint: "Credit…",
      disabled: { $0.screen.acts.creditRefusal($0.selectedInvoice?.invoice) }
    ) { pane in
      if let invoice = pane.selectedInvoice { pane.open(pane.screen.acts.creditForm(invoice)) }
    },
  ]

  var selectedInvoice: ListedInvoice? {
    if case .invoice(let id) = list.line?.subject { screen.invoice(id) } else { nil }
  }

  private mutating func askToIssue() {
    guard let invoice = selectedInvoice else { return }
    do {
      confirm(ConfirmQuestion(try screen.acts.issueQuestion(invoice.id))) { pane in
        pane.change { try $0.change { try $0.issue(invoice.id) } }
      }
    } catch {
      asks.sayProblem(error, subject: "account")
    }
  }

  private mutating func askToCancelDraft() {
    guard let invoice = selectedInvoice else { return }
    askReason(
      ReasonQuestion(
        title: "Cancel the draft?", lines: [screen.name, "What stands on it is on no invoice again."],
        keep: "Keep the draft", act: "Cancel the draft"), about: "account",
      keeping: NoteDraft(
        .cancelledDraft, subject: invoice.id, title: "Why the draft is cancelled, \(screen.name)", at: desk)
    ) { pane, reason in try pane.attempt { try $0.change { try $0.cancel(invoice.id, because: reason) } } }
  }

  var selectedCharge: Charge? { if case .charge(let charge) = list.line?.subject { charge } else { nil } }

  private var refusalToCancel: String? {
    if let refusal = screen.refusalToChange(selectedCharge) { return refusal }
    return selectedCharge?.category == .room
      ? "A night that was spent is not cancelled; d takes something off it." : nil
  }

  private mutating func showLine() {
    guard let line = list.line else { return }
    if let invoice = selectedInvoice {
      do {
        show(TextPage(title: invoice.invoice.number ?? "Draft", lines: try screen.lines(of: invoice.id).styled))
      } catch {
        asks.sayProblem(error, subject: "account")
      }
      return
    }
    show(TextPage(title: "Account", lines: line.detail.map { StyledText($0) }))
  }

  private mutating func askToCancel() {
    if let charge = selectedCharge { askToCancel(charge) }
  }

  /// Opens the form or the question of a draft, which goes on with what was typed.
  mutating func goOn(with draft: Draft) throws {
    if draft.name == .charge {
      try DraftDoor.allow(screen.refusal(of: .recordCharge))
      return open(screen.chargeForm())
    }
    let charge = screen.account.charges.first { $0.id.text == draft.subjectParts.last }
    guard let charge else { throw Refusal.draftIsHomeless }
    try DraftDoor.allow(screen.refusalToChange(charge))
    if draft.name == .discount { open(screen.discountForm(of: charge)) } else { askToCancel(charge) }
  }

  private mutating func askToCancel(_ charge: Charge) {
    askReason(
      ReasonQuestion(
        title: "Cancel the charge?", lines: [screen.name, "\(charge.item), USD \(charge.amount)"], keep: "Keep it",
        act: "Cancel the charge"), about: "account",
      keeping: NoteDraft(
        .cancelledCharge, subject: "\(screen.account.admission.id.text)/\(charge.id.text)",
        title: "Why \(charge.item) is cancelled, \(screen.name)", at: desk)
    ) { pane, reason in try pane.attempt { try $0.cancel(charge, because: reason) } }
  }

  mutating func open(_ form: ActForm) {
    push(ActFormPane(form, desk: desk), for: RecordChange.self) { pane, change in
      pane.refresh()
      pane.remember(change)
    }
  }

  mutating func change(_ act: (inout AccountScreen) throws -> RecordChange) {
    do { try attempt(act) } catch { asks.sayProblem(error, subject: "account") }
  }

  /// Does an act and remembers how it is undone; where it is refused, shows how things stand now.
  private mutating func attempt(_ act: (inout AccountScreen) throws -> RecordChange) throws {
    do {
      let change = try act(&screen)
      list.replace(with: screen.sections)
      remember(change)
    } catch {
      refresh()
      throw error
    }
  }

  private mutating func remember(_ change: RecordChange) {
    asks.ok(change.sentence)
    if change.canBeUndone { reversible(change.sentence, undo: { $0.undo(change) }) }
  }

  private mutating func undo(_ change: RecordChange) {
    do {
      if let done = try screen.undo(change) { asks.ok(done.sentence) }
    } catch {
      asks.sayProblem(error, subject: "account")
    }
    refresh()
  }

  mutating func refresh() {
    do {
      try screen.refresh()
      list.replace(with: screen.sections)
      asks.mend("account reading")
    } catch {
      asks.sayProblem(error, subject: "account reading")
    }
  }
}
