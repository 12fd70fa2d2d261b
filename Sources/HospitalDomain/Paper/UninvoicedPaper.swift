import PaperKit

/// The report of services without an invoice as a document (B6, R1).
package struct UninvoicedPaper {
  private let report: UninvoicedReport
  private let issue: PaperIssue

  /// The paper of a report.
  package init(_ report: UninvoicedReport, issue: PaperIssue) {
    self.report = report
    self.issue = issue
  }

  /// The document; its sums are made of the lines above them.
  package func document() throws(Refusal) -> PaperDocument {
    let sums = try UninvoicedSums(report.items)
    let title = "Services without an invoice"
    guard sums.count > 0 else {
      return issue.document(title, number: issue.date(issue.printedAt), [.paragraph(text: Self.none)] + warning)
    }
    return issue.document(
      title, number: issue.date(issue.printedAt),
      [
        .table(columns: Self.columns, rows: report.items.map(Self.row)),
        .sums(
          lines: UninvoicedItem.Reason.allCases.compactMap { reason in
            sums.parts[reason].map { PaperSum(reason.title, "\($0)") }
          } + [PaperSum("\(Listing.count(sums.count, "service")), USD before tax", "\(sums.total)", isTotal: true)]),
      ] + warning)
  }

  private var warning: [PaperBlock] {
    report.unpricedWarning.map { [.paragraph(text: $0.prefix(1).uppercased() + $0.dropFirst() + ".")] } ?? []
  }

  /// What an empty report says.
  package static let none = "Every service stands on an invoice."

  private static let columns = [
    PaperColumn("Served", width: 10), PaperColumn("Patient", width: 20), PaperColumn("Item"),
    PaperColumn("State", width: 11), PaperColumn("USD", width: 10, isFigure: true),
  ]

  private static func row(_ item: UninvoicedItem) -> [String] {
    [
      "\(item.servedOn)", item.patient.name.listed, item.quantity == 1 ? item.item : "\(item.quantity) × \(item.item)",
      item.reason.title, "\(item.amount)",
    ]
  }
}
