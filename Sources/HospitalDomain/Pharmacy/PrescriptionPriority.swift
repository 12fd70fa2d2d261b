/// How soon a prescription is needed (FHIR request priority), the soonest first.
package enum PrescriptionPriority: String, CaseIterable, Hashable, Sendable {
  case stat
  case asap
  case urgent
  case routine

  /// The mark before the word: it says without colour what cannot wait.
  package var mark: String {
    switch self {
    case .stat: "!!"
    case .asap, .urgent: "!"
    case .routine: ""
    }
  }

  /// Whether it goes before the routine ones.
  package var isPressing: Bool { self != .routine }
}

extension PrescriptionPriority: Comparable {
  /// What is needed sooner comes before what is needed later.
  package static func < (left: PrescriptionPriority, right: PrescriptionPriority) -> Bool { left.place < right.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
