import DatabaseKit
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
    let state = try #require(try PrescribingService(hospital.session(.nurse)).detail(of: id).states.last)
    #expect(state.status.hasPrefix("given instead of paracetamol 500 mg"), "P5: the ward reads what is there")
    #expect(state.status.hasSuffix(": 1 ibuprofen 400 mg tablet") && state.reason == "none left")
    _ = try service.putBack(id, because: "not collected")
    #expect(try !sentences().contains { $0.contains("buprofen") })
  }

  private func keep(_ medications: Medication...) throws {
    try hospital.write { records in for medication in medications { try records.pharmacy.add(medication) } }
    for medication in medications {
      try hospital.receive(100, "L\(medication.code)", of: medication.code, expires: "2028/01/31")
    }
  }

  private func give(_ code: String, _ quantity: Int = 1, for item: DispenseItem, of id: String) throws -> Refusal? {
    let entry = DispenseEntry(item.id, quantity, instead: try hospital.medication(code), because: "none left")
    return try refusal { _ = try service.dispense(id, [entry]) }
  }

  @Test("a brand of another strength is the same medicine, whatever it is called")
  func brand() throws {
    try keep(Medication(code: "b1", name: "ibuprofen (Nurofen)", strength: "200 mg", form: "tablet", unitPrice: 40))
    try hospital.write { records in
      try records.transaction.execute(
        """
        INSERT INTO medication_ingredient (medication_id, substance)
        SELECT id, 'ibuprofen' FROM medication WHERE code IN ('b1', '5640')
          AND NOT EXISTS (SELECT 1 FROM medication_ingredient WHERE medication_id = medication.id)
        """)
    }
    let (id, item) = try verified("5640")
    #expect(try give("b1", for: item, of: id)?.code == "dispense.substituteDose")
  }

  @Test("directions that cannot be followed with it are not copied: another route, or a tablet that comes in vials")
  func directions() throws {
    try keep(
      Medication(code: "v1", name: "cefazolin", strength: "1 g", form: "vial", unitPrice: 400, route: .intravenous),
      Medication(code: "c1", name: "ibuprofen", strength: "400 mg", form: "capsule", unitPrice: 60, route: .oral))
    let (id, item) = try verified("5640")
    let refused = try give("v1", for: item, of: id)
    #expect(refused?.code == "dispense.substituteWay" && refused?.field == "instead0")
    #expect(refused?.sentence.contains("1 tablet, by mouth") == true)
    #expect(try give("c1", for: item, of: id) == nil)
  }

  @Test(
    "a controlled drug is not given in the place of one that is not: it is prescribed as such; the database says so too"
  )
  func controlled() throws {
    try keep(
      Medication(code: "m1", name: "morphine", strength: "10 mg", form: "tablet", unitPrice: 110, isControlled: true))
    let (id, item) = try verified("5640")
    let refused = try give("m1", for: item, of: id)
    #expect(refused?.code == "dispense.substituteControlled" && refused?.field == "instead0")
    let morphine = try hospital.medication("m1")
    let lots = try hospital.read { try $0.pharmacy.lots(of: .medication(morphine), at: hospital.samples.pharmacies[0]) }
    let lot = try #require(lots.first)
    let told = try databaseRefusal {
      try hospital.write { records in
        let queued = try records.pharmacy.expectedQueued(id)
        let movement = try records.pharmacy.take(1, from: lot.id, for: .prescription(item.id), on: lot.expires)
        try records.pharmacy.note(
          movement, for: item.id, of: queued, because: "none left", charge: nil, second: nil)
      }
    }
    #expect(told != nil)
  }

  @Test("what is given instead is not lost without a word where the quantity is left at 0")
  func withoutQuantity() throws {
    let (id, item) = try verified("5640")
    let refused = try give("313782", 0, for: item, of: id)
    #expect(refused?.field == "quantity0" && refused?.sentence.contains("how many are given instead") == true)
  }

  @Test("two items of one prescription are both given of another make")
  func twice() throws {
    try keep(
      Medication(code: "i2", name: "ibuprofen", strength: "400 mg", form: "capsule", unitPrice: 60),
      Medication(code: "p2", name: "paracetamol", strength: "500 mg", form: "capsule", unitPrice: 9))
    let order = hospital.order(
      [try hospital.item("ibuprofen"), try hospital.item("paracetamol")], for: patient)
    try hospital.write { _ = try $0.prescribing.write(order, as: "two", by: hospital.samples.doctors[0]) }
    _ = try service.verify("two", because: "a test")
    let items = try service.preparation(of: "two").items
    #expect(try give("i2", for: items[0], of: "two") == nil)
    #expect(try give("p2", for: items[1], of: "two") == nil)
  }
}
