import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Encounters, claims and costs of Synthea become stays, charges and invoices that come to the claims to the cent.
struct SyntheaClaimsTests {
  /// A folder by file, line and heading, so that a test can change one value.
  private struct Folder {
    var rows: [String: [[String: String]]] = [
      "organizations": [["Id": "o", "NAME": "CITY HOSPITAL"]],
      "providers": [
        [
          "Id": "d", "ORGANIZATION": "o", "NAME": "Ana1 Noriega2", "SPECIALITY": "MEDICINE", "ADDRESS": "1 A",
          "CITY": "B",
        ]
      ],
      "patients": [
        [
          "Id": "p", "BIRTHDATE": "1980-02-03", "DEATHDATE": "2024-01-01", "FIRST": "Curt1", "LAST": "Schmidt2",
          "GENDER": "M", "ADDRESS": "8 Road", "CITY": "Cork", "SSN": "999-50-8136",
        ]
      ],
      "encounters": [
        [
          "Id": "e", "START": "2023-01-27T16:17:47Z", "STOP": "2023-01-28T16:32:47Z", "PATIENT": "p", "PROVIDER": "d",
          "ENCOUNTERCLASS": "inpatient", "CODE": "185", "DESCRIPTION": "Stay (procedure)",
          "BASE_ENCOUNTER_COST": "77.49", "TOTAL_CLAIM_COST": "300.00", "PAYER_COVERAGE": "200.01",
        ]
      ],
      "procedures": [
        [
          "ENCOUNTER": "e", "START": "2023-01-27T17:00:00Z", "CODE": "43", "DESCRIPTION": "Suture",
          "BASE_COST": "516.65",
        ]
      ],
      "medications": [
        [
          "ENCOUNTER": "e", "START": "2023-01-27T18:00:00Z", "CODE": "66", "DESCRIPTION": "Loratadine",
          "BASE_COST": "7.24", "DISPENSES": "1218", "TOTALCOST": "8818.32", "PAYER_COVERAGE": "0.00",
        ]
      ],
      "claims": ["c1", "c2"].map {
        [
          "Id": $0, "PATIENTID": "p", "APPOINTMENTID": "e", "OUTSTANDING1": "0", "OUTSTANDINGP": "0",
          "LASTBILLEDDATE1": "2023-01-28T16:32:47Z",
        ]
      },
    ]

    func files() -> SyntheaImport.Files {
      func rows(_ name: String) -> [SyntheaRow] {
        (self.rows[name] ?? []).enumerated().map { SyntheaRow(line: $0.offset + 2, values: $0.element) }
      }
      var files = SyntheaImport.Files(patients: rows("patients"))
      files.organizations = rows("organizations")
      files.providers = rows("providers")
      files.encounters = rows("encounters")
      files.procedures = rows("procedures")
      files.medications = rows("medications")
      files.claims = rows("claims")
      return files
    }
  }

  let hospital: TestHospital
  private var folder = Folder()

  init() throws { hospital = try TestHospital() }

  private func take(_ folder: Folder, as role: Role = .administrator, isRehearsal: Bool = false) throws
    -> SyntheaImport.Result
  {
    try SyntheaImport(hospital.session(role)).take(folder.files(), from: "folder", isRehearsal: isRehearsal) { _, _ in }
  }

  private func number(_ query: String) throws -> Int {
    try hospital.read { records in
      try records.transaction.row(.init(trusted: "SELECT COALESCE((\(query)), 0) AS n"))?.count("n") ?? 0
    }
  }

  @Test("the invoices come to the claims: what was not claimed is taken off, what a charge cannot hold is in parts")
  func exact() throws {
    let result = try take(folder)
    #expect(result.outcome.refused.isEmpty)
    #expect(
      result.outcome.taken == ["department": 1, "doctor": 1, "patient": 1, "stay": 1, "invoice": 2, "medication": 1])
    #expect(
      result.claims
        == ClaimSums(
          count: 2, total: Money(cents: 9118_32), insurer: Money(cents: 200_01), paid: Money(cents: 9118_32)))
    #expect(
      result.differences.map(\.line) == [2] && result.differences[0].reason.contains("294.14 that was not claimed"))
    let list = try InvoiceService(hospital.session(.cashier)).list().invoices
    #expect(Set(list.map(\.invoice.total)) == [Money(cents: 300_00), Money(cents: 8818_32)])
    #expect(
      list.allSatisfy {
        $0.invoice.status == "balanced" && $0.invoice.issuedAt == .init(milliseconds: 1_674_923_567_000)
      })
    let admission = try #require(list.first?.invoice.admission)
    let account = try ChargeService(hospital.session(.cashier)).again(admission)
    #expect(account.admission.status == .completed && account.charges.isEmpty && account.due == .zero)
    #expect(account.patient.name.listed == "SCHMIDT, Curt")
    #expect(try UninvoicedService(hospital.session(.cashier)).list().items.isEmpty)
    #expect(try number("SELECT SUM(amount_cents) FROM payment WHERE method = 'insurer'") == 200_01)
    #expect(try number("SELECT COUNT(*) FROM charge WHERE code = '66'") == 2)
    #expect(try number("SELECT COUNT(*) FROM patient WHERE died_at IS NOT NULL") == 1)
    let broken = try hospital.read { records in
      try RuleCheck.all.flatMap { rule in try rule.broken(in: records).map { "\(rule.rule): \($0)" } }
    }
    #expect(broken == [])
  }

  @Test("a second run takes nothing; a claim that came meanwhile is refused, for the account is closed")
  func twice() throws {
    _ = try take(folder)
    let entries = try number("SELECT COUNT(*) FROM invoice_line")
    let again = try take(folder)
    #expect(again.outcome.taken.isEmpty && again.outcome.refused.isEmpty && again.claims.count == 0)
    #expect(again.known == ["department": 1, "doctor": 1, "patient": 1, "stay": 1, "invoice": 2, "medication": 1])
    #expect(try number("SELECT COUNT(*) FROM invoice_line") == entries)
    var more = folder
    let third = try #require(folder.rows["claims"]?.first).merging(["Id": "c3"]) { $1 }
    more.rows["claims"]?.append(third)
    let late = try take(more)
    #expect(late.outcome.refused.map { "\($0.file):\($0.line)" } == ["claims.csv:4"])
    #expect(late.outcome.refused[0].reason.contains("the account is closed"))
  }

  @Test("a rehearsal tells the same and changes nothing")
  func rehearsal() throws {
    let rehearsed = try take(folder, isRehearsal: true)
    #expect(rehearsed.claims.total == Money(cents: 9118_32) && rehearsed.differences.count == 1)
    #expect(try number("SELECT COUNT(*) FROM invoice") == 0 && number("SELECT COUNT(*) FROM imported_row") == 0)
    #expect(try take(folder).outcome.taken["invoice"] == 2)
  }

  @Test("what is outstanding at the source stays due, and the account is closed over it by a waiver with a reason")
  func outstanding() throws {
    var owing = folder
    owing.rows["claims"]?[0]["OUTSTANDINGP"] = "50.00"
    let result = try take(owing)
    #expect(result.claims.due == Money(cents: 50_00))
    let open = try InvoiceService(hospital.session(.cashier)).list().invoices.filter { $0.invoice.status == "issued" }
    #expect(open.map(\.invoice.due) == [Money(cents: 50_00)])
    #expect(try number("SELECT COUNT(*) FROM waiver WHERE kind = 'unpaid-invoice'") == 1)
  }

  @Test(
    "a row that cannot be is refused with its line and reason, and nothing is taken",
    arguments: [
      ("encounters", "TOTAL_CLAIM_COST", "-1.00", "claims.csv:2: A claim and what is covered"),
      ("encounters", "TOTAL_CLAIM_COST", "0.005", "claims.csv:2: TOTAL_CLAIM_COST is no amount (0.005)"),
      ("encounters", "PAYER_COVERAGE", "300.01", "claims.csv:2: 300.01 is covered of a claim of 300.00"),
      ("encounters", "STOP", "2023-01-26T00:00:00Z", "encounters.csv:2: its STOP is before its START"),
      ("encounters", "STOP", "2027-01-26T00:00:00Z", "encounters.csv:2: it is not over yet"),
      ("encounters", "START", "1979-01-26T00:00:00Z", "encounters.csv:2: its START is before the patient was born"),
      ("encounters", "START", "2023-02-30T00:00:00Z", "encounters.csv:2: START is no time"),
      ("claims", "APPOINTMENTID", "x", "encounters.csv:2: claims.csv has 1 claim of it, and 2 are expected"),
      ("claims", "PATIENTID", "x", "claims.csv:2: its PATIENTID is not its encounter's"),
      ("claims", "Id", "c2", "claims.csv:3: its Id stands there twice"),
      ("claims", "Id", "", "claims.csv:2: it has no Id"),
      ("claims", "OUTSTANDING1", "200.02", "claims.csv:2: More is outstanding than was claimed"),
      ("medications", "DISPENSES", "0", "claims.csv:3: medications.csv:2: DISPENSES is no number"),
      ("procedures", "BASE_COST", "x", "claims.csv:2: procedures.csv:2: BASE_COST is no amount (x)"),
      ("procedures", "CODE", "", "claims.csv:2: procedures.csv:2: it has no CODE"),
    ])
  func refused(file: String, heading: String, value: String, words: String) throws {
    var wrong = folder
    wrong.rows[file]?[0][heading] = value
    let result = try take(wrong)
    let lines = result.outcome.refused.map { "\($0.file):\($0.line): \($0.reason)" }
    #expect(lines.contains { $0.hasPrefix(words) }, "\(lines)")
    #expect(try number("SELECT COUNT(*) FROM imported_row") == 0 && number("SELECT COUNT(*) FROM invoice") == 0)
  }

  @Test("H2: who may not take patients over takes nothing", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let isAllowed = Permission.importPatients.allows(role)
    #expect((try refusal { try take(folder, as: role) } == nil) == isAllowed)
    #expect(try number("SELECT COUNT(*) FROM imported_claim") == (isAllowed ? 2 : 0))
  }

  @Test("each stay and invoice that is taken stands in the audit trail")
  func audited() throws {
    _ = try take(folder)
    #expect(try number("SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'invoice'") == 2)
    #expect(try number("SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'admission'") == 1)
  }
}
