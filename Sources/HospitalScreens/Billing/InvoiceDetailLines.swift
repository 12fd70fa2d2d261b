import HospitalDomain
import HospitalServices

/// The words for everything that is known of one invoice.
struct InvoiceDetailLines {
  let row: InvoiceRow
  /// Whether the lines and payments were opened.
  let isOpened: Bool
  /// Nil where it could not be read, or was not opened.
  let detail: InvoiceDetail?
  let session: Session

  private var invoice: PatientInvoice { row.listed.invoice }
  private var clock: LocalTime { session.workplace.localTime }

  var all: [DetailLine] { head + lines + sums + payments + credits }

  private var credits: [DetailLine] {
    guard let notes = detail?.creditNotes, !notes.isEmpty else { return [] }
    return [.blank, DetailLine("", "CREDIT NOTES", .heading)]
      + notes.flatMap { note in
        [
          DetailLine("\(clock.date(of: note.issuedAt))", "\(note.number)  \(note.total)"),
          DetailLine("", "\(note.reason), by \(note.issuedBy)"),
        ]
      }
  }

  private var head: [DetailLine] {
    let patient = row.listed.patient
    let born = patient.birthDate.withAge(on: session.workplace.today)
    return [
      DetailLine("", "\(row.number)  \(row.state.title)", .heading),
      DetailLine("Patient", session.listed(patient.name)),
      DetailLine("Born", "\(born) \(patient.sex.rawValue)"),
      DetailLine("Number", "\(patient.number)"),
      DetailLine("Issued", invoice.issuedAt.map { "\(clock.date(of: $0))" } ?? "not yet"),
      DetailLine("Due", invoice.dueOn.map { "\($0)" } ?? "no date", isOverdue ? .waiting : .plain),
    ]
  }

  private var isOverdue: Bool { if case .overdue = row.state { true } else { false } }

  private var lines: [DetailLine] {
    guard isOpened else { return [.blank, DetailLine("", "v opens the lines and payments.")] }
    guard let detail else {
      return [.blank, DetailLine("", "The lines cannot be read now; r reads again.", .alert)]
    }
    return [.blank, DetailLine("", "LINES", .heading)]
      + detail.lines.flatMap { line in
        [
          DetailLine("", "\(line.position)  \(line.item)"),
          DetailLine("", "   \(line.servedOn) \(line.code)  \(line.quantity) × \(line.unit) = \(line.amount)"),
        ]
          + (line.tax == .zero && line.insurer == .zero
            ? [] : [DetailLine("", "  tax \(line.tax), insurer pays \(line.insurer)")])
      }
  }

  private var sums: [DetailLine] {
    [
      .blank, DetailLine("Total", "USD \(invoice.total)"),
    ] + (invoice.credited == .zero ? [] : [DetailLine("Credited", "USD \(invoice.credited)")]) + [
      DetailLine("Paid", "USD \(invoice.paid)"),
      DetailLine("Balance", row.balance.isEmpty ? "none" : "USD \(row.balance)", isOverdue ? .waiting : .plain),
    ]
  }

  private var payments: [DetailLine] {
    guard let payments = detail?.payments, !payments.isEmpty else { return [] }
    return [.blank, DetailLine("", "PAYMENTS", .heading)]
      + payments.flatMap { payment in
        let reference = payment.reference.isEmpty ? "" : ", ref \(payment.reference)"
        return [
          DetailLine("\(clock.date(of: payment.receivedAt))", "\(payment.amount)  \(payment.method)\(reference)"),
          DetailLine("", "taken by \(payment.receivedBy)"),
        ]
      }
  }
}
