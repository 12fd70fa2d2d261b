import HospitalDomain
import HospitalServices

/// What can be done to one invoice, wherever it is listed.
package struct InvoiceActs {
  let session: Session

  /// Why a draft cannot be issued; nil when it can. The services say the last word.
  package func issueRefusal(_ invoice: PatientInvoice?) -> String? {
    refusal(of: .issueInvoice, invoice) { invoice throws(Refusal) in try InvoiceRule.checkIssue(invoice, lines: 1) }
  }

  /// Why a draft cannot be cancelled; nil when it can.
  package func cancelRefusal(_ invoice: PatientInvoice?) -> String? {
    refusal(of: .issueInvoice, invoice) { invoice throws(Refusal) in try InvoiceRule.checkCancel(invoice) }
  }

  /// Why an invoice takes no credit note; nil when it does.
  package func creditRefusal(_ invoice: PatientInvoice?) -> String? {
    refusal(of: .creditInvoice, invoice) { invoice throws(Refusal) in
      _ = try InvoiceRule.credit(nil, of: invoice, lines: [])
    }
  }

  /// What is asked before a draft is issued: how many lines it has.
  package func issueQuestion(_ id: ListedInvoice.ID) throws -> ActQuestion {
    let service = InvoiceService(session)
    let (listed, detail) = (try service.invoice(id), try service.detail(of: id))
    let insurer = Money(cents: detail.lines.reduce(0) { $0 + $1.insurer.cents })
    let tax = Money(cents: detail.lines.reduce(0) { $0 + $1.tax.cents })
    return ActQuestion(
      "Issue the invoice?",
      [
        listed.patient.name.listed,
        "\(Listing.count(detail.lines.count, "line")), USD \(listed.invoice.total)"
          + (tax == .zero ? "" : ", tax \(tax)") + (insurer == .zero ? "" : ", insurer pays \(insurer)"), "",
        "It gets the next number, and its lines are frozen. A credit note corrects it.",
      ], typed: "\(detail.lines.count)", typedName: "the number of lines", keep: "Keep the draft", act: "Issue")
  }

  /// The invoice as it stands now.
  package func invoice(_ id: ListedInvoice.ID) throws -> ListedInvoice { try InvoiceService(session).invoice(id) }

  /// Issues a draft.
  package func issue(_ id: ListedInvoice.ID) throws -> RecordChange {
    RecordChange(try InvoiceService(session).issue(id))
  }

  /// Cancels a draft, or strikes out one that should never have been made.
  package func cancel(_ id: ListedInvoice.ID, asError: Bool = false, because reason: String) throws -> RecordChange {
    RecordChange(try InvoiceService(session).cancelDraft(id, asError: asError, because: reason))
  }

  /// The form of a credit note.
  package func creditForm(_ listed: ListedInvoice) -> ActForm {
    let (session, invoice) = (session, listed.invoice)
    let form = Form.single(
      "credit", "Credit note · \(invoice.number ?? "")", heading: "CREDIT NOTE FOR \(invoice.number ?? "")",
      rows: [
        [.text("left", "It asks for", width: 14, text: "\(invoice.net)").readOnly()],
        [
          .text(
            "amount", "Take back", width: 14, limit: 20, hint: "USD; empty for all of it, which cancels it",
            reader: .money)
        ],
        [.text("reason", "Reason", required: true, width: 46, limit: SafeText.lineLimit, reader: .line())],
      ], moment: session.moment)
    return ActForm(
      .creditNote, subject: listed.id, form, doing: "Issue", about: session.banner(of: listed.patient.id)
    ) { form in
      let all = form.text("amount").isEmpty
      return ActQuestion(
        all ? "Cancel the invoice?" : "Issue the credit note?",
        [
          listed.patient.name.listed,
          all ? "\(invoice.number ?? "") is wholly taken back." : "USD \(form.text("amount")) is taken back.",
        ], typed: invoice.number, typedName: "the invoice", keep: "Keep it", act: "Credit")
    } send: { form in
      let amount = form.text("amount").isEmpty ? nil : try form.money("amount")
      return try InvoiceService(session).credit(listed.id, amount, because: form.text("reason"))
    }
  }

  /// Why nothing can be paid on an invoice; nil when something can.
  package func payRefusal(_ invoice: PatientInvoice?) -> String? {
    refusal(of: .takePayment, invoice) { invoice throws(Refusal) in
      guard invoice.status == "issued", invoice.balance > .zero else {
        throw Refusal(
          code: "payment.nothingDue",
          sentence: invoice.status == "draft"
            ? "This draft is not issued yet; issue it first (i)."
            : "Nothing is due on \(invoice.number ?? "this invoice").")
      }
    }
  }

  /// The form that takes a payment.
  package func paymentForm(_ listed: ListedInvoice) -> ActForm {
    let (session, invoice) = (session, listed.invoice)
    let kept = (try? PaymentService(session).kept(for: listed.patient.id)) ?? .zero
    let form = Form.single(
      "payment", "Payment · \(invoice.number ?? "")", heading: "PAYMENT ON \(invoice.number ?? "")",
      rows: [[.text("due", "Due", width: 14, text: "\(invoice.balance)").readOnly()]]
        + (kept == .zero ? [] : [[.text("kept", "Kept as credit", width: 14, text: "\(kept)").readOnly()]])
        + FormField.payment(amount: invoice.balance, withCredit: kept > .zero)
        + [[.yesNo("keepsRest", "Keep the rest", hint: "what is more than due, as credit", isOn: false)]],
      moment: session.moment)
    return ActForm(.payment, subject: listed.id, form, doing: "Take", about: session.banner(of: listed.patient.id)) {
      form in
      try PaymentService(session).pay(listed.id, try form.paymentEntry())
    }
  }

  private func refusal(
    of permission: Permission, _ invoice: PatientInvoice?, _ check: (PatientInvoice) throws(Refusal) -> Void
  ) -> String? {
    if let refusal = session.refusal(of: permission) { return refusal.sentence }
    guard let invoice else { return "Put the cursor on an invoice." }
    do throws(Refusal) {
      try check(invoice)
      return nil
    } catch {
      return error.sentence
    }
  }
}

extension Session {
  /// Who a form is about; the opening stands in the audit trail. Nil for those who may not open records.
  func banner(of patient: PatientID) -> PatientBanner? {
    guard refusal(of: .readPatient) == nil,
      let record = try? RegistrationService(self).open(patient, because: "account")
    else { return nil }
    return PatientBanner(
      record.patient, room: record.room?.number, today: workplace.today, clock: workplace.localTime)
  }

  /// The same as it stands now, once it was opened; what it was where it cannot be read.
  func refreshed(_ banner: PatientBanner?, of patient: PatientID) -> PatientBanner? {
    guard banner != nil, let now = try? RegistrationService(self).again(patient) else { return banner }
    return PatientBanner(now.patient, room: now.room?.number, today: workplace.today, clock: workplace.localTime)
  }
}

extension FormField {
  /// The fields of every form that takes money.
  static func payment(amount: Money?, withCredit: Bool = false) -> [[FormField]] {
    let ways = PaymentMethod.allCases.filter { $0 != .credit || withCredit }.map {
      FieldChoice($0.title, value: $0.rawValue)
    }
    return [
      [.coded("method", "Way", ways, value: PaymentMethod.cash.rawValue, width: 22)],
      [
        .text(
          "amount", "Amount", required: true, width: 14, limit: 20, hint: "USD",
          text: amount.map { "\($0)" } ?? "", reader: .money
        ).proposed()
      ],
      [
        .text(
          "tendered", "Handed over", width: 14, limit: 20, hint: "cash; the change is told", reader: .money)
      ],
      [
        .text(
          "reference", "Reference", width: 30, limit: 60, hint: "of terminal, transfer or insurer",
          help: "The reference that the card terminal prints, or of the transfer. Never a card number.", reader: .line()
        )
      ],
    ]
  }
}

extension Form {
  /// What the fields of a form that takes money say.
  func paymentEntry() throws -> PaymentEntry {
    PaymentEntry(
      value("method").flatMap(PaymentMethod.init), try money("amount"),
      tendered: text("tendered").isEmpty ? nil : try money("tendered"), reference: text("reference"),
      keepsRest: isOn("keepsRest"))
  }
}
