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

  private func seen() throws -> AllergyStatus { try service().open(patient).details.allergies }

  /// Records allergies as a form does that was opened on `seen`.
  private func set(
    _ typed: String, seen: AllergyStatus, because reason: String = "", by role: Role = .nurse
  ) throws -> DoneAct {
    try service(role).recordAllergies(
      AllergyChange(from: seen, to: AllergyStatus(entry: typed)), of: patient, because: reason)
  }

  @Test("An allergy is added beside those there are, as a version of the record")
  func adds() throws {
    let done = try set("Penicillin (rash), latex", seen: seen())
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
    let known = try seen()
    #expect(try refusal { try set("unknown", seen: known) }?.field == "reason")
    let done = try set("unknown", seen: known, because: "was another patient's")
    let record = try service().open(patient)
    #expect(record.details.allergies == .unknown)
    #expect(record.allergies.map(\.strikeReason) == ["was another patient's"])
    #expect(record.allergies.first?.struckOut?.by == "Test nurse")
    _ = try done.undo?(hospital.session(.nurse))
    #expect(try service().open(patient).details.allergies.description == "Penicillin (rash)")
  }

  @Test("P4: a form that was opened before a colleague recorded an allergy does not strike it out")
  func colleagueWhileTyping() throws {
    let known = try seen()
    _ = try set("penicillin (rash), latex", seen: known, by: .doctor)
    _ = try set("penicillin (rash), iodine", seen: known)
    #expect(try seen().description == "Penicillin (rash), Latex, Iodine")
    #expect(
      try refusal { try set("none known", seen: known, because: "asked") }?.code == "allergies.recordedMeanwhile")
    #expect(try seen().entries.count == 3)
  }

  @Test("Undoing one's own allergy leaves the colleague's that was recorded since")
  func colleagueBeforeUndo() throws {
    let done = try set("penicillin (rash), latex", seen: seen())
    _ = try set("penicillin (rash), latex, iodine", seen: seen(), by: .doctor)
    let again = try done.undo?(hospital.session(.nurse))
    #expect(try seen().description == "Penicillin (rash), Iodine")
    _ = try again?.undo?(hospital.session(.nurse))
    #expect(try seen().description == "Penicillin (rash), Iodine, Latex")
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
    let known = try seen()
    let refused = try refusal { try set("none known", seen: known, because: "asked", by: role) }
    #expect((refused == nil) == Permission.recordAllergies.roles.contains(role))
  }
}
