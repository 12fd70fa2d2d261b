/// What a person does in the hospital, and so what their account may do. The raw value is the stored code.
package enum Role: String, CaseIterable, Hashable, Sendable, Codable {
  case nurse
  case headNurse = "headnurse"
  case doctor
  case headDoctor = "headdoctor"
  case reception
  case cashier
  case pharmacist
  case humanResources = "hr"
  case administrator = "admin"
  case auditor
  /// A patient, who sees their own record and no other.
  case patient

  /// The role in words, as the title row shows it.
  package var title: String {
    switch self {
    case .nurse: "nurse"
    case .headNurse: "head nurse"
    case .doctor: "doctor"
    case .headDoctor: "head doctor"
    case .reception: "receptionist"
    case .cashier: "cashier"
    case .pharmacist: "pharmacist"
    case .humanResources: "human resources"
    case .administrator: "administrator"
    case .auditor: "auditor"
    case .patient: "patient"
    }
  }

  /// The people of the role, as a refusal names them.
  package var people: String { self == .humanResources ? "human resources" : title + "s" }

  /// Everyone who works in the hospital.
  package static let staff: Set<Role> = Set(allCases).subtracting([.patient])

  /// Those who treat patients.
  package static let clinical: Set<Role> = [.nurse, .headNurse, .doctor, .headDoctor]
}

extension Role: Comparable {
  /// The order of the list of roles, so that a refusal always names them in the same order.
  package static func < (left: Role, right: Role) -> Bool { left.position < right.position }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
