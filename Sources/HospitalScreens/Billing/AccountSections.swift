import HospitalDomain
import HospitalServices

/// The account of a stay in words. Labels are dates or numbers; amounts stand in one column.
struct AccountSections {
  private let account: StayAccount
  private let clock: LocalTime
  private let today: CalendarDate

  init(_ account: StayAccount, session: Session) {
    self.account = account
    clock = session.workplace.localTime
    today = session.workplace.today
  }

  var all: [RecordSection] {
    [charges] + [expected].compactMap(\.self) + [invoices] + [kept].compactMap(\.self) + [sums]
  }

  private var charges: RecordSection {
    RecordSection("CHARGED, ON NO INVOICE", account.charges.map(line), none: "nothing")
  }

  private var expected: RecordSection? {
    account.expected.isEmpty ? nil : RecordSection("EXPECTED (ESTIMATE)", account.expected.map(line))
  }

  private func line(_ charge: Charge) -> RecordLine {
    let count = charge.quantity == 1 ? "" : "  \(charge.quantity) × \(charge.unit)"
    let discount = charge.discount == .zero ? "" : "  less \(charge.discount)"
    let standing = charge.isEstimate ? "(est.) " : charge.isWaived ? "(waived) " : ""
    return label(
      "\(charge.servedOn)", row("\(standing)\(charge.item)\(count)\(discount)", charge.amount),
      charge.isEstimate || charge.isWaived ? .faint : .plain,
      detail: [
        charge.item, "\(charge.code), \(charge.category.title), \(charge.servedOn)", "",
        "\(charge.quantity) × \(charge.unit) = \(charge.gross)",
        charge.discount == .zero ? "" : "less \(charge.discount): \(charge.discountReason)", "USD \(charge.amount)",
        charge.isWaived ? "Waived: it is not billed unless the waiver is taken back." : "",
        charge.isEstimate ? "An estimate until the nights are over." : "Recorded by \(charge.recordedBy)",
      ].filter { !$0.isEmpty }, subject: .charge(charge))
  }

  private var invoices: RecordSection {
    RecordSection(
      "INVOICES",
      account.invoices.map { invoice in
        let state = invoice.state(on: today)
        let issued = invoice.issuedAt.map { "\(clock.date(of: $0))" } ?? "not issued"
        return label(
          invoice.number ?? "Draft",
          row("\(state.title), \(issued), total \(invoice.total)", state == .draft ? invoice.total : invoice.due),
          state.isOpen ? .waiting : .plain,
          detail: [
            invoice.number ?? "Draft", state.title, "Total USD \(invoice.total)", "Paid USD \(invoice.paid)",
            "Due USD \(invoice.due)",
          ], subject: .invoice(invoice.id))
      }, none: "none yet")
  }

  /// How what is kept for the patient came about; nothing where nothing ever was.
  private var kept: RecordSection? {
    guard !account.movements.isEmpty else { return nil }
    return RecordSection(
      "KEPT FOR THE PATIENT",
      account.movements.map { movement in
        let words = [movement.kind.title, movement.invoice, movement.method.map { "by \($0.title)" } ?? ""]
        return label(
          "\(clock.date(of: movement.at))", row(words.filter { !$0.isEmpty }.joined(separator: " "), movement.amount),
          detail: [
            words.prefix(2).filter { !$0.isEmpty }.joined(separator: " "), "USD \(movement.amount)",
            movement.method.map { "By \($0.title)" } ?? "", movement.words, "",
            "\(clock.text(movement.at)) by \(movement.by)",
          ].filter { !$0.isEmpty })
      }, none: "nothing")
  }

  private var sums: RecordSection {
    let insurer = account.rates.share(of: account.insurer)
    var lines = [
      label("On no invoice", row("", account.unbilled)), label("Due", row("on invoices", account.due)),
    ]
    if account.drafted != .zero { lines.append(label("On drafts", row("not issued", account.drafted))) }
    if account.estimate != .zero {
      lines.append(label("Expected", row("estimate, until the patient leaves", account.estimate)))
    }
    let whole = Money(
      cents: account.unbilled.cents + account.drafted.cents + account.due.cents + account.estimate.cents)
    lines.append(label("Together", row(account.estimate == .zero ? "" : "estimate", whole)))
    if account.kept != .zero { lines.append(label("Kept", row("as the patient's credit", account.kept))) }
    let who =
      account.insurer.isEmpty
      ? "the patient"
      : insurer == 0
        ? "the patient; nothing is agreed with \(account.insurer)"
        : "\(account.insurer) \(BillingRates.percent(insurer)), the patient the rest"
    lines.append(label("Pays", who))
    if account.rates.tax > 0 {
      lines.append(label("Tax", "\(BillingRates.percent(account.rates.tax)) on invoices"))
    }
    return RecordSection("SUMS IN USD", lines)
  }

  /// A line whose text stands in one column with the others.
  private func label(
    _ label: String, _ text: String, _ weight: RecordLine.Weight = .plain, detail: [String] = [],
    subject: RecordLine.Subject = .none
  ) -> RecordLine {
    let padding = String(repeating: " ", count: max(0, 13 - label.count))
    let words = text.split(separator: "  ").map { String($0).trimmedEnds }.filter { !$0.isEmpty }
    return RecordLine(
      label + padding, text, weight, detail: detail.isEmpty ? [label] + words : detail, subject: subject)
  }

  /// A text with an amount at the right of a column of 52.
  private func row(_ text: String, _ amount: Money) -> String {
    let figure = "\(amount)"
    let room = 52 - figure.count - 1
    let cut = text.count > room ? text.prefix(room - 1) + "…" : text[...]
    return cut + String(repeating: " ", count: max(1, 52 - cut.count - figure.count)) + figure
  }
}
