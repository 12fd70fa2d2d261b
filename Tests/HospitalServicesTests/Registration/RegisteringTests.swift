import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Registering a patient (P1).
struct RegisteringTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital()
  }

  private func service(_ role: Role = .reception) -> RegistrationService { RegistrationService(hospital.session(role)) }

  @Test("P1: a patient who is registered has a number and a record that holds what was typed")
  func registers() throws {
    let patient = try service().register(
      .filled([.nationalID: "ie 55-12", .allergies: "latex; nuts (swelling)", .pharmacy: "quay pharmacy"]))
    let record = try service().open(patient.id)
    #expect(patient.sentence == "HAUGEN, Liv is registered as \(patient.number)")
    #expect(record.number == patient.number && record.version == 1)
    #expect(record.details.name == PersonName(family: "Haugen", given: "Liv"))
    #expect(record.details.nationalID?.text == "IE5512")
    #expect(record.details.allergies.description == "Latex, Nuts (swelling)")
    #expect(record.details.pharmacy == "Quay Pharmacy")
    #expect(record.patient.pharmacy == hospital.samples.pharmacies[0])
    #expect(record.patient.registered == Recorded(by: "Test receptionist", at: hospital.clock.now))
  }

  @Test("P1: every wrong field is named, and nothing is saved")
  func namesEveryProblem() throws {
    let error = #expect(throws: InvalidEntry.self) {
      try service().register(.filled([.familyName: "", .birthDate: "2027/01/01", .telephone: "0871 55"]))
    }
    #expect(error?.problems.map(\.field) == ["familyName", "birthDate", "telephone"])
    #expect(try service().search("haugen").patients.isEmpty)
  }

  @Test("B7: a pharmacy that there is not is said beside its field")
  func refusesStrangePharmacy() throws {
    let error = #expect(throws: InvalidEntry.self) { try service().register(.filled([.pharmacy: "Nowhere"])) }
    #expect(
      error?.sentence(for: "pharmacy") == "no pharmacy is called Nowhere; choose one from the list, or leave it empty")
  }

  @Test("P1: only those with the permission register; others are refused, and that is noted", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let refused = try refusal { try service(role).register(.filled()) }
    let last = try #require(try hospital.read { try $0.audit.newest(1) }.first)
    let permitted = Permission.registerPatient.roles
    #expect((refused == nil) == permitted.contains(role))
    #expect(refused == nil || refused?.permittedRoles == permitted.sorted())
    #expect(last.permission == "patient.register" && last.action == (refused == nil ? .create : .refused))
    #expect(last.account == hospital.account(role))
    let found = try service().search("haugen").patients.count
    #expect(found == (refused == nil ? 1 : 0))
  }

  @Test("Somebody whose name nobody knows gets an alias and a number")
  func unidentified() throws {
    let alias = try UnidentifiedPatient(alias: "Unknown Kestrel", sex: .male, ageBand: .adult, placeFound: "Pier 4")
    let patient = try service(.nurse).registerUnidentified(alias)
    let found = try #require(try service().search("kestrel").patients.first)
    #expect(found.id == patient.id && found.isUnidentified && found.birthDate.isEstimated)
    #expect(try refusal { try service(.cashier).registerUnidentified(alias) } != nil)
  }

  @Test(
    "No two patients without a name are called alike: the form begins with a free name, and the database refuses too")
  func aliasOfTwo() throws {
    let first = try service(.nurse).freeAlias()
    func register(_ alias: String) throws -> PatientID {
      try service(.nurse).registerUnidentified(
        UnidentifiedPatient(alias: alias, sex: .male, ageBand: .adult, placeFound: "Pier 4")
      ).id
    }
    let id = try register(first)
    let free = try service(.nurse).freeAlias()
    #expect(free != first)
    let refused = try refusal { try register(first.uppercased()) }
    #expect(refused?.field == "alias" && refused?.sentence.hasSuffix("such as \(free).") == true)
    let other = try register(free)
    for renamed in [id, other] {
      let told = try databaseRefusal {
        try hospital.write { records in
          try records.transaction.execute(
            """
            UPDATE patient SET family_name = \(renamed == id ? free : first), version = version + 1,
              recorded_at = recorded_at + 1, change_reason = 'a test' WHERE id = \(renamed)
            """)
        }
      }
      #expect(told?.contains("another patient without a name is called so") == true)
    }
  }

  @Test("A name that is learnt takes the place of the alias")
  func identified() throws {
    let alias = try UnidentifiedPatient(alias: "Unknown Kestrel", sex: .male, ageBand: .adult, placeFound: "Pier 4")
    let id = try service(.nurse).registerUnidentified(alias).id
    var details = try service().open(id).details
    details.name = PersonName(family: "Lindgren", given: "Per")
    _ = try service().update(id, from: 1, to: details, because: "his brother came")
    let record = try service().open(id)
    #expect(!record.patient.isUnidentified)
    #expect(
      record.versions.first?.changes.contains(FieldChange(caption: "Identified", before: "no", after: "yes")) == true)
  }

  @Test("A fault in the middle leaves nothing behind: no row, no term, no entry, no number used")
  func allOrNothing() throws {
    let before = try hospital.read { try $0.audit.newest(1).first?.number }
    #expect(throws: (any Error).self) {
      try hospital.session(.reception).perform(.registerPatient, on: AuditSubject(kind: "patient", id: "x")) {
        records in
        _ = try records.patients.add(
          .sample("Half", "Done"), as: Identifier("x"), pharmacy: nil, isUnidentified: false)
        try records.transaction.execute("UPDATE patient SET sex = 'Z', version = version + 1 WHERE id = 'x'")
      }
    }
    #expect(try hospital.read { try $0.audit.newest(1).first?.number } == before)
    #expect(try service().search("half").patients.isEmpty)
    #expect(try service().register(.filled()).number == HospitalNumber(sequence: 5))
  }
}
