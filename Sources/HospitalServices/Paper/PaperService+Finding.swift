import HospitalDomain
import HospitalRecords

extension PaperService {
  /// What can be printed of an invoice: itself, its receipts, its credit notes.
  package func choices(of id: ListedInvoice.ID) throws -> [PaperChoice] {
    try session.look(.printAccount) { records in
      guard let number = try InvoiceService(session).expected(id, in: records).invoice.number else {
        throw Refusal.draftNotPrinted
      }
      return [PaperChoice(.invoice(id), title: "Invoice \(number)", number: number)]
        + (try records.papers.receipts(of: id).map { $0.choice(clock) })
        + (try records.papers.creditNotes(of: id).map { $0.choice(clock) })
    }
  }

  /// The receipts of what was taken in last, payments and deposits, newest first.
  package func latestReceipts() throws -> [PaperChoice] {
    try session.look(.printAccount) { try $0.papers.latestReceipts(limit: 50).map { $0.namedChoice(clock) } }
  }

  /// The document of a number, as people at the host's command line name one.
  package func find(_ number: PaperNumber, typed: String) throws -> PaperChoice {
    let permission: Permission =
      switch number {
      case .patient: .printDischarge
      case .label, .leaflet: .printLabel
      case .invoice, .receipt, .creditNote, .deposit: .printAccount
      }
    let choice = try session.look(permission) { records -> PaperChoice? in
      switch number {
      case .invoice(let year, let number):
        try invoice(year, number, in: records).map { PaperChoice(.invoice($0), title: "", number: typed.uppercased()) }
      case .receipt(let year, let number, let place):
        try invoice(year, number, in: records).flatMap { id in
          try records.papers.receipts(of: id).first { $0.number.hasSuffix("/\(place)") }?.choice(clock)
        }
      case .creditNote(let year, let number):
        try records.papers.creditNote(year: year, number: number).map {
          PaperChoice(.creditNote($0), title: "", number: typed.uppercased())
        }
      case .deposit(let number, let place):
        try records.papers.deposits(of: number).first { $0.number.hasSuffix("/D\(place)") }?.choice(clock)
      case .label(let number):
        try records.pharmacy.prescription(numbered: number).map {
          PaperChoice(.label($0), title: "", number: "RX-\(number)-label")
        }
      case .leaflet(let number):
        try records.pharmacy.prescription(numbered: number).map {
          PaperChoice(.leaflet($0), title: "", number: "RX-\(number)-leaflet")
        }
      case .patient(let number):
        try records.papers.latestDischarge(of: number).map {
          PaperChoice(.dischargeSummary($0), title: "", number: "discharge-\(number)")
        }
      }
    }
    guard let choice else { throw Refusal.noSuchPaper(typed) }
    return choice
  }

  private func invoice(_ year: Int, _ number: Int, in records: Records) throws -> ListedInvoice.ID? {
    try records.papers.invoice(year: year, number: number)
  }

  private var clock: LocalTime { session.workplace.localTime }
}
