import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Changing a patient's details, version by version (P4, B10).
struct UpdatingTests {
  let hospital: TestHospital
  private var patient: PatientID { hospital.samples.patients[0] }

  init() throws {
    hospital = try TestHospital()
    hospital.clock.advance(by: .minutes(5))
  }

  private func service(_ role: Role = .reception) -> RegistrationService { RegistrationService(hospital.session(role)) }

  private func entry(_ other: [PatientField: String] = [:]) throws -> PatientDetailsEntry {
    var entry = PatientDetailsEntry(try service().open(patient).details)
    for (field, text) in other { entry[field] = text }
    return entry
  }

  @Test("B10: a change is a new version with who, when, why and what changed, field by field")
  func versions() throws {
    let done = try service().update(
      patient, from: 1, to: try entry([.address: "2 Bridge Street", .telephone: "none"]), because: "moved house")
    let record = try service(.nurse).open(patient)
    #expect(done.sentence == "The details of DUARTE, Inês are saved")
    #expect(record.version == 2 && record.details.address == "2 Bridge Street")
    #expect(
      record.versions.first
        == PatientVersion(
          version: 2, recorded: Recorded(by: "Test receptionist", at: hospital.clock.now), reason: "moved house",
          changes: [
            FieldChange(caption: "Telephone", before: "0871551009", after: "none"),
            FieldChange(caption: "Address", before: "14 Quay Lane", after: "2 Bridge Street"),
          ]))
    #expect(record.versions.last?.version == 1 && record.versions.last?.changes.isEmpty == true)
  }

  @Test("B10: a change needs a reason; one that changes nothing makes no version")
  func reason() throws {
    #expect(
      try refusal { try service().update(patient, from: 1, to: entry([.town: "Bray"]), because: " ") }?.field
        == "reason")
    #expect(
      try service().update(patient, from: 1, to: entry(), because: "a slip").sentence
        == "Nothing was changed of DUARTE, Inês")
    #expect(try service().open(patient).version == 1)
  }

  @Test("P4: two people change one record: the second is told, sees both values, and loses nothing")
  func changedMeanwhile() throws {
    let mine = try entry([.address: "2 Bridge Street", .town: "Bray"])
    hospital.clock.advance(by: .minutes(1))
    _ = try service(.headNurse).update(
      patient, from: 1, to: entry([.address: "9 Mill Road", .email: "i@d.ie"]), because: "asked her")
    hospital.clock.advance(by: .minutes(1))
    #expect(try refusal { try service().update(patient, from: 1, to: mine, because: "moved") } == .changedMeanwhile)
    let conflict = try service().conflict(over: patient, from: 1, mine: mine)
    #expect(conflict.version == 2 && conflict.changed.by == "Test head nurse" && conflict.reason == "asked her")
    #expect(
      conflict.fields.map { [$0.field.rawValue, $0.before, $0.theirs, $0.mine] } == [
        ["email", "", "i@d.ie", ""], ["address", "14 Quay Lane", "9 Mill Road", "2 Bridge Street"],
      ])
    let both = conflict.merging(mine, changedFrom: try PatientDetailsEntry(before(mine)))
    _ = try service().update(patient, from: conflict.version, to: both, because: "moved")
    let saved = try service().open(patient).details
    #expect(saved.address == "9 Mill Road" && saved.town == "Bray" && saved.email?.text == "i@d.ie")
  }

  private func before(_ mine: PatientDetailsEntry) throws -> [PatientField: String] {
    mine.texts.merging([.address: "14 Quay Lane", .town: "Cork"]) { $1 }
  }

  @Test("P4: a change is taken back by undo, as a version of its own, while nobody changed more")
  func undo() throws {
    let done = try service().update(patient, from: 1, to: entry([.town: "Bray"]), because: "moved")
    let undone = try #require(try done.undo?(hospital.session(.reception)))
    #expect(try service().open(patient).details.town == "Cork")
    #expect(try service().open(patient).version == 3)
    _ = try undone.undo?(hospital.session(.reception))
    #expect(try service().open(patient).details.town == "Bray")
    #expect(try refusal { try done.undo?(hospital.session(.reception)) } == .changedMeanwhile)
  }

  @Test("P4: only those with the permission change details", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let details = try entry([.town: "Bray"])
    let refused = try refusal { try service(role).update(patient, from: 1, to: details, because: "moved") }
    #expect((refused == nil) == Permission.updatePatient.roles.contains(role))
  }

  @Test("P4: nothing is changed on a record that was merged away, or that is not there")
  func otherRecords() throws {
    let details = try entry([.town: "Bray"])
    _ = try service().merge(patient, into: hospital.samples.patients[2], because: "one person")
    #expect(
      try refusal { try service().update(patient, from: 1, to: details, because: "moved") }?.code == "admission.merged")
    #expect(try refusal { try service().update(Identifier("x"), from: 1, to: details, because: "m") } == .noSuchPatient)
  }

  @Test("P4: an allergy that somebody recorded meanwhile is never struck out unseen")
  func allergyMeanwhile() throws {
    let mine = try entry([.town: "Bray"])
    hospital.clock.advance(by: .minutes(1))
    _ = try service(.nurse).recordAllergies(
      AllergyChange(from: .unknown, to: AllergyStatus(entry: "Latex")), of: patient)
    #expect(try refusal { try service().update(patient, from: 1, to: mine, because: "moved") } == .changedMeanwhile)
    let conflict = try service().conflict(over: patient, from: 1, mine: mine)
    #expect(conflict.fields.map(\.field) == [.allergies])
  }
}
