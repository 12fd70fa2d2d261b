import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// B10: what was recorded stays readable, version by version, with who, when and why, for those who may read the record.
struct HistoryServiceTests {
  let hospital: TestHospital
  private var samples: TestHospital.Samples { hospital.samples }

  init() throws {
    hospital = try TestHospital()
  }

  private func history(_ kind: VersionedKind, _ id: String, by role: Role) throws -> RecordHistory {
    try HistoryService(hospital.session(role)).history(of: VersionedRecord(kind, id))
  }

  @Test("a department: newest first, from and to, who, when and why")
  func department() throws {
    let staff = StaffService(hospital.session(.administrator))
    let department = try #require(try staff.departments().first)
    hospital.clock.advance(by: .hours(1))
    try staff.change(department, name: "4A General", genderRule: .women, because: "rebuilt")
    let history = try history(.department, department.id.text, by: .nurse)
    #expect(history.title == "department 4A General" && history.patient == nil)
    #expect(history.versions.map(\.number) == [2, 1])
    let newest = try #require(history.versions.first)
    #expect(newest.recorded == Recorded(by: "Test administrator", at: hospital.clock.now))
    #expect(newest.reason == "rebuilt")
    #expect(
      newest.changes == [
        FieldChange(caption: "Name", before: "4A Medical", after: "4A General"),
        FieldChange(caption: "Meant for", before: "any", after: "women"),
      ])
    #expect(history.versions.last?.changes == [])
  }

  @Test("one field alone: the versions that changed it, and the first")
  func oneField() throws {
    let room = samples.rooms[0]
    let rooms = BedService(hospital.session(.nurse))
    _ = try rooms.needsCleaning(room)
    _ = try rooms.cleaned(room)
    let history = try history(.room, room.text, by: .reception)
    #expect(history.changedFields.contains("State"))
    let states = history.versions(changing: "State")
    #expect(states.map(\.number) == [3, 2, 1])
    #expect(history.versions(changing: "Number").map(\.number) == [1])
  }

  @Test("of a patient's record it stands in the audit trail, and names the patient")
  func patient() throws {
    let patient = samples.patients[0]
    hospital.clock.advance(by: .minutes(5))
    _ = try RegistrationService(hospital.session(.reception)).recordAllergies(
      AllergyChange(from: .unknown, to: .recorded([AllergyEntry(substance: "Latex", reaction: "")])), of: patient)
    let history = try history(.patient, patient.text, by: .nurse)
    #expect(history.patient?.id == patient)
    #expect(history.versions.first?.changes.first?.caption == "Allergies")
    let entry = try #require(try hospital.read { try $0.audit.newest(1) }.first)
    #expect(entry.action == .read && entry.subject.patient == patient && entry.actor == "nurse")
  }

  @Test("a stay: its admission, its rooms and its order, with the names of people and rooms")
  func admission() throws {
    let admission = try hospital.admit(samples.patients[0], to: samples.rooms[0])
    _ = try BedService(hospital.session(.headNurse)).assign(
      samples.staff[1], to: try hospital.bedside(samples.rooms[0]))
    try hospital.orderDischarge(from: samples.rooms[0])
    let history = try history(.admission, admission.text, by: .doctor)
    #expect(Set(history.versions.map(\.part)) == ["", "Stay in 4A-01", "Discharge order"])
    let changes = history.versions.flatMap(\.changes)
    #expect(changes.contains(FieldChange(caption: "Staff", before: "Okafor, Ngozi", after: "Tanaka, Yui")))
  }

  @Test("a price and an account: each price that was set; a password is never shown")
  func others() throws {
    try hospital.setPrices()
    let price = try history(.price, "CON", by: .cashier)
    #expect(price.versions.last?.values.contains { $0.caption == "Price" } == true)
    let account = hospital.account(.nurse).text
    let shown = try history(.account, account, by: .administrator)
    #expect(!shown.versions.flatMap(\.values).contains { $0.text.contains("password") })
    #expect(shown.versions.first?.values.contains(.init("Role", "nurse")) == true)
  }

  @Test("a consultation is amended, and what stood before can be read by clinical roles alone")
  func consultation() throws {
    let care = CareService(hospital.session(.doctor))
    var words = ConsultationEntry(complaint: "Cough", plan: "Rest")
    let id = try care.write(words, for: samples.patients[0]).id
    words.plan = "X-ray"
    _ = try care.amend(id, from: 1, to: words, because: "worse")
    let history = try history(.consultation, id.text, by: .nurse)
    #expect(history.versions.first?.changes == [FieldChange(caption: "Plan", before: "Rest", after: "X-ray")])
    #expect(try refusal { try self.history(.consultation, id.text, by: .cashier) }?.permittedRoles != nil)
    #expect(try refusal { try self.history(.room, "nowhere", by: .nurse) }?.code == "history.unknown")
    #expect(try refusal { try self.history(.invoice, "nowhere", by: .cashier) }?.code == "history.unknown")
  }

  @Test("the history of a restricted record is as shut as the record (H6)")
  func restricted() throws {
    let patient = samples.patients[0]
    _ = try RestrictedRecordService(hospital.session(.headNurse)).restrict(patient, as: .wellKnown, because: "an actor")
    #expect(try refusal { try history(.patient, patient.text, by: .nurse) }?.code == Refusal.restrictedCode)
  }
}
