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
  /// Both in the words of the lists, where these name them otherwise: `paracetamol` for acetaminophen.
  package let firstWords: String
  package let secondWords: String
  /// What follows, as sentences with their full stops.
  package let sentence: String
  /// The places of the items that it is about among those that were checked, from 0; none for what is taken already.
  package let items: [Int]
  /// The number of the current prescription that it is about too; nil for none.
  package let prescription: Int64?
  /// The medicines that it is about, each with dose and frequency, for whoever has to sign for them.
  package internal(set) var medicines: [String] = []

  /// A finding in words.
  package init(
    _ kind: Kind, _ level: FindingLevel, _ first: String, with second: String, called words: (String, String)? = nil,
    saying sentence: String, items: [Int], prescription: Int64? = nil
  ) {
    self.kind = kind
    self.level = level
    self.first = first
    self.second = second
    firstWords = words?.0 ?? first
    secondWords = words?.1 ?? second
    self.sentence = sentence
    self.items = items
    self.prescription = prescription
  }

  /// The same about medicines.
  func about(_ medicines: CheckedMedication...) -> CheckFinding {
    var finding = self
    finding.medicines = medicines.map(\.inOneLine)
    return finding
  }

  /// What it is about, in a few words: `ibuprofen with apixaban`.
  package var title: String {
    switch kind {
    case .interaction: "\(firstWords) with \(secondWords)"
    case .allergy: "\(firstWords), allergy"
    case .duplicate: firstWords == secondWords ? "\(firstWords) twice" : "\(firstWords) and \(secondWords)"
    case .dose: "dose of \(firstWords)"
    case .pregnancy: "\(firstWords) in pregnancy"
    }
  }

  /// What makes two findings the same one, however often they are found: `interaction/apixaban/ibuprofen`.
  package var id: String { "\(kind.rawValue)/\(first)/\(second)" }

  /// What whoever reads it has read: another level, dose or prescription is another reading of the same finding.
  package var asRead: String { "\(id)/\(level.rawValue)/\(sentence)" }
}

/// What checking a prescription came to (M3).
package struct CheckReport: Hashable, Sendable {
  /// What speaks against it, the most serious first.
  package let findings: [CheckFinding]
  /// What could not be checked, what is most likely to harm first; empty when everything was.
  package let gaps: [CheckGap]
  /// What speaks against it besides and was shown in this admission already, where once is enough.
  package let shown: [CheckFinding]

  /// What was found.
  package init(findings: [CheckFinding] = [], gaps: [CheckGap] = [], shown: [CheckFinding] = []) {
    self.findings = findings
    self.gaps = gaps
    self.shown = shown
  }

  /// The most serious level that was found; nil when nothing was.
  package var worst: FindingLevel? { findings.map(\.level).min() }

  /// Whether everything was checked and nothing found: only then may a screen say so.
  package var isClear: Bool { findings.isEmpty && gaps.isEmpty }

  /// Refuses to pass what nobody has read: something serious that came up after it was shown to those who pass it.
  ///
  /// - Parameters:
  ///   - read: what they were shown, by `asRead`; nil where that is not known.
  ///   - way: how they come to read it, as a sentence without its full stop.
  package func checkRead(_ read: Set<String>?, orElse way: String) throws(Refusal) {
    guard let read, let unread = findings.first(where: { $0.level.needsReason && !read.contains($0.asRead) }) else {
      return
    }
    throw .findingUnread(unread, way)
  }

  /// What a screen says of a prescription that is clear.
  package static let clear = "nothing speaks against it"
}
