/// Something that speaks against a prescription as it stands (M3).
package struct CheckFinding: Hashable, Sendable, Identifiable {
  /// What was looked at. The raw value is the stored code.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case interaction
    case allergy
    case duplicate = "duplicate-therapy"
    case dose = "dose-range"
    case pregnancy

    /// The kind in a word or two, for lists.
    package var title: String {
      switch self {
      case .interaction: "interaction"
      case .allergy: "allergy"
      case .duplicate: "duplicate"
      case .dose: "dose"
      case .pregnancy: "pregnancy"
      }
    }
  }

  /// What was looked at.
  package let kind: Kind
  /// How serious it is.
  package let level: FindingLevel
  /// The substance that is prescribed: `ibuprofen`. Of an interaction, the first of both by the alphabet.
  package let first: String
  /// What it meets: another substance, an allergy as it is recorded, an age, a pregnancy.
  package let second: String
  /// What follows, as one sentence with its full stop.
  package let sentence: String
  /// The places of the items that it is about among those that were checked, from 0.
  package let items: [Int]
  /// The number of the current prescription that it is about too; nil for none.
  package let prescription: Int64?

  /// A finding in words.
  package init(
    _ kind: Kind, _ level: FindingLevel, _ first: String, with second: String, saying sentence: String, items: [Int],
    prescription: Int64? = nil
  ) {
    self.kind = kind
    self.level = level
    self.first = first
    self.second = second
    self.sentence = sentence
    self.items = items
    self.prescription = prescription
  }

  /// What makes two findings the same one, however often they are found: `interaction/apixaban/ibuprofen`.
  package var id: String { "\(kind.rawValue)/\(first)/\(second)" }
}

/// What checking a prescription came to (M3).
package struct CheckReport: Hashable, Sendable {
  /// What speaks against it, the most serious first.
  package let findings: [CheckFinding]
  /// The medications of it that the interaction list does not know: nothing can be said of them.
  package let unknown: [String]
  /// The medications of it for which no range of doses is known.
  package let unknownDoses: [String]
  /// Whether the hospital has no list of interactions at all, so that nothing was compared.
  package let lacksList: Bool

  /// What was found.
  package init(
    findings: [CheckFinding] = [], unknown: [String] = [], unknownDoses: [String] = [], lacksList: Bool = false
  ) {
    self.findings = findings
    self.unknown = unknown
    self.unknownDoses = unknownDoses
    self.lacksList = lacksList
  }

  /// The most serious level that was found; nil when nothing was.
  package var worst: FindingLevel? { findings.map(\.level).min() }

  /// What was not checked, as sentences; empty when everything was.
  package var gaps: [String] {
    if lacksList {
      return ["Interactions were not checked: ask the administrator to run hms import interactions."]
    }
    return unknown.isEmpty ? [] : ["No interaction data for \(Listing.and(unknown)): ask the pharmacist."]
  }
}
