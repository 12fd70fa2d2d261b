import HospitalDomain
import HospitalScreens
import TerminalKit

/// The check-out of one stay as a checklist (A4): the steps with who and when, what is waited for, the stay and the
/// summary. Enter does the step, or goes to what is waited for.
package struct CheckOutSheetPane: HistoryKeeping {
  package var asks = Asks()
  var screen: CheckOutSheet
  private var list: RecordList
  private let desk: Desk

  /// The pane of a check-out that was opened.
  init(_ screen: CheckOutSheet, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list = RecordList(screen.sections)
    if let next = screen.checkOut.nextStep, next != .order { list.move(by: next == .exit ? 1 : 2) }
  }

  package var historyDesk: Desk { desk }

  /// The stay with its rooms and its discharge order.
  package var recordWithHistory: VersionedRecord? { VersionedRecord(.admission, screen.checkOut.id.text) }

  package var title: String { "Check-out" }
  package func context(columns: Int) -> StyledText {
    screen.banner.map { StyledText($0, columns: columns) } ?? StyledText(screen.name, .banner)
  }
  package var hasDetail: Bool { true }

  package mutating func draw(on canvas: inout Canvas) {
    if canvas.lacksContextRow, let banner = screen.banner {
      canvas.drawBanner(banner) { list.draw(on: &$0) }
    } else {
      list.draw(on: &canvas)
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) { canvas.writeWrapped(list.line?.detail ?? []) }

  package mutating func appear() { refresh() }

  package mutating func receive(_ news: LiveNews) {
    if news.topic == .board || news.topic == .prescriptions { refresh() }
  }

  // MARK: Acts

  package static let keyTable: [Command<CheckOutSheetPane>] =
    RecordList.motions(\.list) + [
      Command(
        "sheet.do", keys: [.enter], title: "Do the step, or go to what is waited for", hint: "Do",
        disabled: { $0.refusalToDo }
      ) { $0.doLine() },
      act("order", ["o"], "Order the discharge, or change the order…", "Order…", .order) {
        $0.open($0.screen.orderForm())
      },
      act("exit", ["x", .function(9), "D"], "The patient has left the room…", "Left…", .exit) {
        $0.open($0.screen.exitForm())
      },
      act("close", ["c"], "Close the account…", "Close…", .close) { $0.askToClose() },
      Command(
        "sheet.account", keys: ["i"], title: "Open the account: charges, estimate, invoices", hint: "Account",
        disabled: { $0.screen.accountRefusal }
      ) { $0.openAccount() },
      Command(
        "sheet.waive", keys: ["w"], title: "Waive what is open, with a reason…", hint: "Waive…",
        disabled: { $0.screen.refusalToWaive($0.selectedItem) }
      ) { $0.askToWaive() },
      act("atOnce", ["a"], "Check out at once: all three steps…", "At once…", .atOnce) {
        $0.open($0.screen.atOnceForm())
      },
      act("leave", ["l"], "Let the patient go on leave…", nil, .beginLeave) { $0.open($0.screen.leaveForm()) },
      act("back", ["b"], "The patient is back from leave", nil, .endLeave) { $0.change { try $0.endLeave() } },
      act("takeBack", ["t"], "Take the order or the discharge back…", "Take back…", .takeBack) { $0.askToTakeBack() },
      Command(
        "sheet.print", keys: ["p"], title: "Print the discharge summary…", hint: "Print…",
        disabled: { $0.screen.printRefusal }
      ) { pane in
        let form = pane.screen.printForm()
        pane.openPrinting(at: pane.desk) { form }
      },
      Command(
        "sheet.record", keys: ["v"], title: "Open the patient's record", hint: "Record",
        disabled: { $0.screen.recordRefusal }
      ) { $0.asks.pushRecord($0.screen.checkOut.patient.id, at: $0.desk) },
      historyKey("sheet"),
      Command("sheet.refresh", keys: ["r", .function(5)], title: "Read it again", isMotion: true) { $0.refresh() },
    ]

  private static func act(
    _ id: String, _ keys: [Key], _ title: String, _ hint: String?, _ act: CheckOutAct,
    _ run: @escaping @Sendable (inout CheckOutSheetPane) -> Void
  ) -> Command<CheckOutSheetPane> {
    Command(
      CommandID("sheet.\(id)"), keys: keys, title: title, hint: hint, disabled: { $0.screen.refusal(of: act) },
      act: run)
  }

  private mutating func openAccount() {
    do {
      asks.push(AccountPane(try screen.account(), desk: desk))
    } catch {
      asks.sayProblem(error, subject: "account")
    }
  }

  private var selectedItem: OpenItem? {
    if case .openItem(let item) = list.line?.subject { item } else { nil }
  }

  private var refusalToDo: String? {
    switch list.line?.subject {
    case .step(let step): screen.refusal(of: step.act)
    case .openItem(let item):
      item.tab.permission.flatMap { desk.may($0) ? nil : "\(item.owner) settles this; w waives it." }
    default: nil
    }
  }

  private mutating func doLine() {
    switch list.line?.subject {
    case .step(.order): open(screen.orderForm())
    case .step(.exit): open(screen.exitForm())
    case .step(.close): askToClose()
    case .openItem(let item) where item.kind != .prescription && screen.accountRefusal == nil: openAccount()
    case .openItem(let item) where item.kind == .prescription: openQueue(on: item.subject)
    case .openItem(let item): asks.open(item.tab.number)
    default: if let line = list.line { show(TextPage(title: "Check-out", lines: line.detail.map { StyledText($0) })) }
    }
  }

  /// Opens the pharmacy's queue with the cursor on a prescription.
  private mutating func openQueue(on id: String) {
    guard let session = desk.session else { return }
    do {
      var pane = PharmacyPane(PharmacyScreen(session: session), desk: desk)
      try pane.go(to: id)
      asks.open(6, pushing: pane)
    } catch {
      asks.sayProblem(error, subject: "prescription")
    }
  }

  private mutating func askToClose() {
    let room = screen.checkOut.stays.last?.roomNumber ?? ""
    confirm(
      ConfirmQuestion(
        title: "Close the account?",
        lines: [screen.name, ""] + screen.moneyLines(issuing: false)
          + ["The stay is completed. A closed account is not opened again."],
        keep: "Leave it open", act: "Close", typed: room, typedName: "the room number")
    ) { pane in pane.change { try $0.close() } }
  }

  /// Opens the form or the question of a draft, which goes on with what was typed.
  mutating func goOn(with draft: Draft) throws {
    let act: CheckOutAct
    switch draft.name {
    case .dischargeOrder: act = .order
    case .atOnce: act = .atOnce
    case .exit: act = .exit
    case .goesOnLeave: act = .beginLeave
    case .takingBack: act = .takeBack
    default:
      let item = screen.checkOut.openItems.first { $0.id == draft.subjectParts.dropFirst().joined(separator: "/") }
      guard let item else { throw Refusal.draftIsHomeless }
      try DraftDoor.allow(screen.refusalToWaive(item))
      return askToWaive(item)
    }
    try DraftDoor.allow(screen.refusal(of: act))
    switch act {
    case .order: open(screen.orderForm())
    case .atOnce: open(screen.atOnceForm())
    case .exit: open(screen.exitForm())
    case .beginLeave: open(screen.leaveForm())
    default: askToTakeBack()
    }
  }

  private mutating func askToWaive() {
    if let item = selectedItem { askToWaive(item) }
  }

  private mutating func askToWaive(_ item: OpenItem) {
    let draft = NoteDraft(
      .waiver, subject: "\(screen.checkOut.id.text)/\(item.id)", title: "Why \(item.name) is waived, \(screen.name)",
      at: desk)
    askReason(
      ReasonQuestion(
        title: "Waive \(item.name)?",
        lines: [screen.name, item.about, "It no longer stands in the way. Your name and the reason are kept."],
        keep: "Leave it open", act: "Waive"), about: "check-out", keeping: draft
    ) { pane, reason in try pane.attempt { try $0.waive(item, because: reason) } }
  }

  private mutating func askToTakeBack() {
    let hasLeft = screen.checkOut.stamp(.exit) != nil
    let room = screen.checkOut.stays.last?.roomNumber ?? ""
    let draft = NoteDraft(
      .takingBack, subject: screen.checkOut.id.text,
      title: "Why the \(hasLeft ? "discharge" : "order") is taken back, \(screen.name)", at: desk)
    askReason(
      ReasonQuestion(
        title: hasLeft ? "Take the discharge back?" : "Withdraw the order?",
        lines: [
          screen.name,
          hasLeft ? "The patient is in \(room) again, if nobody else has taken it." : "The patient stays.",
        ],
        keep: "Leave", act: hasLeft ? "Take back" : "Withdraw"), about: "check-out", keeping: draft
    ) { pane, reason in try pane.attempt { try $0.takeBack(because: reason) } }
  }

  private mutating func open(_ form: ActForm) {
    push(ActFormPane(form, desk: desk), for: RecordChange.self) { pane, change in
      pane.refresh()
      pane.remember(change)
    }
  }

  private mutating func change(_ act: (inout CheckOutSheet) throws -> RecordChange) {
    do { try attempt(act) } catch { asks.sayProblem(error, subject: "check-out") }
  }

  /// Does an act and remembers how it is undone; where it is refused, shows how things stand now.
  private mutating func attempt(_ act: (inout CheckOutSheet) throws -> RecordChange) throws {
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
    guard change.canBeUndone else { return }
    reversible(change.sentence, undo: { $0.undo(change) })
  }

  private mutating func undo(_ change: RecordChange) {
    do {
      if let done = try screen.undo(change) { asks.ok(done.sentence) }
    } catch {
      asks.sayProblem(error, subject: "check-out")
    }
    refresh()
  }

  private mutating func refresh() {
    do {
      try screen.refresh()
      list.replace(with: screen.sections)
      asks.mend("check-out reading")
    } catch {
      asks.sayProblem(error, subject: "check-out reading")
    }
  }
}

extension CheckOutStep {
  /// What does the step.
  fileprivate var act: CheckOutAct {
    switch self {
    case .order: .order
    case .exit: .exit
    case .close: .close
    }
  }
}

extension OpenItem {
  /// The tab where it is settled, and what has to be allowed there.
  fileprivate var tab: (number: TabNumber, permission: Permission?) {
    kind == .prescription ? (6, .seePrescriptions) : (5, .seeInvoices)
  }
}
