import HospitalDomain
import HospitalServices

/// The account of one stay (I1): what was charged, what is still expected, and the invoices.
package struct AccountScreen {
  /// The account as it was read last.
  package private(set) var account: StayAccount
  /// It in sections, each with a heading.
  package private(set) var sections: [RecordSection] = []
  /// Who it is about; nil for those who may not open records.
  package private(set) var banner: PatientBanner?
  let session: Session

  /// Opens the account of a stay.
  init(_ admission: AdmissionID, session: Session, banner: PatientBanner?) throws {
    self.session = session
    self.banner = banner
    account = try ChargeService(session).account(of: admission)
    arrange()
  }

  /// Reads it again; it was opened already.
  package mutating func refresh() throws {
    account = try ChargeService(session).again(account.admission.id)
    banner = session.refreshed(banner, of: account.patient.id)
    arrange()
  }

  /// The name of the patient as lists show it.
  package var name: String { account.patient.name.listed }

  /// Why this person may not do that; nil if they may.
  package func refusal(of permission: Permission) -> String? { session.refusal(of: permission)?.sentence }

  /// Why a charge cannot be discounted or cancelled; nil when it can.
  package func refusalToChange(_ charge: Charge?) -> String? {
    if let refusal = refusal(of: .discountCharge) { return refusal }
    guard let charge else { return "Put the cursor on a charge." }
    return charge.isEstimate ? "This is an estimate; it is charged when the night is over." : nil
  }

  /// The form that charges a service.
  package func chargeForm() -> ActForm {
    let (session, id, today) = (session, account.admission.id, session.workplace.today)
    let offered = ((try? PriceService(session).list())?.offered(on: today) ?? []).filter { $0.category != .room }
    let choices = offered.map { FieldChoice($0.item, value: $0.code, detail: "\($0.code)  \($0.unit ?? .zero)") }
    let form = Form.single(
      "charge", "Charge", heading: "CHARGE A SERVICE",
      rows: [
        [.lookup("code", "Service", FieldLookup(noun: "service", choices: choices), required: true, width: 34)],
        [
          .text(
            "quantity", "Quantity", required: true, width: 4, limit: 4, text: "1",
            reader: .number(1...ChargeEntry.mostOfOne)
          ).proposed()
        ],
        [.date("servedOn", "Served on", required: true, hint: "T, T-1", text: "T")],
      ], moment: session.moment)
    return ActForm(.charge, subject: id.text, form, doing: "Charge", about: banner) { form in
      let day = form.value("servedOn").flatMap { CalendarDate($0) } ?? form.moment.today
      return try ChargeService(session).charge(
        ChargeEntry(code: form.value("code") ?? "", quantity: Int(form.text("quantity")) ?? 0, servedOn: day), to: id)
    }
  }

  /// The form that takes something off a charge.
  package func discountForm(of charge: Charge) -> ActForm {
    let session = session
    let form = Form.single(
      "discount", "Discount", heading: "DISCOUNT ON \(charge.item)",
      rows: [
        [.text("now", "Comes to", width: 14, text: "\(charge.amount)").readOnly()],
        [.text("discount", "Take off", required: true, width: 14, limit: 20, hint: "USD", reader: .money)],
        [.text("reason", "Reason", required: true, width: 46, limit: SafeText.lineLimit, reader: .line())],
      ], moment: session.moment)
    return ActForm(
      .discount, subject: "\(account.admission.id.text)/\(charge.id.text)", form, doing: "Give", about: banner
    ) { form in
      try ChargeService(session).discount(
        charge.id, by: try form.money("discount"), because: form.text("reason"))
    }
  }

  /// What can be done to an invoice.
  package var acts: InvoiceActs { InvoiceActs(session: session) }

  /// An invoice of the account.
  package func invoice(_ id: ListedInvoice.ID) -> ListedInvoice? {
    account.invoices.first { $0.id == id }.map { ListedInvoice(patient: account.patient, invoice: $0) }
  }

  /// All that is known of an invoice of the account: its lines, payments and credit notes. The opening stands in the
  /// audit trail.
  package func lines(of id: ListedInvoice.ID) throws -> [DetailLine] {
    guard let listed = invoice(id) else { throw Refusal.noSuchInvoice }
    let row = InvoiceRow(listed, today: session.workplace.today, clock: session.workplace.localTime)
    let detail = try InvoiceService(session).open(id)
    return InvoiceDetailLines(row: row, isOpened: true, detail: detail, session: session).all
  }

  /// The draft of the account, if one is drawn up.
  package var draft: ListedInvoice.ID? { account.invoices.first { $0.number == nil && $0.status == "draft" }?.id }

  /// Why no invoice can be drawn up; nil when one can.
  package var billRefusal: String? {
    if let refusal = refusal(of: .issueInvoice) { return refusal }
    return account.billable.isEmpty && account.expected.isEmpty
      ? Refusal.nothingToBill(account.patient.name).sentence : nil
  }

  /// Draws up a draft of what stands on no invoice.
  package mutating func bill() throws -> RecordChange {
    let done = try InvoiceService(session).draft(for: account.admission.id)
    try refresh()
    return RecordChange(done)
  }

  /// Does something to an invoice.
  package mutating func change(by act: (InvoiceActs) throws -> RecordChange) throws -> RecordChange {
    let change = try act(acts)
    try refresh()
    return change
  }

  /// Cancels a charge.
  package mutating func cancel(_ charge: Charge, because reason: String) throws -> RecordChange {
    let done = try ChargeService(session).cancel(charge.id, because: reason)
    try refresh()
    return RecordChange(done)
  }

  /// Takes a change back.
  package mutating func undo(_ change: RecordChange) throws -> RecordChange? {
    guard let undo = change.act.undo else { return nil }
    let done = try undo(session)
    try refresh()
    return RecordChange(done)
  }

  private mutating func arrange() { sections = AccountSections(account, session: session).all }
}

extension Form {
  /// The amount that a field holds. Throws what is wrong with it.
  func money(_ id: FormField.ID) throws -> Money {
    do throws(Misentry) { return try Money(entry: text(id)) } catch {
      throw InvalidEntry(problems: [error.at(id)])
    }
  }
}
