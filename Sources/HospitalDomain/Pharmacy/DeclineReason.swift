/// Why a pharmacist sends a prescription back (FHIR medication dispense status reason). The raw value is the stored code.
package enum DeclineReason: String, CaseIterable, Hashable, Sendable {
  case outOfStock = "out-of-stock"
  case interaction
  case allergy
  case duplicateTherapy = "duplicate-therapy"
  case pregnancy
  case surgery
  case intolerance
  /// Anything else that the words say.
  case other

  /// The words for the screen.
  package var title: String {
    switch self {
    case .outOfStock: "out of stock"
    case .duplicateTherapy: "duplicate therapy"
    case .other: "another reason"
    default: rawValue
    }
  }
}
