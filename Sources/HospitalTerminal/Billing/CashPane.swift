import HospitalDomain
import HospitalScreens
import TerminalKit

/// The till: the person's own shift, deposits, refunds, and the shifts of all.
package struct CashPane: Pane {
  package static let keyTable: [Command<CashPane>] =
    RecordList.motions(\.list) + till + refunds + [
      Command("cash.show", keys: [.enter], title: "Show all of the line", hint: "Show") { $0.showLine() },
      Command("cash.refresh", keys: ["r", .function(5)], title: "Read it again", isMotion: true) { $0.refresh() },
    ]

  package var asks = Asks()
  private var screen: CashScreen
  private var list: RecordList
  private let desk: Desk

  /// The pane of the till.
  init(_ screen: CashScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list = RecordList(screen.sections)
  }

  package var title: String { "Cash" }
  package func context(columns: Int) -> StyledText { StyledText(" Shifts, deposits and refunds, in USD", .hint) }
  package var hasDetail: Bool { true }

  package mutating func draw(on canvas: inout Canvas) { list.draw(on: &canvas) }
  package mutating func drawDetail(on canvas: inout Canvas) { canvas.writeWrapped(list.line?.detail ?? []) }
  package mutating func appear() { refresh() }

  private static let till: [Command<CashPane>] = [
    Command(
      "cash.open", keys: ["o"], title: "Open your shift with its float…", hint: "Open…",
      disabled: { $0.screen.openRefusal }
    ) { $0.open($0.screen.openForm()) },
    Command(
      "cash.close", keys: ["c"], title: "Close your shift with a count…", hint: "Close…",
      disabled: { $0.screen.closeRefusal }
    ) { $0.open($0.screen.closeForm()) },
    Command(
      "cash.deposit", keys: ["d"], title: "Take a deposit…", hint: "Deposit…",
      disabled: { $0.screen.refusal(of: .takePayment) }
    ) { $0.open($0.screen.depositForm()) },
    Command(
      "cash.print", keys: ["p"], title: "Print a receipt of a payment or a deposit…", hint: "Print…",
      disabled: { $0.screen.refusal(of: .printAccount) }
    ) { pane in
      let screen = pane.screen
      pane.openPrinting(at: pane.desk) { try screen.printForm() }
    },
  ]

  private static let refunds: [Command<CashPane>] = [
    Command(
      "cash.refund", keys: ["f"], title: "Ask for a refund…", hint: "Refund…",
      disabled: { $0.screen.refusal(of: .requestRefund) }
    ) { $0.open($0.screen.refundForm()) },
    Command(
      "cash.approve", keys: ["a"], title: "Approve the refund…", hint: "Approve…",
      disabled: { $0.screen.decideRefusal($0.selectedRefund) }
    ) { $0.askToApprove() },
    Command(
      "cash.decline", keys: ["x", .function(9), "D"], title: "Decline the refund…", hint: "Decline…",
      disabled: { $0.screen.decideRefusal($0.selectedRefund) }
    ) { $0.askToDecline() },
    Command(
      "cash.pay", keys: ["y"], title: "Pay out the refund: it was paid…", hint: "Pay out…",
      disabled: { $0.screen.payRefusal($0.selectedRefund) }
    ) { $0.askToPay() },
  ]

  private var selectedRefund: Refund? { if case .refund(let refund) = list.line?.subject { refund } else { nil } }

  package func record(toOpenBefore command: CommandID) -> String? {
    guard ["cash.approve", "cash.decline", "cash.pay"].contains(command), let refund = selectedRefund,
      refund.patient.isWithheld
    else { return nil }
    return refund.patient.id.text
  }

  private mutating func askToApprove() {
    guard let refund = selectedRefund else { return }
    confirm(
      ConfirmQuestion(
        title: "Approve the refund?",
        lines: [refund.patient.name.listed, "USD \(refund.amount) by \(refund.method.title)", refund.reason],
        keep: "Not now", act: "Approve")
    ) { pane in pane.change { try $0.decide(refund, approved: true, because: "") } }
  }

  /// Opens the form or the question of a draft, which goes on with what was typed.
  mutating func goOn(with draft: Draft) throws {
    let refund = screen.refund(draft.subject)
    switch draft.name {
    case .shiftOpening:
      try DraftDoor.allow(screen.openRefusal)
      open(screen.openForm())
    case .shiftClosing:
      try DraftDoor.allow(screen.closeRefusal)
      open(screen.closeForm())
    case .deposit:
      try DraftDoor.allow(screen.refusal(of: .takePayment))
      open(screen.depositForm())
    case .refund:
      try DraftDoor.allow(screen.refusal(of: .requestRefund))
      open(screen.refundForm())
    default:
      guard let refund else { throw Refusal.draftIsHomeless }
      let isDeclined = draft.name == .declinedRefund
      try DraftDoor.allow(isDeclined ? screen.decideRefusal(refund) : screen.payRefusal(refund))
      if isDeclined { askToDecline(refund) } else { askToPay(refund) }
    }
  }

  private mutating func askToDecline() {
    if let refund = selectedRefund { askToDecline(refund) }
  }

  private mutating func askToDecline(_ refund: Refund) {
    askReason(
      ReasonQuestion(
        title: "Decline the refund?", lines: [refund.patient.name.listed, "USD \(refund.amount)"], keep: "Not now",
        act: "Decline"), about: "cash",
      keeping: NoteDraft(
        .declinedRefund, subject: refund.id.text, title: "Why a refund is declined, \(refund.patient.name.listed)",
        at: desk)
    ) { pane, reason in try pane.attempt { try $0.decide(refund, approved: false, because: reason) } }
  }

  private mutating func askToPay() {
    if let refund = selectedRefund { askToPay(refund) }
  }

  private mutating func askToPay(_ refund: Refund) {
    var question = ReasonQuestion(
      title: "Paid back?",
      lines: [
        refund.patient.name.listed, "USD \(refund.amount) by \(refund.method.title)",
        "Write the reference, or whom it was handed to.",
      ], keep: "Not yet", act: "Paid")
    question.noun = "reference"
    let draft = NoteDraft(
      .paidRefund, subject: refund.id.text, title: "How a refund was paid, \(refund.patient.name.listed)", at: desk)
    askReason(question, about: "cash", keeping: draft) { pane, reference in
      try pane.attempt { try $0.payOut(refund, reference: reference) }
    }
  }

  private mutating func open(_ form: ActForm) {
    push(ActFormPane(form, desk: desk), for: RecordChange.self) { pane, change in
      pane.refresh()
      pane.asks.ok(change.sentence)
    }
  }

  private mutating func change(_ act: (inout CashScreen) throws -> RecordChange) {
    do { try attempt(act) } catch { asks.sayProblem(error, subject: "cash") }
  }

  /// Does an act; where it is refused, shows how things stand now.
  private mutating func attempt(_ act: (inout CashScreen) throws -> RecordChange) throws {
    do {
      let change = try act(&screen)
      list.replace(with: screen.sections)
      asks.ok(change.sentence)
    } catch {
      refresh()
      throw error
    }
  }

  private mutating func showLine() {
    guard let line = list.line else { return }
    show(TextPage(title: "Cash", lines: line.detail.map { StyledText($0) }))
  }

  private mutating func refresh() {
    screen.refresh()
    list.replace(with: screen.sections)
    if let problem = screen.problem {
      asks.error(problem.sentence, subject: "cash reading")
    } else {
      asks.mend("cash reading")
    }
  }
}
