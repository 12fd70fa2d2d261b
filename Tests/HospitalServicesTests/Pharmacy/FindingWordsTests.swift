import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

@Suite("What findings say of medicines at home, and by what words they call them (M3)")
struct FindingWordsTests {
  let hospital: TestHospital
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
    try hospital.makeDoctors()
    try hospital.keepInteractions()
  }

  private func service() -> PrescribingService { PrescribingService(hospital.session(.doctor)) }

  private func prescribe(_ names: String..., because reason: String = "") throws -> PatientPrescription {
    let items = try names.map { try hospital.item($0) }
    _ = try service().prescribe(hospital.order(items, for: patients[1]), because: reason)
    return try #require(try hospital.prescriptions(of: patients[1]).first)
  }

  @Test("M3: an early repeat of what is at home is told and passes without a reason; the same that goes on does not")
  func earlyRepeat() throws {
    let pharmacy = PharmacyService(hospital.session(.pharmacist))
    try hospital.receive(100, "A", of: "1364430", expires: "2028/01/31")
    let first = try prescribe("apixaban")
    #expect(try refusal { try prescribe("apixaban") }?.code == Refusal.reasonCode)
    _ = try pharmacy.verify(first.id)
    let item = try #require(try pharmacy.preparation(of: first.id).items.first)
    _ = try pharmacy.dispense(first.id, [DispenseEntry(item.id, 21)])
    _ = try pharmacy.handOver(first.id, to: "patient")
    hospital.clock.advance(by: .days(2))
    let again = try prescribe("apixaban")
    let report = try #require(try service().detail(of: again.id).report)
    #expect(report.findings.map(\.level) == [.moderate])
    #expect(
      report.findings[0].sentence
        == "Still at home: apixaban until 2026/11/28 (Rx 1). Repeat it from then, or note why now.")
  }

  @Test("M3: findings, and what was passed, call a medicine as the lists do; what is kept is the name of the fact")
  func words() throws {
    let rx = try prescribe("paracetamol", "warfarin", because: "dose checked")
    let detail = try service().detail(of: rx.id)
    let pair = try #require(detail.report?.findings.first { $0.kind == .interaction })
    #expect(pair.sentence.hasPrefix("Paracetamol with warfarin: ") && pair.first == "acetaminophen")
    let passed = PrescriptionDetail.Override(
      kind: .interaction, level: .moderate, first: "acetaminophen", second: "warfarin", reason: "x",
      recorded: Recorded(by: "x", at: hospital.clock.now), signer: nil)
    #expect(passed.title(among: detail.report) == "paracetamol and warfarin")
    #expect(passed.title(among: nil) == "acetaminophen and warfarin")
    // A name that means nothing to the list has the substance beside it.
    try hospital.write {
      try $0.pharmacy.add(Medication(code: "9004", name: "Zolpak", strength: "1 g", form: "tablet", unitPrice: 1))
    }
    try hospital.execute(
      "INSERT INTO medication_ingredient SELECT id, 'acetaminophen' FROM medication WHERE code = '9004'")
    let zolpak = ItemToCheck(medication: try hospital.medication("9004"))
    let found = try hospital.read { try $0.pharmacy.findings(for: [zolpak], patient: patients[1]) }
    #expect(
      found.findings.contains { $0.sentence.hasPrefix("Zolpak (acetaminophen) with warfarin (Rx 1): ") },
      "\(found.findings.map(\.sentence))")
    #expect(found.findings.contains { $0.sentence.contains("Zolpak (acetaminophen) and paracetamol (Rx 1) are both") })
  }
}
