import HospitalDomain
import HospitalServices

/// The stock of the pharmacies by lot (M5): what is there, where it lies, how long it keeps, and what needs attention.
package struct StockScreen: ListScreen {
  /// The lots in the order of the list.
  package var rows = NarrowedList<StockLine> { line in
    "\(line.title) \(line.pharmacyName) \(line.lot?.number ?? "") \(line.lot?.shelf ?? "")"
  }
  /// Which of them are shown.
  package private(set) var choice: StockChoice
  package private(set) var order = StockSort.name
  /// The pharmacy that is shown alone; nil for all.
  private var pharmacy: PharmacyID?
  /// Why they could not be read; nil while they can. What was read before stays.
  package private(set) var problem: FormMessage?
  private var isCut = false
  let session: Session

  /// The stock as it stands now.
  package init(_ session: Session, showing choice: StockChoice = .all) {
    self.session = session
    self.choice = .all
    refresh()
    choose(choice)
  }

  /// Whether the lots of more than one pharmacy are shown, so that each has to say whose it is.
  package var isOfMany: Bool { pharmacy == nil && pharmacies.count > 1 }

  /// The day by which lots expire.
  package var today: CalendarDate { session.workplace.today }

  /// Reads it again.
  package mutating func refresh() {
    do {
      let report = try StockService(session).list()
      rows.take(order.sorted(report.lines))
      pharmacies = Self.pharmacies(of: report.lines)
      (isCut, problem) = (report.isCut, nil)
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
    let wasNarrowed = choice != .all || pharmacy != nil
    pharmacy = nil
    choose(.all)
    return rows.clearFilter() || wasNarrowed
  }

  /// Shows the next pharmacy alone; all again after the last.
  package mutating func nextPharmacy() {
    let ids = pharmacies.map(\.id)
    let place = pharmacy.flatMap { ids.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    pharmacy = ids.indices.contains(place) ? ids[place] : nil
    choose(choice)
  }

  /// The pharmacies that keep something, by name; looked for once for each reading, and not whenever it is drawn.
  private var pharmacies: [(id: PharmacyID, name: String)] = []

  private static func pharmacies(of lines: [StockLine]) -> [(id: PharmacyID, name: String)] {
    let names = Dictionary(lines.map { ($0.pharmacy, $0.pharmacyName) }) { first, _ in first }
    return names.map { ($0.key, $0.value) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  private mutating func choose(_ choice: StockChoice) {
    self.choice = choice
    let (today, pharmacy) = (today, pharmacy)
    rows.choose { choice.contains($0, on: today) && (pharmacy == nil || $0.pharmacy == pharmacy) }
  }

  /// The filter in words: `expiring · ibu`.
  package var filterTitle: String {
    let place = pharmacies.first { $0.id == pharmacy }?.name ?? ""
    return [choice == .all && !place.isEmpty ? "" : choice.title, place, rows.filter].filter { !$0.isEmpty }.joined(
      separator: " · ")
  }

  /// What is shown, counted: `12 lots, by name · 2 expired · 3 low`.
  package var summary: String {
    let all = rows.shown
    let lots = "\(isCut ? "the first " : "")\(Listing.count(all.count, "lot")), by \(order.rawValue)"
    let counts = StockWarning.allCases.map { warning in
      (all.count { $0.warnings(on: today).contains(warning) }, warning.title)
    }
    return ([lots] + counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }).joined(separator: " · ")
  }

  /// A line in a few words, for where there is no room beside the list.
  package func about(_ line: StockLine) -> String {
    [
      line.pharmacyName, "\(line.available) may be given out", Self.minimum(of: line).map { "minimum \($0)" } ?? "",
      line.lot.map { $0.shelf.isEmpty ? "" : "shelf \($0.shelf)" } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The level at which more is ordered; nil for none: 0 keeps something in the list when nothing is left of it.
  static func minimum(of line: StockLine) -> Int? { line.minimum.flatMap { $0 > 0 ? $0 : nil } }

  /// What stands in the column of the state: the most pressing.
  package func state(of line: StockLine) -> StockWarning? { line.warnings(on: today).first }

  /// Why stock cannot be moved; nil when it can.
  package var moveRefusal: String? { session.refusal(of: .moveStock)?.sentence }

  /// All that is known of a line: the lot, the item, what it is used, and the ledger of the lot.
  package func detail(of line: StockLine) -> [DetailLine] {
    let clock = session.workplace.localTime
    let warnings = line.warnings(on: today)
    var lines = [
      DetailLine("", line.title, .heading), DetailLine("Pharmacy", line.pharmacyName),
      DetailLine("In stock", "\(line.available) that may be given out", line.available == 0 ? .alert : .plain),
      DetailLine("Minimum", Self.minimum(of: line).map { "\($0)" } ?? "not set"),
    ]
    if let use = try? StockService(session).use(of: line) {
      let coming = [(use.ordered, "on order"), (use.drafted, "in a draft")].filter { $0.0 > 0 }
      lines.append(
        DetailLine("Used", (["\(use.perWeek) a week"] + coming.map { "\($0.0) \($0.1)" }).joined(separator: ", ")))
      if use.suggestion > 0 { lines.append(DetailLine("Order", "\(use.suggestion) now, by use and minimum", .waiting)) }
    }
    if line.isControlled { lines.append(DetailLine("", "Controlled: two people account for it", .alert)) }
    guard let lot = line.lot else { return lines + [.blank, DetailLine("", "Nothing of it is left here.", .alert)] }
    let keeps = lot.expires == StockLot.neverExpires
    lines += [
      .blank, DetailLine("", "LOT \(lot.number)", .heading),
      DetailLine("Level", "\(lot.quantity)" + (lot.shelf.isEmpty ? "" : "   shelf \(lot.shelf)")),
      DetailLine(
        "Expires", keeps ? "does not expire" : "\(lot.expires)\(warnings.contains(.expired) ? ", expired" : "")",
        warnings.contains(.expired) ? .alert : warnings.contains(.expiring) ? .waiting : .plain),
      .blank, DetailLine("", "LEDGER", .heading),
    ]
    let movements = (try? StockService(session).movements(of: lot.id)) ?? []
    return lines
      + movements.flatMap { movement in
        let sign = movement.change > 0 ? "+" : ""
        let what = "\(sign)\(movement.change) → \(movement.level)  \(movement.kind.title)"
        let second = movement.second.map { " and \($0)" } ?? ""
        let who = "\(clock.text(movement.recorded.at))  \(movement.recorded.by)\(second)"
        return [DetailLine("", what), DetailLine("", "  \(who)")]
          + (movement.reason.isEmpty ? [] : [DetailLine("", "  \(movement.reason)")])
      }
  }

  /// The line that a draft is about; nil where it is gone.
  package func line(_ id: String) -> StockLine? { rows.all.first { $0.id == id } }
}
