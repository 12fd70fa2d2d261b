import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

@Suite("Prescribing: written, checked, passed, renewed, changed and stopped (M2, M3)")
struct PrescribingTests {
  let hospital: TestHospital
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
    try hospital.makeDoctors()
    try hospital.keepInteractions()
  }

  private func service(_ role: Role = .doctor) -> PrescribingService { PrescribingService(hospital.session(role)) }

  @discardableResult
  private func prescribe(
    _ names: String..., for place: Int = 1, dose: String = "1 tablet", refills: Int = 0, because reason: String = "",
    signed: SecondSignature? = nil, as role: Role = .doctor
  ) throws -> PatientPrescription {
    let items = try names.map { try hospital.item($0, dose, refills: refills) }
    _ = try service(role).prescribe(
      hospital.order(items, for: patients[place]), because: reason, signed: signed)
    return try #require(try hospital.prescriptions(of: patients[place]).first)
  }

  private func signature(of role: Role, _ password: String? = nil) -> SecondSignature {
    SecondSignature(username: role.rawValue, password: password ?? "password of \(role.rawValue)")
  }

  @Test("a prescription holds its items in words and in structure, and goes to the pharmacy (B7)")
  func writes() throws {
    let rx = try prescribe("amoxicillin", dose: "500 mg", refills: 2)
    #expect(rx.status == "active" && rx.pharmacy == "Quay Pharmacy" && rx.doctor.listed == "LINDQVIST, Maja")
    #expect(
      rx.items.map { "\($0.dose), \($0.route), \($0.frequency), \($0.days)" } == ["500 mg, by mouth, 3 times a day, 7"])
    let detail = try service().detail(of: rx.id)
    #expect(detail.items.first??.dosage.amount.description == "500 mg" && detail.refillsLeft == 2)
    #expect(detail.states.map(\.status) == ["active"])
    let entry = try #require(try hospital.read { try $0.audit.newest(1) }.first)
    #expect(entry.permission == "prescription.write" && entry.action == .create)
  }

  @Test("a major finding asks for a reason, which is kept with who passed it; nothing is written without")
  func major() throws {
    try prescribe("apixaban")
    #expect(try refusal { try prescribe("ibuprofen") }?.code == Refusal.reasonCode)
    #expect(try hospital.prescriptions(of: patients[1]).count == 1)
    let rx = try prescribe("ibuprofen", because: "for three days, watched")
    let passed = try service().detail(of: rx.id).overrides
    #expect(passed.map(\.level) == [.major] && passed[0].reason == "for three days, watched")
    #expect(passed[0].first == "apixaban" && passed[0].second == "ibuprofen" && passed[0].recorded.by == "Test doctor")
  }

  @Test("an allergy that is recorded says what is taken already in spite of it (M3, P5)")
  func allergyLater() throws {
    let rx = try prescribe("amoxicillin", dose: "500 mg")
    let registration = RegistrationService(hospital.session(.nurse))
    func record(_ words: String) throws -> String {
      let former = try registration.open(patients[1]).details.allergies
      return try registration.recordAllergies(
        AllergyChange(from: former, to: try AllergyStatus(entry: words)), of: patients[1], because: "she told"
      ).sentence
    }
    #expect(try record("latex").contains("taken already") == false)
    #expect(
      try record("latex, penicillin").hasSuffix("Taken already in spite of it: Rx \(rx.number); tell the prescriber"))
  }

  @Test("what was handed over is at home: it is checked against until its days are over, or all of it came back")
  func atHome() throws {
    let pharmacy = PharmacyService(hospital.session(.pharmacist))
    try hospital.receive(100, "A", of: "1364430", expires: "2028/01/31")
    let first = try prescribe("apixaban")
    _ = try pharmacy.verify(first.id)
    let item = try #require(try pharmacy.preparation(of: first.id).items.first)
    _ = try pharmacy.dispense(first.id, [DispenseEntry(item.id, 21)])
    hospital.clock.advance(by: .days(3))
    _ = try pharmacy.handOver(first.id, to: "patient")
    #expect(try hospital.prescriptions(of: patients[1])[0].status == "completed")
    hospital.clock.advance(by: .days(6))
    #expect(try refusal { try prescribe("ibuprofen") }?.code == Refusal.reasonCode)
    _ = try pharmacy.putBack(first.id, because: "never opened")
    try prescribe("ibuprofen")
  }

  @Test("days of a hand-over that are over are checked against no more")
  func overAtHome() throws {
    let pharmacy = PharmacyService(hospital.session(.pharmacist))
    try hospital.receive(100, "A", of: "1364430", expires: "2028/01/31")
    let first = try prescribe("apixaban")
    _ = try pharmacy.verify(first.id)
    let item = try #require(try pharmacy.preparation(of: first.id).items.first)
    _ = try pharmacy.dispense(first.id, [DispenseEntry(item.id, 21)])
    _ = try pharmacy.handOver(first.id, to: "patient")
    hospital.clock.advance(by: .days(7))
    try prescribe("ibuprofen")
  }

  @Test("what was stopped or changed is checked no more: what took its place is not the same prescribed twice")
  func checkedNoMore() throws {
    let first = try prescribe("ibuprofen")
    _ = try service().prescribe(
      hospital.order([hospital.item("ibuprofen", "2 tablets")], for: patients[1], changing: first.id))
    #expect(try service().detail(of: first.id).report == nil)
    #expect(try PharmacyService(hospital.session(.pharmacist)).preparation(of: first.id).checks.report == nil)
    let second = try #require(try hospital.prescriptions(of: patients[1]).first)
    #expect(try service().detail(of: second.id).report?.findings.contains { $0.kind == .duplicate } == false)
  }

  @Test("what is contraindicated needs a second person who can judge it, with their own password")
  func contraindicated() throws {
    func code(_ signed: SecondSignature?) throws -> String? {
      try refusal { try prescribe("methotrexate", "trimethoprim", because: "no other", signed: signed) }?.code
    }
    #expect(try code(nil) == Refusal.signatureCode)
    #expect(try code(signature(of: .doctor)) == "prescription.ownSignature")
    #expect(try code(signature(of: .nurse)) == "prescription.wrongSigner")
    #expect(try code(signature(of: .pharmacist, "guessed")) == "access.signInFailed")
    #expect(try hospital.prescriptions(of: patients[1]).isEmpty)
    let rx = try prescribe("methotrexate", "trimethoprim", because: "no other", signed: signature(of: .pharmacist))
    let passed = try service().detail(of: rx.id).overrides
    #expect(passed.contains { $0.level == .contraindicated && $0.signer == "Test pharmacist" })
  }

  @Test("allergies stand against it by class")
  func allergy() throws {
    let report = try service().check(
      [ItemToCheck(medication: try hospital.medicationNamed("amoxicillin"))], for: patients[0], in: nil,
      saying: PatientStatement())
    #expect(report.findings.map(\.kind) == [.allergy] && report.worst == .contraindicated)
    let cross = try service().check(
      [ItemToCheck(medication: try hospital.medicationNamed("ceftriaxone"))], for: patients[0], in: nil,
      saying: PatientStatement())
    #expect(cross.worst == .moderate)
  }

  @Test("a moderate finding is shown once for each admission; a major one each time")
  func shownOnce() throws {
    let admission = try hospital.admit(patients[1], to: hospital.samples.rooms[0])
    func check() throws -> [FindingLevel] {
      let items = try ["paracetamol", "warfarin", "ibuprofen"].map {
        ItemToCheck(medication: try hospital.medicationNamed($0))
      }
      return try service().check(items, for: patients[1], in: admission, saying: PatientStatement()).findings.map(
        \.level)
    }
    #expect(try check() == [.major, .moderate])
    let order = PrescriptionOrder(
      patient: patients[1], admission: admission, pharmacy: hospital.samples.pharmacies[0],
      items: [try hospital.item("paracetamol"), try hospital.item("warfarin")])
    _ = try service().prescribe(order, because: "INR watched")
    #expect(try check().filter { $0 == .moderate }.isEmpty)
    #expect(try check().contains(.major))
    let rx = try #require(try hospital.prescriptions(of: patients[1]).first)
    let items = try ["paracetamol", "warfarin"].map { ItemToCheck(medication: try hospital.medicationNamed($0)) }
    let changed = try service().check(
      items, for: patients[1], in: admission, saying: PatientStatement(), besides: rx.id)
    #expect(changed.findings.isEmpty && changed.shown.map(\.level) == [.moderate], "what is changed still has it")
  }

  @Test("what has ended, or was stopped, is not compared any more")
  func ended() throws {
    let rx = try prescribe("apixaban")
    let ibuprofen = [ItemToCheck(medication: try hospital.medicationNamed("ibuprofen"))]
    func worst() throws -> FindingLevel? {
      try service().check(ibuprofen, for: patients[1], in: nil, saying: PatientStatement()).worst
    }
    #expect(try worst() == .major)
    hospital.clock.advance(by: .days(7))
    #expect(try worst() == nil)
    hospital.clock.advance(by: .days(-6))
    #expect(try worst() == .major)
    _ = try service().stop(rx.id, because: "bled")
    #expect(try worst() == nil)
  }

  @Test("a prescription is stopped once, with a reason, and stays readable")
  func stops() throws {
    let rx = try prescribe("amoxicillin", dose: "1 capsule")
    #expect(try refusal { try service().stop(rx.id, because: "") }?.code.contains("reason") == true)
    _ = try service().stop(rx.id, because: "rash")
    #expect(try refusal { try service().stop(rx.id, because: "again") }?.code == "prescription.ended")
    let detail = try service().detail(of: rx.id)
    #expect(detail.states.map(\.status) == ["active", "stopped"] && detail.states[1].reason == "rash")
    #expect(try refusal { try service().renew(rx.id, because: "asked") }?.code == "prescription.ended")
  }

  @Test("renewals count against the refills of the first, and a renewal of a renewal is one of the first")
  func renews() throws {
    let rx = try prescribe("amoxicillin", dose: "1 capsule", refills: 2)
    _ = try service().renew(rx.id, because: "patient asked")
    let second = try #require(try hospital.prescriptions(of: patients[1]).first)
    #expect(second.number == rx.number + 1)
    _ = try service().renew(second.id, because: "patient asked")
    #expect(try refusal { try service().renew(rx.id, because: "again") }?.code == "prescription.noRefills")
    #expect(try refusal { try service().renew(second.id, because: "again") }?.code == "prescription.noRefills")
    #expect(try service().detail(of: rx.id).relatives.count == 2)
    let plain = try prescribe("paracetamol", for: 2)
    #expect(
      try refusal { try service().renew(plain.id, because: "asked") }?.sentence.contains("without refills") == true)
  }

  @Test("something grave that came since stands against a renewal")
  func renewalIsChecked() throws {
    let rx = try prescribe("ibuprofen", refills: 3)
    try prescribe("apixaban", because: "atrial fibrillation")
    #expect(try refusal { try service().renew(rx.id, because: "asked") }?.code == "prescription.renewalFinds")
  }

  @Test("a change is a new version that is linked to the old one, which is stopped; the old one is not compared")
  func changes() throws {
    let rx = try prescribe("ibuprofen")
    _ = try service().prescribe(
      hospital.order([try hospital.item("ibuprofen", "2 tablets")], for: patients[1], changing: rx.id))
    let all = try hospital.prescriptions(of: patients[1])
    #expect(all.map(\.status) == ["active", "stopped"] && all[0].items[0].dose == "2 tablets")
    let detail = try service().detail(of: all[0].id)
    #expect(
      detail.relatives.map(\.number) == [rx.number] && detail.relatives[0].isPrior && !detail.relatives[0].isRenewal)
    #expect(
      try refusal {
        try service().prescribe(hospital.order([try hospital.item("paracetamol")], for: patients[1], changing: rx.id))
      } == .changedMeanwhile)
    #expect(try hospital.prescriptions(of: patients[1]).count == 2)
  }

  @Test("usual prescriptions are a person's own, or their department's")
  func templates() throws {
    _ = try service().keepTemplate([try hospital.item("paracetamol")], named: "Pain", forDepartment: false)
    _ = try service().keepTemplate([try hospital.item("ibuprofen")], named: "Sprain", forDepartment: true)
    #expect(try service().desk(for: patients[1]).templates.map(\.name) == ["Pain", "Sprain"])
    #expect(try service().desk(for: patients[1]).templates[1].department == "4A Medical")
    #expect(try service(.headDoctor).desk(for: patients[1]).templates.isEmpty)
    #expect(try refusal { try service().keepTemplate([], named: "Nothing", forDepartment: false) } != nil)
    #expect(
      try refusal { try service().keepTemplate([try hospital.item("ibuprofen")], named: " ", forDepartment: false) }?
        .code == "prescription.templateName")
  }

  @Test("an account of nobody on the list of doctors does not prescribe")
  func nobody() throws {
    let other = try TestHospital()
    try other.keepInteractions()
    let order = other.order([try other.item("paracetamol")], for: other.samples.patients[1])
    #expect(
      try refusal { try PrescribingService(other.session(.doctor)).prescribe(order) }?.code
        == "prescription.noPrescriber")
  }

  @Test("without a list of interactions the report says so")
  func noList() throws {
    let other = try TestHospital()
    try other.keepMedications()
    let items = [ItemToCheck(medication: try other.medicationNamed("ibuprofen"))]
    let report = try PrescribingService(other.session(.doctor)).check(
      items, for: other.samples.patients[1], in: nil, saying: PatientStatement())
    #expect(report.gaps.contains(.noList))
  }

  @Test("medications are found by the beginning of a word, another name, and a strength")
  func finds() throws {
    #expect(try service().medications(like: "ceft").map(\.words) == ["cefTRIAXone 1 g vial"])
    #expect(try service().medications(like: "acetam").map(\.name) == ["paracetamol"])
    #expect(try service().medications(like: "warf 5").map(\.name) == ["warfarin"])
    #expect(try service().medications(like: "warf 7").isEmpty)
    #expect(try service().medications(like: "").count == 9)
  }
}
