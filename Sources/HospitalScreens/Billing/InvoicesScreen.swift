import HospitalDomain
import HospitalServices

/// The invoices that are open and the newest of the others, with their sums (I2); to be read.
package struct InvoicesScreen {
  /// The invoices in the order of the list.
  package var list: NarrowedList<InvoiceRow>
  /// Which states are shown.
  package private(set) var choice = InvoiceChoice.all
  /// Whether there are open invoices that the list leaves out.
  package private(set) var isCut = false
  /// Why the invoices could not be read; nil while they can. What was read before stays.
  package private(set) var problem: FormMessage?
  private var details: [ListedInvoice.ID: InvoiceDetail] = [:]
  private var opened: Set<ListedInvoice.ID> = []
  private let session: Session

  /// The invoices as they stand now.
  package init(session: Session) {
    self.session = session
    list = NarrowedList { row in
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
      list.take(read.invoices.map { InvoiceRow($0, today: today, clock: clock) })
      (isCut, problem, details) = (read.isCut, nil, [:])
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
    return list.clearFilter() || wasNarrowed
  }

  /// The filter in words: `overdue · okafor`.
  package var filterTitle: String {
    [choice.title, list.filter].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What is shown together, and how many they are: `12 · due USD 4,320.00 · paid 1,000.00 · total 5,320.00`.
  package var summary: String {
    guard let sums = try? InvoiceSums(list.shown.lazy.map(\.listed.invoice)) else {
      return "\(Listing.count(list.shown.count, "invoice")), too much to be summed"
    }
    return
      "\(isCut ? "first \(sums.count)" : "\(sums.count)") · due USD \(sums.due) · paid \(sums.paid) · total \(sums.total)"
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

  private mutating func choose(_ choice: InvoiceChoice) {
    self.choice = choice
    list.choose { choice.contains($0.state) }
  }
}
