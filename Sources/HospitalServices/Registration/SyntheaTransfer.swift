import HospitalDomain
import HospitalRecords

/// The work of one Synthea import, file by file; what one file brings the next ones refer to by Synthea's identifiers.
struct SyntheaTransfer {
  private let session: Session
  private let files: SyntheaImport.Files
  private let records: Records
  private let reason: String
  private let scope: DuplicateScope

  private var departments: [String: DepartmentID] = [:]
  private var doctors: [String: DoctorID] = [:]
  private var patients: [String: PatientID] = [:]
  private var done = 0
  /// How many of what were taken.
  private(set) var taken: [String: Int] = [:]

  init(session: Session, files: SyntheaImport.Files, records: Records, reason: String, against scope: DuplicateScope) {
    self.session = session
    self.files = files
    self.records = records
    self.reason = reason
    self.scope = scope
  }

  mutating func run(_ refused: inout RefusedRows, progress: (Int, Int) throws -> Void) throws {
    let steps: [Step] = [
      Step(file: "organizations.csv", noun: "department", rows: files.organizations) { try $0.department($1) },
      Step(file: "providers.csv", noun: "doctor", rows: files.providers) { try $0.doctor($1) },
      Step(file: "patients.csv", noun: "patient", rows: files.patients) { try $0.patient($1) },
      Step(file: "encounters.csv", noun: "admission", rows: files.encounters) { try $0.admission($1) },
    ]
    let total = steps.reduce(0) { $0 + $1.rows.count }
    for step in steps {
      for row in step.rows {
        try progress(done, total)
        try refused.collecting(step.file, line: row.line) {
          if try step.take(&self, row) { taken[step.noun, default: 0] += 1 }
        }
        done += 1
      }
    }
    try progress(total, total)
  }

  /// One file, and what its rows become.
  private struct Step {
    let file: String
    let noun: String
    let rows: [SyntheaRow]
    let take: (inout SyntheaTransfer, SyntheaRow) throws -> Bool
  }

  // MARK: The rows of each file; false for one that is of no use here

  /// Only organisations that somebody works for, and only where no department has the name yet.
  private mutating func department(_ row: SyntheaRow) throws -> Bool {
    guard files.providers.contains(where: { $0["ORGANIZATION"] == row["Id"] }) else { return false }
    let name = try SafeText.requiredLine(Self.shortened(row.sentence("NAME")), hint: "it has no name")
    if let known = try records.departments.all().first(where: { $0.name == name }) {
      departments[row["Id"]] = known.id
      return false
    }
    let id = try records.departments.add(name: name, genderRule: .any)
    departments[row["Id"]] = id
    try note("department", id.text)
    return true
  }

  private mutating func doctor(_ row: SyntheaRow) throws -> Bool {
    guard let department = departments[row["ORGANIZATION"]] else { throw Misentry("its ORGANIZATION is in no file") }
    let words = row.name("NAME").split(separator: " ").map(String.init)
    let id = try records.doctors.add(
      EmployeeProfile(
        name: PersonName(family: words.last ?? "-", given: words.dropLast().joined(separator: " ")),
        address: try SafeText.requiredLine("\(row["ADDRESS"]), \(row["CITY"])", hint: "it has no address"),
        telephone: "none", occupation: row.sentence("SPECIALITY"), department: department))
    doctors[row["Id"]] = id
    try note("doctor", id.text)
    return true
  }

  private mutating func patient(_ row: SyntheaRow) throws -> Bool {
    let details = try SyntheaPatient(row, allergies: files.allergies.filter { $0["PATIENT"] == row["Id"] }).entry
      .check(today: session.workplace.today)
    let registered = try RegistrationService(session).takeOver(details, because: reason, against: scope, in: records)
    if let date = DateParts(row["DEATHDATE"]).date {
      try records.patients.setDeath(session.workplace.localTime.start(of: date), of: registered.id, because: "imported")
    }
    patients[row["Id"]] = registered.id
    return true
  }

  /// Only past encounters in hospital; what was done in a practice is no admission.
  private mutating func admission(_ row: SyntheaRow) throws -> Bool {
    let classes: [String: (AdmissionClass, AdmissionType)] = [
      "inpatient": (.inpatient, .routine), "emergency": (.emergency, .emergency),
    ]
    guard let (admissionClass, type) = classes[row["ENCOUNTERCLASS"]] else { return false }
    guard let patient = patients[row["PATIENT"]] else { throw Misentry("its PATIENT is in no file") }
    guard let doctor = doctors[row["PROVIDER"]] else { throw Misentry("its PROVIDER is in no file") }
    guard let start = try row.time("START"), let stop = try row.time("STOP") else {
      throw Misentry("an encounter in hospital has a START and a STOP")
    }
    let id: AdmissionID = records.newIdentifier()
    let words = row.term(row["REASONDESCRIPTION"].isEmpty ? "DESCRIPTION" : "REASONDESCRIPTION")
    try records.admissions.add(
      Admission(
        id: id, patient: patient, admissionClass: admissionClass, type: type, status: .completed, doctor: doctor,
        complaint: try SafeText.requiredLine(words, hint: "it has no description"), admittedAt: start,
        expectedDischarge: nil, dischargedAt: max(start, stop), disposition: .home))
    try note("admission", id.text, of: patient)
    return true
  }

  /// A name that fits a department's, cut after a whole word.
  private static func shortened(_ name: String) -> String {
    guard name.count > SafeText.nameLimit else { return name }
    let start = name.prefix(SafeText.nameLimit)
    return String(start.lastIndex(of: " ").map { start[..<$0] } ?? start)
  }

  private func note(_ kind: String, _ id: String, of patient: PatientID? = nil) throws {
    try session.note(
      .create, .importPatients, on: AuditSubject(kind: kind, id: id, patient: patient), because: reason, in: records)
  }
}
