import HospitalDomain
import HospitalRecords

extension RegistrationService {
  /// The most patients that a search shows unless it is told otherwise.
  package static let mostFound = 100

  /// Finds patients by any part of name, number, telephone or birth date, or by the room they are in (P3). Nothing typed
  /// finds nobody. A record that was merged leads to the one that survives.
  package func search(_ typed: String, limit: Int = mostFound) throws -> PatientFinds {
    try session.look(.findPatient) { records in
      let query = SearchQuery(typed)
      let finds = try records.patients.search(query, limit: limit)
      let closed = try records.restrictions.closed(among: finds.patients.map { $0.id })
      if closed.isEmpty { return finds }
      return PatientFinds(
        patients: finds.patients.map { closed.contains($0.id) ? $0.withheld(from: query) : $0 }, isCut: finds.isCut)
    }
  }

  /// The pharmacies that a patient can name, for a pick list (B7). The field of the form holds the name.
  package func pharmacies() throws -> [PharmacyLine] {
    try session.look(.findPatient) { try $0.pharmacyDirectory.all() }
  }
}

extension PharmacyDirectory {
  /// The pharmacy that a form names, by its name or its number; nil for none. Throws when there is no such pharmacy.
  func expected(_ typed: String) throws -> PharmacyID? {
    if typed.isEmpty { return nil }
    let name = TextFolding.words(typed)
    let lines = try all()
    guard
      let line = lines.first(where: { $0.name == typed })
        ?? lines.first(where: { TextFolding.words($0.name) == name || String($0.number) == typed })
    else {
      let problem = Misentry("no pharmacy is called \(typed); choose one from the list, or leave it empty")
      throw InvalidEntry(problems: [problem.at(PatientField.pharmacy.rawValue)])
    }
    return line.id
  }
}
