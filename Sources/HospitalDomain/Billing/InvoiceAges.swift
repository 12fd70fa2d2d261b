/// What is due, by how many days ago it should have been paid. Every due cent is in exactly one age.
package struct InvoiceAges: Hashable, Sendable {
  /// How long ago an invoice should have been paid.
  package enum Age: CaseIterable, Hashable, Sendable {
    case notYet, upTo30, upTo60, upTo90, over90

    /// The age of what is due on a day; what has no such day is not due yet.
    package init(dueOn: CalendarDate?, today: CalendarDate) {
      switch dueOn.map({ $0.days(until: today) }) ?? 0 {
      case ...0: self = .notYet
      case ...30: self = .upTo30
      case ...60: self = .upTo60
      case ...90: self = .upTo90
      default: self = .over90
      }
    }

    /// The age in words; days are counted from the day after the one on which it was due.
    package var title: String {
      switch self {
      case .notYet: "Not due"
      case .upTo30: "1–30 d"
      case .upTo60: "31–60"
      case .upTo90: "61–90"
      case .over90: "over 90"
      }
    }
  }

  private var sums: [Age: Money] = [:]

  /// The sums of invoices on a day; refused when they are too large to be kept.
  package init(_ invoices: some Sequence<PatientInvoice>, on today: CalendarDate) throws(Refusal) {
    for invoice in invoices where invoice.due != .zero {
      let age = Age(dueOn: invoice.dueOn, today: today)
      sums[age] = try self[age] + invoice.due
    }
  }

  /// What is due of an age.
  package subscript(age: Age) -> Money { sums[age] ?? .zero }

  /// Whether nothing is due.
  package var isEmpty: Bool { sums.isEmpty }

  /// The ages in words, youngest first: `1–30 d 1,284.50`.
  package var parts: [String] { Age.allCases.map { "\($0.title) \(self[$0])" } }
}
