import DatabaseKit
import HospitalDomain

extension InvoiceRecords {
  /// Invoices of the hospital: those that are open, as many as `mostOpen` of each status, and the newest of those that are
  /// closed. What is read is in proportion to what is given back, however many invoices there are.
  package func list(mostOpen: Int, mostClosed: Int) throws -> InvoiceList {
    let issued = try listed("issued", newestFirst: false, limit: mostOpen + 1)
    let drafts = try listed("draft", newestFirst: true, limit: mostOpen + 1)
    let closed = try ["balanced", "cancelled", "entered-in-error"].flatMap {
      try listed($0, newestFirst: true, limit: mostClosed + 1)
    }
    let due = issued.prefix(mostOpen).sorted { Self.dueKey($0) < Self.dueKey($1) }
    let newest = closed.sorted { Self.ageKey($0) > Self.ageKey($1) }
    return InvoiceList(
      invoices: due + drafts.prefix(mostOpen).sorted { $0.id > $1.id } + newest.prefix(mostClosed),
      isCut: issued.count > mostOpen || drafts.count > mostOpen, isClosedCut: closed.count > mostClosed)
  }

  private static func dueKey(_ listed: ListedInvoice) -> (CalendarDate, String) {
    (listed.invoice.dueOn ?? .earliest, listed.id)
  }

  private static func ageKey(_ listed: ListedInvoice) -> (Int64, String) {
    (listed.invoice.issuedAt?.milliseconds ?? 0, listed.id)
  }

  /// Invoices of one status by the index over status and time of issue.
  private func listed(_ status: String, newestFirst: Bool, limit: Int) throws -> [ListedInvoice] {
    let order: SQLStatement = newestFirst ? "DESC" : "ASC"
    return try transaction.rows(
      """
      SELECT \(part: Self.summaryColumns), \(part: SQLRow.listedPatientColumns)
      FROM invoice JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "invoice.patient_id"))
      WHERE invoice.status = \(status) AND invoice.hospital_id = \(records.author.hospital)
      ORDER BY invoice.issued_at \(part: order) LIMIT \(limit)
      """
    ).map { ListedInvoice(patient: try records.listedPatient($0), invoice: try Self.summary($0)) }
  }

  /// The invoices of a stay, oldest first.
  package func all(of admission: AdmissionID) throws -> [PatientInvoice] {
    try transaction.rows(
      "SELECT \(part: Self.summaryColumns) FROM invoice WHERE admission_id = \(admission) ORDER BY invoice.id"
    ).map(Self.summary)
  }

  /// One invoice of the hospital with whom it is for; nil where there is none.
  package func listed(_ id: ListedInvoice.ID) throws -> ListedInvoice? {
    try transaction.row(
      """
      SELECT \(part: Self.summaryColumns), \(part: SQLRow.listedPatientColumns)
      FROM invoice JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "invoice.patient_id"))
      WHERE invoice.id = \(id) AND invoice.hospital_id = \(records.author.hospital)
      """
    ).map { ListedInvoice(patient: try records.listedPatient($0), invoice: try Self.summary($0)) }
  }

  /// The columns that `summary` reads.
  static let summaryColumns = SQLStatement(
    trusted: """
      invoice.id, invoice.year, invoice.number, invoice.status, invoice.issued_at, invoice.due_on, invoice.admission_id,
      \(CheckOutSchema.total(" + tax_cents")) AS total_cents,
      (SELECT COALESCE(SUM(total_cents), 0) FROM credit_note WHERE credit_note.invoice_id = invoice.id) AS credited_cents,
      \(CashSchema.paid) AS paid_cents
      """)

  /// An invoice with its sums.
  static func summary(_ row: SQLRow) throws -> PatientInvoice {
    PatientInvoice(
      id: try row.text("id"), number: try number(row), status: try row.text("status"),
      issuedAt: try row.optionalTimestamp("issued_at"),
      dueOn: try row.optionalText("due_on").flatMap(CalendarDate.init),
      total: Money(cents: try row.integer("total_cents")), paid: Money(cents: try row.integer("paid_cents")),
      credited: Money(cents: try row.integer("credited_cents")), admission: try row.optionalIdentifier("admission_id"))
  }

  /// A number as printed: `INV-2026-0417`, `CN-2026-0003`.
  static func printed(_ kind: String, _ year: Int64, _ number: Int64) -> String {
    let digits = String(number)
    return "\(kind)-\(year)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }

  private static func number(_ row: SQLRow) throws -> String? {
    guard let year = try row.optionalInteger("year"), let number = try row.optionalInteger("number") else { return nil }
    return printed("INV", year, number)
  }
}
