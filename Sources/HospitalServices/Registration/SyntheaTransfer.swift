import HospitalDomain
import HospitalRecords

/// The work of one Synthea import, file by file; what one file brings the next ones refer to by Synthea's identifiers.
struct SyntheaTransfer {
  let session: Session
  let files: SyntheaImport.Files
  let records: Records
  let reason: String
  let scope: DuplicateScope
  /// What earlier imports brought, and where this one is remembered.
  let imports: ImportRecords
  let claims: SyntheaClaims
  /// The rows of the files that others refer to.
  let encounterRows: [String: SyntheaRow]
  let birthDates: [String: CalendarDate]

  var departments: [String: DepartmentID] = [:]
  var doctors: [String: DoctorID] = [:]
  var patients: [String: PatientID] = [:]
  /// The patients of this import who died, and when; recorded last, so that their stays can be.
  var deaths: [(patient: PatientID, at: Timestamp)] = []
  /// The stays that this import opened.
  var stays: [String: Stay] = [:]
  var seen: [String: Set<String>] = [:]
  private var done = 0
  /// How many of what were taken.
  private(set) var taken: [String: Int] = [:]
  /// How many of what an earlier import had taken.
  private(set) var known: [String: Int] = [:]
  var ledger = SyntheaLedger()

  /// A stay that was opened for an encounter.
  struct Stay {
    let id: AdmissionID
    let patient: PatientID
    let endedAt: Timestamp
  }

  /// What came of a row.
  enum Fate {
    case taken
    /// An earlier import took it.
    case known
    /// It is of no use here.
    case unused
  }

  init(session: Session, files: SyntheaImport.Files, records: Records, reason: String, against scope: DuplicateScope) {
    self.session = session
    self.files = files
    self.records = records
    self.reason = reason
    self.scope = scope
    imports = records.imports(from: SyntheaImport.source)
    claims = SyntheaClaims(files, clock: session.workplace.localTime)
    encounterRows = Dictionary(files.encounters.map { ($0["Id"], $0) }) { first, _ in first }
    birthDates = files.patients.reduce(into: [:]) { $0[$1["Id"]] = DateParts($1["BIRTHDATE"]).date }
  }

  mutating func run(_ refused: inout RefusedRows, progress: (Int, Int) throws -> Void) throws {
    let steps: [Step] = [
      Step(file: "organizations.csv", noun: "department", rows: files.organizations) { try $0.department($1) },
      Step(file: "providers.csv", noun: "doctor", rows: files.providers) { try $0.doctor($1) },
      Step(file: "patients.csv", noun: "patient", rows: files.patients) { try $0.patient($1) },
      Step(file: "encounters.csv", noun: "stay", rows: files.encounters) { try $0.stay($1) },
      Step(file: "medications.csv", noun: "medication", rows: files.medications) { try $0.medication($1) },
      Step(file: "claims.csv", noun: "invoice", rows: files.claims) { try $0.invoice($1) },
    ]
    let total = steps.reduce(0) { $0 + $1.rows.count }
    for step in steps {
      for row in step.rows {
        try progress(done, total)
        try refused.collecting(step.file, line: row.line) {
          switch try step.take(&self, row) {
          case .taken: taken[step.noun, default: 0] += 1
          case .known: known[step.noun, default: 0] += 1
          case .unused: break
          }
        }
        done += 1
      }
    }
    if refused.list.isEmpty { try closeAccounts() }
    try progress(total, total)
  }

  /// One file, and what its rows become.
  private struct Step {
    let file: String
    let noun: String
    let rows: [SyntheaRow]
    let take: (inout SyntheaTransfer, SyntheaRow) throws -> Fate
  }

  /// The identifier of a row, which stands once in its file.
  mutating func identifier(of row: SyntheaRow, _ kind: String) throws(Misentry) -> String {
    let id = try SafeText.requiredLine(row["Id"], limit: 80, hint: "it has no Id")
    guard seen[kind, default: []].insert(id).inserted else { throw Misentry("its Id stands there twice") }
    return id
  }

  func note(_ kind: String, _ id: String, of patient: PatientID? = nil) throws {
    try session.note(
      .create, .importPatients, on: AuditSubject(kind: kind, id: id, patient: patient), because: reason, in: records)
  }
}
