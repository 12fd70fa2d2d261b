import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// No hot query of registration reads a whole table, however many patients are on file (P3).
struct PatientPlanTests {
  let hospital: TestHospital
  private var patient: PatientID { hospital.samples.patients[0] }

  init() throws {
    hospital = try TestHospital()
    try hospital.admit(patient, to: hospital.samples.rooms[0])
  }

  private func expectNoScan(_ work: (Records) throws -> Void) throws {
    let plans = try hospital.plans(of: work)
    #expect(!plans.isEmpty)
    // For an insertion SQLite lists how it would look for rows that came before the one that they name. There are none, as no
    // foreign key of the schema is deferred, and it does not look.
    for plan in plans where !plan.statement.hasPrefix("INSERT") { #expect(plan.scans.isEmpty, "\(plan)") }
  }

  @Test(
    "P3: a search goes by the index of terms",
    arguments: [
      "duarte", "duarte ines", "d i 1991", "0871", "000000-001", "1991/03/12", "4A-01", "4A duarte", "12AB34 duarte",
    ])
  func search(_ typed: String) throws {
    try expectNoScan { _ = try $0.patients.search(SearchQuery(typed), limit: 100) }
  }

  @Test(
    "P3: a search for what is common goes by the index of terms", arguments: ["smith anna", "0870 1980", "s 0870 19"])
  func commonSearch(_ typed: String) throws {
    try hospital.write { records in
      for index in 0..<510 {
        _ = try records.patients.add(
          .sample("Smith", "Anna\(index)"), as: records.newIdentifier(), pharmacy: nil, isUnidentified: false)
      }
    }
    try expectNoScan { _ = try $0.patients.search(SearchQuery(typed), limit: 100) }
  }

  @Test("P2: the candidates for duplicates are found by the index of terms")
  func duplicates() throws {
    let traits = PersonTraits(.sample("Duarte", "Ines", born: "1991/12/03", nationalID: "IE4481009"))
    try expectNoScan { _ = try $0.patients.duplicateCandidates(for: traits) }
  }

  @Test("P5: everything on a record is found by an index")
  func record() throws {
    try expectNoScan { records in
      _ = try records.patients.row(patient)
      _ = try records.patients.line(patient)
      _ = try records.patients.admissions(of: patient)
      _ = try records.patients.appointments(of: patient)
      _ = try records.patients.prescriptions(of: patient)
      _ = try records.patients.invoices(of: patient)
      _ = try records.patients.versions(of: patient)
      _ = try records.allergies.all(of: patient)
      _ = try records.merges.merged(into: patient)
      _ = try records.merges.merged(away: patient)
      _ = try records.board.row(ofPatient: patient)
      _ = try records.audit.entries(about: patient, limit: 100)
    }
  }

  @Test("P1, P4: registering and changing read nothing but by an index")
  func changes() throws {
    try expectNoScan { records in
      let id: PatientID = records.newIdentifier()
      let details = PatientDetails.sample("Haugen", "Liv")
      _ = try records.patients.add(details, as: id, pharmacy: nil, isUnidentified: false)
      if let row = try records.patients.row(id) {
        _ = try records.patients.change(
          row, to: .sample("Haugen", "Liv", telephone: "0861234567"), pharmacy: nil, isUnidentified: false,
          because: "moved")
      }
      _ = try records.merges.merge(id, into: patient, because: "one person")
    }
  }
}
