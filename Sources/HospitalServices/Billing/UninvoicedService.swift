import HospitalDomain
import HospitalRecords
import PaperKit

/// The report of services that were delivered and stand on no invoice (B6).
package struct UninvoicedService: Sendable {
  /// The most services of one reason that a screen shows.
  package static let mostShown = 5_000

  private let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The services as they stand now, for a screen.
  package func list() throws -> UninvoicedReport {
    try session.look(.seeInvoices) { try report(in: $0, limit: Self.mostShown) }
  }

  /// All of them, to be taken away; that it was, and in which form, stands in the audit trail.
  package func report(because words: String) throws -> UninvoicedReport {
    try session.perform(.seeInvoices, on: Self.subject, as: .read, because: words) {
      try report(in: $0, limit: nil)
    }
  }

  /// The report of some days as a document.
  package func document(
    from first: CalendarDate?, to last: CalendarDate?, for order: PaperOrder
  ) throws -> PaperDocument {
    let issue = PaperIssue(
      hospital: session.hospital, printedAt: session.workplace.clock(), printedBy: session.account.fullName,
      clock: session.workplace.localTime)
    return try UninvoicedPaper(report(because: order.words).within(first, last), issue: issue).document()
  }

  /// Prints the report of some days, and says where it went.
  package func send(from first: CalendarDate?, to last: CalendarDate?, _ order: PaperOrder) throws -> String {
    let document = try document(from: first, to: last, for: order)
    return "\(document.title) went \(try session.workplace.press.deliver(document, order) { false })"
  }

  private static let subject = AuditSubject(kind: "report", id: "uninvoiced")

  private func report(in records: Records, limit: Int?) throws -> UninvoicedReport {
    let most = limit.map { $0 + 1 } ?? .max
    let charges = try records.uninvoiced.charges(limit: most)
    let drafted = try records.uninvoiced.drafted(limit: most)
    let isCut = [charges, drafted].contains { $0.count > limit ?? .max }
    let kept = [charges, drafted].flatMap { $0.prefix(limit ?? .max) }
    let prices = try records.prices.list()
    let found = try records.uninvoiced.nights()
    let inUse = Set(found.flatMap(\.stays).filter { $0.interval.end == nil }.map(\.kind))
    return UninvoicedReport(
      kept + (try nights(of: found, at: prices, now: records.now)), isCut: isCut,
      unpriced: RoomNights.unpriced(inUse, on: session.workplace.today, prices: prices))
  }

  /// Nights that were spent and are not charged yet.
  private func nights(
    of found: [UninvoicedRecords.Nights], at prices: PriceList, now: Timestamp
  ) throws -> [UninvoicedItem] {
    try found.flatMap { found in
      try RoomNights.due(
        found.stays, isOver: found.standing == .discharged, now: now, clock: session.workplace.localTime,
        prices: prices
      ).map { run in
        UninvoicedItem(
          id: "night \(run.stay) \(run.first)", reason: .night, patient: found.patient, admission: found.admission,
          standing: found.standing, servedOn: run.date, code: run.price.code, item: run.price.item,
          quantity: run.count, amount: try (run.price.unit ?? .zero) * run.count, about: "")
      }
    }
  }
}
