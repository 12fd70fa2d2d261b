import HospitalDomain
import HospitalServices

/// The services that were delivered and stand on no invoice that was issued (B6), with their sums.
package struct UninvoicedScreen: ListScreen {
  /// The services in the order of the list.
  package var rows = NarrowedList<UninvoicedItem> {
    "\($0.patient.name.listed) \($0.patient.number) \($0.patient.number.digits) \($0.code) \($0.item) \($0.reason.title)"
  }
  /// Which of them are shown.
  package private(set) var choice = UninvoicedChoice.all
  package private(set) var order = UninvoicedOrder.oldest
  /// Why they could not be read; nil while they can. What was read before stays.
  package private(set) var problem: FormMessage?
  private var isCut = false
  private var unpriced: [String] = []
  private let session: Session

  /// The services as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  /// Reads them again.
  package mutating func refresh() {
    do {
      let report = try UninvoicedService(session).list()
      rows.take(order.sorted(report.items))
      (isCut, unpriced, problem) = (report.isCut, report.unpriced, nil)
    } catch {
      problem = FormMessage(problem: error)
    }
  }

  /// Shows the next kind of them.
  package mutating func nextChoice(by step: Int = 1) { choose(choice.next(by: step)) }

  /// Puts them in the next order.
  package mutating func nextOrder() {
    order = order.next
    rows.take(order.sorted(rows.all))
  }

  /// Shows all of them again, whatever was typed; false when they were shown already.
  package mutating func showAll() -> Bool {
    let wasNarrowed = choice != .all
    choose(.all)
    return rows.clearFilter() || wasNarrowed
  }

  /// The filter in words: `waived · okafor`.
  package var filterTitle: String {
    [choice.title, rows.filter].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What is shown together: `12 · USD 4,320.00`.
  package var summary: String {
    guard let sums = try? UninvoicedSums(rows.shown) else {
      return "\(Listing.count(rows.shown.count, "service")), too much to be summed"
    }
    return "\(isCut ? "first \(sums.count)" : "\(sums.count)") · USD \(sums.total), by \(order.title)"
  }

  /// What is shown, by reason: `not billed 150.00`, `waived 22.25`; none for nothing. Then the kinds of rooms in use whose
  /// nights cost nothing because no price is set.
  package var parts: [String] {
    ((try? UninvoicedSums(rows.shown))?.inWords ?? []) + unpriced.map { "no price set for \($0)" }
  }

  /// Why the account of a service cannot be opened; nil when it can.
  package func accountRefusal(_ item: UninvoicedItem) -> String? {
    if let refusal = session.refusal(of: .seeAccount) { return refusal.sentence }
    return item.admission == nil ? "This draft is of no stay; the Invoices tab issues it." : nil
  }

  /// Opens the account that a service belongs to.
  package func account(of item: UninvoicedItem) throws -> AccountScreen {
    guard let admission = item.admission else { throw Refusal.noSuchAdmission }
    return try AccountScreen(admission, session: session, banner: session.banner(of: item.patient.id))
  }

  /// Whether lists name patients by their initials.
  package var hidesNames: Bool { session.veil.isDrawn }

  /// What is known of a service, and what to do about it.
  package func detail(of item: UninvoicedItem) -> [DetailLine] {
    let born = item.patient.birthDate.withAge(on: session.workplace.today)
    return [
      DetailLine("", "\(item.item)", .heading), DetailLine("Amount", "USD \(item.amount) before tax"),
      DetailLine("Served", "\(item.servedOn)"), DetailLine("Code", item.code),
      DetailLine("Quantity", "\(item.quantity)"), .blank, DetailLine("Patient", session.listed(item.patient.name)),
      DetailLine("Born", "\(born) \(item.patient.sex.rawValue)"),
      DetailLine("Number", "\(item.patient.number)"), DetailLine("Stay", item.standing?.title ?? "none"), .blank,
      DetailLine("State", item.reason.title, item.reason == .takenBack ? .waiting : .plain),
    ] + (item.about.isEmpty ? [] : [DetailLine("", item.about)]) + [DetailLine("", item.reason.remedy)]
  }

  private mutating func choose(_ choice: UninvoicedChoice) {
    self.choice = choice
    rows.choose { choice.contains($0) }
  }
}

extension UninvoicedItem.Reason {
  /// What a person does about it.
  fileprivate var remedy: String {
    switch self {
    case .night: "Charged by itself when the stay is billed: b on the account."
    case .charged: "b on the account draws up an invoice."
    case .drafted: "i on the account issues the draft."
    case .takenBack: "b on the account bills it again; x cancels what was never given."
    case .waived: "Nothing is left to do."
    }
  }
}
