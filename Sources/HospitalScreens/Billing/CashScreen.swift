import HospitalDomain
import HospitalServices

/// The till: the person's own shift, refunds that wait for approval or payment, deposits, and the shifts of all.
package struct CashScreen {
  /// The person's open shift; nil for none.
  package private(set) var shift: CashShift?
  /// What there is, in sections with a heading each.
  package private(set) var sections: [RecordSection] = []
  /// Why it could not be read; nil while it can. What was read before stays.
  package private(set) var problem: FormMessage?
  let session: Session

  /// The till as it stands now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  /// Reads it again.
  package mutating func refresh() {
    do {
      let service = TillService(session)
      shift = refusal(of: .takePayment) == nil ? try service.shift() : nil
      sections = [
        ownShift, section("REFUNDS", try service.refunds().map(line), none: "none waits"),
        section("DEPOSITS", try service.deposits().map(line), none: "none yet"),
        section("SHIFTS", try service.shifts().map(line), none: "none yet"),
      ]
      problem = nil
    } catch {
      problem = FormMessage(problem: error)
    }
  }

  /// Why this person may not do that; nil if they may.
  package func refusal(of permission: Permission) -> String? { session.refusal(of: permission)?.sentence }

  /// Why a shift cannot be opened; nil when it can.
  package var openRefusal: String? {
    refusal(of: .takePayment) ?? (shift == nil ? nil : Refusal.shiftOpen.sentence)
  }

  /// Why the shift cannot be closed; nil when it can.
  package var closeRefusal: String? {
    refusal(of: .takePayment) ?? (shift == nil ? Refusal.noShift.sentence : nil)
  }

  /// Why a refund cannot be decided; nil when it can.
  package func decideRefusal(_ refund: Refund?) -> String? {
    if let refusal = refusal(of: .approveRefund) { return refusal }
    guard let refund else { return "Put the cursor on a refund." }
    do throws(Refusal) {
      try refund.checkDecision(by: session.account.id)
      return nil
    } catch {
      return error.sentence
    }
  }

  /// Why a refund cannot be paid; nil when it can.
  package func payRefusal(_ refund: Refund?) -> String? {
    if let refusal = refusal(of: .requestRefund) { return refusal }
    guard let refund else { return "Put the cursor on a refund." }
    do throws(Refusal) {
      try refund.checkPayment()
      return nil
    } catch {
      return error.sentence
    }
  }

  /// A refund that is listed, by its identifier.
  package func refund(_ id: String) -> Refund? {
    sections.lazy.flatMap(\.lines).compactMap { line in
      if case .refund(let refund) = line.subject, refund.id.text == id { refund } else { nil }
    }.first
  }

  /// Approves or declines a refund.
  package mutating func decide(_ refund: Refund, approved: Bool, because reason: String) throws -> RecordChange {
    defer { refresh() }
    return RecordChange(try TillService(session).decide(refund, approved: approved, because: reason))
  }

  /// Records that a refund was paid.
  package mutating func payOut(_ refund: Refund, reference: String) throws -> RecordChange {
    defer { refresh() }
    return RecordChange(try TillService(session).payOut(refund, reference: reference))
  }

  // MARK: Forms

  /// The form that opens a shift.
  package func openForm() -> ActForm {
    let session = session
    let form = Form.single(
      "openShift", "Cash · open a shift", heading: "YOUR SHIFT",
      rows: [
        [.text("float", "Float", required: true, width: 14, limit: 20, hint: "USD in the till now", reader: .money)]
      ],
      moment: session.moment)
    return ActForm(.shiftOpening, form, doing: "Open") { try TillService(session).open(float: try $0.money("float")) }
  }

  /// The form that closes the shift.
  package func closeForm() -> ActForm {
    let (session, expected) = (session, shift?.expected ?? .zero)
    let form = Form.single(
      "closeShift", "Cash · close the shift", heading: "YOUR SHIFT",
      rows: [
        [.text("expected", "Expected", width: 14, text: "\(expected)").readOnly()],
        [.text("counted", "Counted", required: true, width: 14, limit: 20, hint: "USD in the till", reader: .money)],
        [
          .text(
            "explanation", "Explanation", width: 46, limit: SafeText.lineLimit, hint: "where the count differs",
            reader: .line())
        ],
      ], moment: session.moment)
    return ActForm(.shiftClosing, form, doing: "Close") { form in
      ActQuestion(
        "Close the shift?",
        ["USD \(form.text("counted")) counted, \(expected) expected.", "A closed shift is not opened again."],
        keep: "Keep it open", act: "Close")
    } send: { form in
      try TillService(session).close(counted: try form.money("counted"), explanation: form.text("explanation"))
    }
  }

  /// The form that takes a deposit.
  package func depositForm() -> ActForm {
    let session = session
    let form = Form.single(
      "deposit", "Cash · deposit", heading: "DEPOSIT, KEPT FOR THE PATIENT",
      rows: [[patient]] + FormField.payment(amount: nil), moment: session.moment)
    return ActForm(.deposit, form, doing: "Take") { form in
      try PaymentService(session).deposit(for: PatientID(form.value("patient") ?? ""), try form.paymentEntry())
    }
  }

  /// The form that asks for a refund.
  package func refundForm() -> ActForm {
    let session = session
    let ways = [PaymentMethod.cash, .card, .transfer].map { FieldChoice($0.title, value: $0.rawValue) }
    let form = Form.single(
      "refund", "Cash · refund", heading: "ASK FOR A REFUND",
      rows: [
        [patient], [.text("amount", "Amount", required: true, width: 14, limit: 20, hint: "USD", reader: .money)],
        [.coded("method", "Way", ways, value: PaymentMethod.transfer.rawValue)],
        [.text("reason", "Reason", required: true, width: 46, limit: SafeText.lineLimit, reader: .line())],
      ], moment: session.moment)
    return ActForm(.refund, form, doing: "Ask for it") { form in
      try TillService(session).requestRefund(
        try form.money("amount"), by: form.value("method").flatMap(PaymentMethod.init) ?? .transfer,
        for: PatientID(form.value("patient") ?? ""), because: form.text("reason"))
    }
  }

  private var patient: FormField {
    .lookup(
      "patient", "Patient", FieldLookup(noun: "patient", source: BedDirectory(session).patients), required: true,
      width: 30)
  }

  // MARK: Words

  private var clock: LocalTime { session.workplace.localTime }

  private var ownShift: RecordSection {
    RecordSection("YOUR SHIFT", shift.map { [line($0)] } ?? [], none: "not open; o opens it with its float")
  }

  /// A list of the till, and where it ends if there is more.
  private func section(_ title: String, _ lines: [RecordLine], none: String) -> RecordSection {
    guard lines.count > TillService.mostShown else { return RecordSection(title, lines, none: none) }
    let shown = lines.prefix(TillService.mostShown)
    return RecordSection(
      "\(title)  first \(shown.count)", shown + [RecordLine("", "there are more, which are not listed", .faint)])
  }

  private func line(_ deposit: PaymentReceipt) -> RecordLine {
    let name = session.listed(deposit.patient.name)
    return RecordLine(
      clock.text(deposit.receivedAt), "\(name)  USD \(deposit.received) by \(deposit.method.title)  \(deposit.number)",
      detail: [
        name, "\(deposit.patient.number)", "Deposit \(deposit.number)",
        "USD \(deposit.received) by \(deposit.method.title)", deposit.reference,
        "Taken \(clock.text(deposit.receivedAt)) by \(deposit.receivedBy)",
      ].filter { !$0.isEmpty })
  }

  private func line(_ shift: CashShift) -> RecordLine {
    let end =
      shift.counted.map { "counted \($0), \(shift.difference($0)) off" } ?? "open, \(shift.expected) expected"
    return RecordLine(
      clock.text(shift.openedAt),
      "\(shift.cashier)  \(end)  float \(shift.float)  in \(shift.cashIn)  out \(shift.cashOut)",
      shift.closedAt == nil ? .plain : .faint,
      detail: [
        shift.cashier, "Opened \(clock.text(shift.openedAt))", "Float \(shift.float)", "Cash in \(shift.cashIn)",
        "Cash out \(shift.cashOut)", "Expected \(shift.expected)",
      ]
        + (shift.closedAt.map { ["Closed \(clock.text($0))"] } ?? [])
        + (shift.counted.map { ["Counted \($0)", "Difference \(shift.difference($0))"] } ?? [])
        + (shift.explanation.isEmpty ? [] : [shift.explanation]))
  }

  private func line(_ refund: Refund) -> RecordLine {
    RecordLine(
      clock.text(refund.requestedAt),
      "\(session.listed(refund.patient.name))  USD \(refund.amount) by \(refund.method.title)  \(refund.state.title)",
      .waiting,
      detail: [
        session.listed(refund.patient.name), "\(refund.patient.number)",
        "USD \(refund.amount) by \(refund.method.title)",
        refund.state.title, "", refund.reason, "asked for by \(refund.requestedByName)",
      ], subject: .refund(refund))
  }
}
