import HospitalDomain
import HospitalServices

/// The invoices that are open and the newest of the others, with their sums (I2); to be read.
package struct InvoicesScreen: ListScreen {
  /// The invoices in the order of the list.
  package var rows: NarrowedList<InvoiceRow> {
    didSet {
      lookUpNumber()
      sum()
    }
  }
  /// Which states are shown.
  package private(set) var choice = InvoiceChoice.all
  /// Whether there are open invoices that the list leaves out.
  package private(set) var isCut = false
  /// What is shown together, and how many they are: `12 · due USD 4,320.00 · paid 1,000.00 · total 5,320.00`.
  package private(set) var summary = ""
  /// What stands below the list, part by part: what is due by its age, and which closed invoices are shown. The ages come to
  /// what the summary says is due.
  package private(set) var footnotes: [[String]] = []
  private var isClosedCut = false
  /// An invoice that is older than those listed, found by the number that was typed.
  private var older: InvoiceRow.ID?
  /// Why the invoices could not be read; nil while they can. What was read before stays.
  package private(set) var problem: FormMessage?
  private var details: [ListedInvoice.ID: InvoiceDetail] = [:]
  private var opened: Set<ListedInvoice.ID> = []
  private let session: Session

  /// The invoices as they stand now.
  package init(session: Session) {
    self.session = session
    rows = NarrowedList { row in
      "\(row.number) \(row.listed.patient.name.listed) \(row.listed.patient.number) "
        + "\(row.listed.patient.number.digits) \(row.state.title)"
    }
    refresh()
  }

  /// Reads the invoices again.
  package mutating func refresh() {
    do {
      let (today, clock) = (session.workplace.today, session.workplace.localTime)
      let read = try InvoiceService(session).list()
      (isCut, isClosedCut, problem, details) = (read.isCut, read.isClosedCut, nil, [:])
      rows.take(read.invoices.map { InvoiceRow($0, today: today, clock: clock) })
    } catch {
      problem = FormMessage(problem: error)
    }
  }

  /// Shows the next states.
  package mutating func nextChoice(by step: Int = 1) { choose(choice.next(by: step)) }

  /// Shows invoices of every state again, whatever was typed; false when they were shown already.
  package mutating func showAll() -> Bool {
    let wasNarrowed = choice != .all
    choose(.all)
    return rows.clearFilter() || wasNarrowed
  }

  /// The filter in words: `overdue · okafor`.
  package var filterTitle: String {
    [choice.title, rows.filter].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What can be done to an invoice.
  package var acts: InvoiceActs { InvoiceActs(session: session) }

  /// Why the account of a stay cannot be opened; nil when it can.
  package func accountRefusal(_ row: InvoiceRow) -> String? {
    if let refusal = session.refusal(of: .seeAccount) { return refusal.sentence }
    return row.listed.invoice.admission == nil ? "This invoice is of no stay." : nil
  }

  /// Opens the account of the stay that an invoice is of.
  package func account(of row: InvoiceRow) throws -> AccountScreen {
    guard let admission = row.listed.invoice.admission else { throw Refusal.noSuchAdmission }
    return try AccountScreen(admission, session: session, banner: session.banner(of: row.listed.patient.id))
  }

  /// Whether the list names patients by their initials.
  package var hidesNames: Bool { session.veil.isDrawn }

  /// Why a record cannot be opened; nil when it can.
  package var openRefusal: String? { session.refusal(of: .readPatient)?.sentence }

  /// Opens the lines and payments of an invoice; the opening stands in the audit trail.
  package mutating func open(_ row: InvoiceRow) throws {
    details[row.id] = try InvoiceService(session).open(row.id)
    opened.insert(row.id)
  }

  /// Whom an invoice is for and its sums; its lines and payments once they were opened.
  package mutating func detail(of row: InvoiceRow) -> [DetailLine] {
    let isOpened = opened.contains(row.id)
    if isOpened, details[row.id] == nil { details[row.id] = try? InvoiceService(session).detail(of: row.id) }
    return InvoiceDetailLines(row: row, isOpened: isOpened, detail: details[row.id], session: session).all
  }

  /// Finds an invoice that is older than those listed, once its whole number was typed; it goes with the filter.
  private mutating func lookUpNumber() {
    if let older, rows.filter.isEmpty {
      self.older = nil
      rows.take(rows.all.filter { $0.id != older })
    }
    guard isClosedCut, rows.shown.isEmpty, case .invoice(let year, let number)? = try? PaperNumber(entry: rows.filter),
      let found = try? InvoiceService(session).invoice(year: year, number: number),
      !rows.all.contains(where: { $0.id == found.id })
    else { return }
    older = found.id
    rows.take(rows.all + [InvoiceRow(found, today: session.workplace.today, clock: session.workplace.localTime)])
  }

  /// Sums what is shown.
  private mutating func sum() {
    let shown = rows.shown.lazy.map(\.listed.invoice)
    if let sums = try? InvoiceSums(shown) {
      let count = isCut ? "first \(sums.count)" : "\(sums.count)"
      summary = "\(count) · due USD \(sums.due) · paid \(sums.paid) · total \(sums.total)"
    } else {
      summary = "\(Listing.count(rows.shown.count, "invoice")), too much to be summed"
    }
    let ages = try? InvoiceAges(shown, on: session.workplace.today)
    let newest =
      "Of those that are closed the newest \(InvoiceService.mostClosed) are listed; / and a number finds any."
    footnotes = [
      ages.flatMap { $0.isEmpty ? nil : $0.parts }, isClosedCut && choice.hasClosed ? [newest] : nil,
    ].compactMap { $0 }
  }

  private mutating func choose(_ choice: InvoiceChoice) {
    self.choice = choice
    rows.choose { choice.contains($0.state) }
  }
}
