/// What kind of care an admission is (HL7 ActCode). The raw value is the stored code.
package enum AdmissionClass: String, CaseIterable, Hashable, Sendable, Codable {
  case inpatient = "IMP"
  case ambulatory = "AMB"
  case emergency = "EMER"

  /// The word for the screen.
  package var title: String {
    switch self {
    case .inpatient: "inpatient"
    case .ambulatory: "ambulatory"
    case .emergency: "emergency"
    }
  }
}

/// Why a patient comes in (HL7 v2 table 0007). The raw value is the table's letter.
package enum AdmissionType: String, CaseIterable, Hashable, Sendable, Codable {
  case accident = "A"
  case emergency = "E"
  case labour = "L"
  case routine = "R"
  case newborn = "N"
  case urgent = "U"
  case elective = "C"

  /// The words for the screen.
  package var title: String {
    switch self {
    case .accident: "accident"
    case .emergency: "emergency"
    case .labour: "labour and delivery"
    case .routine: "routine"
    case .newborn: "newborn"
    case .urgent: "urgent"
    case .elective: "elective"
    }
  }
}

/// Where a patient goes on leaving. The raw value is the stored code.
package enum Disposition: String, CaseIterable, Hashable, Sendable, Codable {
  case home
  case otherFacility = "other-facility"
  case hospital
  case longTerm = "long-term"
  case againstAdvice = "against-advice"
  case died
  case psychiatric
  case rehabilitation
  case nursing
  case other

  /// The words for the screen.
  package var title: String {
    switch self {
    case .home: "home"
    case .otherFacility: "other facility"
    case .hospital: "another hospital"
    case .longTerm: "long-term care"
    case .againstAdvice: "left against advice"
    case .died: "died"
    case .psychiatric: "psychiatric care"
    case .rehabilitation: "rehabilitation"
    case .nursing: "nursing home"
    case .other: "other"
    }
  }
}

/// Why a stay is isolated. The raw value is the stored code.
package enum IsolationKind: String, CaseIterable, Hashable, Sendable, Codable {
  case contact, droplet, airborne
  /// Protects the patient from others; the room is not infectious.
  case protective

  /// The word for the screen.
  package var title: String { rawValue }

  /// Whether the room needs a terminal clean afterwards.
  package var isInfectious: Bool { self != .protective }
}
