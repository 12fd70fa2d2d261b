import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms report uninvoiced` (B6).
struct ReportUninvoicedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninvoiced", abstract: "Services that were delivered and stand on no invoice, with their sums.",
    discussion: "Amounts are in USD before tax, discounts taken off. A waived service says by whom and why.")

  @OptionGroup var options: ReportOptions

  func run() throws {
    let workplace = try HospitalFile.openForCommand(options.database.path())
    let first = try ReportOptions.day(options.from, today: workplace.today)
    let last = try ReportOptions.day(options.to, today: workplace.today)
    let service = UninvoicedService(try options.person.session(in: workplace))
    if options.format != .csv, options.output != nil {
      return try Output.standard.line(try service.send(from: first, to: last, options.order))
    }
    guard options.format == .csv else {
      return try HostPress.write(try service.document(from: first, to: last, for: options.order), to: .standard)
    }
    let report = try service.report(because: "CSV to \(options.output ?? "standard output")").within(first, last)
    try options.write(try CSVFile.text(headings: Self.headings, rows: report.items.map(Self.row)))
  }

  private static let headings = [
    "served_on", "patient_number", "patient", "code", "item", "quantity", "amount_usd", "state", "stay", "note",
  ]

  private static func row(_ item: UninvoicedItem) -> [String] {
    [
      "\(item.servedOn)", "\(item.patient.number)", item.patient.name.listed, item.code, item.item, "\(item.quantity)",
      "\(item.amount)".filter { $0 != "," }, item.reason.rawValue, item.standing?.rawValue ?? "", item.about,
    ]
  }
}
