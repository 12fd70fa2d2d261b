import PaperKit

/// What stands on every document: who issues it, and when and by whom it was printed.
package struct PaperIssue: Sendable {
  package let hospital: Hospital
  package let printedAt: Timestamp
  /// The name of who printed it, as their account has it.
  package let printedBy: String
  /// The hospital's local time.
  package let clock: LocalTime

  /// An issue of the hospital at a moment.
  package init(hospital: Hospital, printedAt: Timestamp, printedBy: String, clock: LocalTime) {
    self.hospital = hospital
    self.printedAt = printedAt
    self.printedBy = printedBy
    self.clock = clock
  }

  /// The hospital's name, address and telephone, as far as they are on file.
  package var issuer: [String] {
    let address = hospital.address.split(whereSeparator: \.isNewline).map(String.init)
    let telephone = hospital.telephone.isEmpty ? [] : ["Telephone \(hospital.telephone)"]
    let trial = hospital.isDemonstration ? ["Demonstration: no real hospital, no real patients"] : []
    return [hospital.name] + address + telephone + trial
  }

  /// A document of this issue.
  func document(_ title: String, number: String, _ blocks: [PaperBlock]) -> PaperDocument {
    PaperDocument(
      issuer: issuer, title: title, number: number, blocks: blocks,
      imprint: "Printed \(clock.text(printedAt)) by \(printedBy)")
  }

  func date(_ moment: Timestamp?) -> String { moment.map { "\(clock.date(of: $0))" } ?? "" }
}

extension RoomBoardRow.PatientLine {
  /// Whom a document is about, so that nobody is taken for somebody else.
  var paperFacts: [PaperFact] {
    [
      PaperFact("Patient", name.listed), PaperFact("Patient number", "\(number)"), PaperFact("Born", "\(birthDate)"),
    ]
  }
}

extension Refusal {
  /// A draft asks for nothing yet.
  package static let draftNotPrinted = Refusal(
    code: "paper.draft", sentence: "A draft has no number and is not printed; issue it first (i).")

  /// Lines, payments and credit notes do not add up to what the invoice says.
  package static func sumsDisagree(_ number: String) -> Refusal {
    Refusal(
      code: "paper.sums",
      sentence: "The lines of \(number) do not add up to its sums; run hms check before it is printed."
    )
  }
}
