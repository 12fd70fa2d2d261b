import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Allergies are added and struck out, and stay readable (B10).
struct AllergyTests {
  let hospital: TestHospital
  private var patient: PatientID { hospital.samples.patients[0] }

  init() throws {
    hospital = try TestHospital()
    hospital.clock.advance(by: .minutes(5))
  }

  private func service(_ role: Role = .nurse) -> RegistrationService { RegistrationService(hospital.session(role)) }

  @Test("An allergy is added beside those there are, as a version of the record")
  func adds() throws {
    let done = try service().recordAllergies(AllergyStatus(entry: "Penicillin (rash), latex"), of: patient)
    let record = try service().open(patient)
    #expect(done.sentence == "Allergies of DUARTE, Inês: Penicillin (rash), Latex")
    #expect(record.details.allergies.entries.count == 2 && record.version == 2)
    #expect(record.allergies.last?.recorded == Recorded(by: "Test nurse", at: hospital.clock.now))
    #expect(
      record.versions.first?.changes
        == [FieldChange(caption: "Allergies", before: "Penicillin (rash)", after: "Penicillin (rash), Latex")])
  }

  @Test("An allergy is struck out with a reason and stays on the record")
  func strikesOut() throws {
    let allergy = try #require(try service().open(patient).allergies.first?.id)
    #expect(try refusal { try service().strikeOutAllergy(allergy, of: patient, because: "") }?.field == "reason")
    #expect(try refusal { try service().recordAllergies(.noneKnown, of: patient) }?.field == "reason")
    let done = try service().strikeOutAllergy(allergy, of: patient, because: "was another patient's")
    let record = try service().open(patient)
    #expect(record.details.allergies == .unknown)
    #expect(record.allergies.map(\.strikeReason) == ["was another patient's"])
    #expect(record.allergies.first?.struckOut?.by == "Test nurse")
    #expect(try refusal { try service().strikeOutAllergy(allergy, of: patient, because: "again") } == .noSuchAllergy)
    _ = try done.undo?(hospital.session(.nurse))
    #expect(try service().open(patient).details.allergies.description == "Penicillin (rash)")
  }

  @Test("None known and not known are different, and are never confused")
  func noneIsNotUnknown() throws {
    #expect(try service().open(hospital.samples.patients[1]).details.allergies == .noneKnown)
    #expect(try service().open(hospital.samples.patients[2]).details.allergies == .unknown)
  }

  @Test("The allergies of a merged record stand on the one that survives")
  func merged() throws {
    let reception = RegistrationService(hospital.session(.reception))
    let survivor = hospital.samples.patients[1]
    let done = try reception.merge(patient, into: survivor, because: "one person")
    #expect(try service().open(survivor).details.allergies.description == "Penicillin (rash)")
    _ = try done.undo?(hospital.session(.reception))
    #expect(try service().open(survivor).details.allergies == .noneKnown)
    #expect(try service().open(patient).details.allergies.description == "Penicillin (rash)")
  }

  @Test("Only those with the permission record allergies", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let refused = try refusal { try service(role).recordAllergies(.noneKnown, of: patient, because: "asked") }
    #expect((refused == nil) == Permission.recordAllergies.roles.contains(role))
  }
}
