/// What somebody is employed as (H1). The raw value is the stored code.
package enum JobTitle: String, CaseIterable, Hashable, Sendable, Codable {
  case doctor
  case headDoctor = "head-doctor"
  case nurse
  case headNurse = "head-nurse"
  case midwife
  case healthcareAssistant = "healthcare-assistant"
  case pharmacist
  case pharmacyTechnician = "pharmacy-technician"
  case recordOfficer = "record-officer"
  case cashier
  case humanResources = "human-resources"
  case administrator
  case laboratoryScientist = "laboratory-scientist"
  case radiographer
  case physiotherapist
  case socialWorker = "social-worker"
  case dietitian
  case housekeeper
  case porter
  case engineer
  case auditor

  /// The words for the screen.
  package var title: String {
    switch self {
    case .headDoctor: "head doctor"
    case .headNurse: "head nurse"
    case .healthcareAssistant: "healthcare assistant"
    case .pharmacyTechnician: "pharmacy technician"
    case .recordOfficer: "record officer"
    case .humanResources: "human resources officer"
    case .laboratoryScientist: "laboratory scientist"
    case .socialWorker: "social worker"
    default: rawValue
    }
  }

  /// The role that an account of such an employee usually has; nothing where they need none.
  package var usualRole: Role? {
    switch self {
    case .doctor: .doctor
    case .headDoctor: .headDoctor
    case .nurse, .midwife: .nurse
    case .headNurse: .headNurse
    case .pharmacist: .pharmacist
    case .recordOfficer: .reception
    case .cashier: .cashier
    case .humanResources: .humanResources
    case .administrator: .administrator
    case .auditor: .auditor
    default: nil
    }
  }

  /// Whether the employee may be a patient's doctor.
  package var isDoctor: Bool { self == .doctor || self == .headDoctor }

  /// Whether the employee may be assigned to a patient's room as nurse.
  package var isNurse: Bool { self == .nurse || self == .headNurse || self == .midwife }

  /// Reads a code, a title or the beginning of one that fits only one.
  package init(entry text: String) throws(Misentry) {
    let typed = text.trimmed.lowercased()
    guard !typed.isEmpty else { throw Misentry("type the job title, such as nurse") }
    if let exact = Self.allCases.first(where: { $0.rawValue == typed || $0.title == typed }) {
      self = exact
      return
    }
    let matches = Self.allCases.filter { $0.rawValue.hasPrefix(typed) || $0.title.hasPrefix(typed) }
    guard matches.count == 1 else {
      let these = matches.isEmpty ? Self.allCases : matches
      throw Misentry("type one of \(Listing.or(these.map(\.title)))")
    }
    self = matches[0]
  }
}
