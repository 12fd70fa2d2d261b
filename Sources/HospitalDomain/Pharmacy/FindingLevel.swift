/// How serious a finding is (domain.md, Prescription). The raw value is the stored code.
package enum FindingLevel: String, CaseIterable, Hashable, Sendable {
  /// Must not be given: a second person signs, or it is not prescribed.
  case contraindicated
  /// To be avoided: passes with a written reason.
  case major
  /// To be given with care; shown once for each admission.
  case moderate
  /// To be known; shown once for each admission.
  case minor

  /// Whether a second person has to sign for it.
  package var needsSignature: Bool { self == .contraindicated }
  /// Whether a reason has to be written to pass it.
  package var needsReason: Bool { self <= .major }
  /// Whether it is shown once for each admission: too many warnings are no warnings.
  package var isShownOnce: Bool { self > .major }

  /// The mark before the word: it says without colour what cannot be passed over.
  package var mark: String {
    switch self {
    case .contraindicated: "!!"
    case .major: "!"
    case .moderate, .minor: ""
    }
  }
}

extension FindingLevel: Comparable {
  /// What is more serious comes first.
  package static func < (left: FindingLevel, right: FindingLevel) -> Bool { left.place < right.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
