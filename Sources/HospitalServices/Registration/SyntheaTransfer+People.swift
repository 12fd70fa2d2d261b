import HospitalDomain
import HospitalRecords

extension SyntheaTransfer {
  /// Only organisations that somebody works for, and only where no department has the name yet.
  mutating func department(_ row: SyntheaRow) throws -> Fate {
    let source = try identifier(of: row, "department")
    if let known: DepartmentID = try imports.record("department", source) {
      departments[source] = known
      return .known
    }
    guard files.providers.contains(where: { $0["ORGANIZATION"] == source }) else { return .unused }
    let name = try SafeText.requiredLine(Self.shortened(row.sentence("NAME")), hint: "it has no name")
    let named = try records.departments.all().first { $0.name.lowercased() == name.lowercased() }?.id
    let id = try named ?? records.departments.add(name: name, genderRule: .any)
    departments[source] = id
    try imports.remember("department", source, as: id)
    guard named == nil else { return .unused }
    try note("department", id.text)
    return .taken
  }

  mutating func doctor(_ row: SyntheaRow) throws -> Fate {
    let source = try identifier(of: row, "doctor")
    if let known: DoctorID = try imports.record("doctor", source) {
      doctors[source] = known
      return .known
    }
    guard let department = departments[row["ORGANIZATION"]] else { throw Misentry("its ORGANIZATION is in no file") }
    let words = row.name("NAME").split(separator: " ").map(String.init)
    let id = try records.doctors.add(
      EmployeeProfile(
        name: PersonName(family: words.last ?? "-", given: words.dropLast().joined(separator: " ")),
        address: try SafeText.requiredLine("\(row["ADDRESS"]), \(row["CITY"])", hint: "it has no address"),
        telephone: "none", occupation: row.sentence("SPECIALITY"), department: department))
    doctors[source] = id
    try imports.remember("doctor", source, as: id)
    try note("doctor", id.text)
    return .taken
  }

  mutating func patient(_ row: SyntheaRow) throws -> Fate {
    let source = try identifier(of: row, "patient")
    if let known: PatientID = try imports.record("patient", source) {
      patients[source] = known
      return .known
    }
    let details = try SyntheaPatient(row, allergies: files.allergies.filter { $0["PATIENT"] == source }).entry
      .check(today: session.workplace.today)
    let registered = try RegistrationService(session).takeOver(details, because: reason, against: scope, in: records)
    if let date = DateParts(row["DEATHDATE"]).date {
      deaths.append((registered.id, session.workplace.localTime.start(of: date)))
    }
    patients[source] = registered.id
    try imports.remember("patient", source, as: registered.id)
    return .taken
  }

  /// A name that fits a department's, cut after a whole word.
  private static func shortened(_ name: String) -> String {
    guard name.count > SafeText.nameLimit else { return name }
    let start = name.prefix(SafeText.nameLimit)
    return String(start.lastIndex(of: " ").map { start[..<$0] } ?? start)
  }
}
