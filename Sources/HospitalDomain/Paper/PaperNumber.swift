/// The number of a document as it is printed, and as people type it: `INV-2026-0417`, `CN-2026-0003`; `INV-2026-0417/2`
/// is the receipt of the second payment on an invoice, `000098-114-6/D1` that of the first deposit of a patient, and the
/// number of a patient alone stands for the discharge summary of their latest stay. `RX-12` is the label of what was
/// dispensed of a prescription, `RX-12/L` its leaflet.
package enum PaperNumber: Hashable, Sendable {
  case invoice(year: Int, number: Int)
  case receipt(year: Int, number: Int, place: Int)
  case creditNote(year: Int, number: Int)
  case patient(HospitalNumber)
  case deposit(HospitalNumber, place: Int)
  case label(prescription: Int)
  case leaflet(prescription: Int)

  /// Reads a number, however it is capitalised.
  package init(entry text: String) throws(Misentry) {
    let typed = text.trimmed.uppercased()
    let parts = typed.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0] == "RX" {
      let isLeaflet = parts[1].hasSuffix("/L")
      guard let number = Self.number(isLeaflet ? parts[1].dropLast(2) : parts[1]) else { throw Self.unreadable }
      self = isLeaflet ? .leaflet(prescription: number) : .label(prescription: number)
      return
    }
    guard parts.count == 3, parts[0] == "INV" || parts[0] == "CN", let year = Self.number(parts[1]) else {
      guard let first = typed.first, first.isASCIIDigit else { throw Self.unreadable }
      let ends = typed.split(separator: "/", omittingEmptySubsequences: false)
      let patient = try HospitalNumber(entry: String(ends[0]))
      guard ends.count > 1 else {
        self = .patient(patient)
        return
      }
      guard ends.count == 2, ends[1].first == "D", let place = Self.number(ends[1].dropFirst()) else {
        throw Self.unreadable
      }
      self = .deposit(patient, place: place)
      return
    }
    let ends = parts[2].split(separator: "/", omittingEmptySubsequences: false)
    guard let number = Self.number(ends[0]), ends.count <= 2 else { throw Self.unreadable }
    if parts[0] == "CN" {
      guard ends.count == 1 else { throw Self.unreadable }
      self = .creditNote(year: year, number: number)
    } else if ends.count == 1 {
      self = .invoice(year: year, number: number)
    } else {
      guard let place = Self.number(ends[1]) else { throw Self.unreadable }
      self = .receipt(year: year, number: number, place: place)
    }
  }

  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy(\.isASCIIDigit), let number = Int(digits), number > 0
    else { return nil }
    return number
  }

  private static let unreadable = Misentry(
    "type the number of an invoice, receipt, credit note or patient, such as INV-2026-0417, INV-2026-0417/1, CN-2026-0003"
  )
}

extension Refusal {
  /// Nothing has that number.
  package static func noSuchPaper(_ number: String) -> Refusal {
    Refusal(code: "paper.unknown", sentence: "There is no document \(number); check the number.")
  }
}
