import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// M3, M4: what is given in the place of what was prescribed is the same dose, and is what is checked against afterwards.
struct SubstituteTests {
  let hospital: TestHospital
  let patient: PatientID

  init() throws {
    hospital = try TestHospital()
    try hospital.keepInteractions()
    patient = hospital.samples.patients[1]
  }

  private var service: PharmacyService { PharmacyService(hospital.session(.pharmacist)) }

  private func verified(_ code: String) throws -> (id: String, item: DispenseItem) {
    try hospital.prescribe(code, for: patient)
    let id = try #require(try service.queue().prescriptions.first { $0.work.stage == .waiting }?.id)
    _ = try service.verify(id, because: "a test")
    return (id, try #require(try service.preparation(of: id).items.first))
  }

  @Test(
    "a counted dose is not given in another strength of the same medicine; another medicine is the pharmacist's to judge"
  )
  func strengths() throws {
    try hospital.write {
      try $0.pharmacy.add(
        Medication(code: "310965", name: "ibuprofen", strength: "200 mg", form: "tablet", unitPrice: 40))
    }
    for code in ["310965", "313782"] { try hospital.receive(100, "L\(code)", of: code, expires: "2028/01/31") }
    let (id, item) = try verified("5640")
    func give(_ code: String) throws {
      _ = try service.dispense(
        id, [DispenseEntry(item.id, 1, instead: try hospital.medication(code), because: "none left")])
    }
    let refused = try refusal { try give("310965") }
    #expect(refused?.code == "dispense.substituteDose" && refused?.field == "instead0")
    #expect(refused?.sentence.contains("ibuprofen 200 mg is not ibuprofen 400 mg") == true)
    try give("313782")
  }

  @Test("what was given is checked against, although something else was prescribed")
  func given() throws {
    try hospital.receive(100, "I", expires: "2028/01/31")
    let apixaban = ItemToCheck(medication: try hospital.medication("1364430"))
    func sentences() throws -> [String] {
      try hospital.read { try $0.pharmacy.findings(for: [apixaban], patient: patient) }.findings.map(\.sentence)
    }
    let (id, item) = try verified("313782")
    #expect(try !sentences().contains { $0.contains("buprofen") })
    _ = try service.dispense(
      id, [DispenseEntry(item.id, 1, instead: try hospital.medication("5640"), because: "none left")])
    #expect(try sentences().contains { $0.contains("buprofen") })
    _ = try service.putBack(id, because: "not collected")
    #expect(try !sentences().contains { $0.contains("buprofen") })
  }
}
