import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// What two people account for: when it is dispensed, and when it comes back (M4).
struct ControlledDrugTests {
  let hospital: TestHospital
  private var service: PharmacyService { PharmacyService(hospital.session(.pharmacist)) }

  init() throws { hospital = try TestHospital() }

  @Test("M4: a controlled drug takes a second person, who is another, may sign, and knows their password")
  func controlled() throws {
    try hospital.write {
      try $0.pharmacy.add(
        Medication(
          code: "892342", name: "morphine", strength: "10 mg", form: "tablet", unitPrice: 110, isControlled: true))
    }
    try hospital.prescribe("892342", for: hospital.samples.patients[3], priority: "stat")
    let id = try #require(service.queue().prescriptions.first).id
    try hospital.receive(100, "M", of: "892342", expires: "2028/01/31")
    _ = try service.verify(id, because: "pain, agreed with the ward")
    let item = try #require(service.preparation(of: id).items.first)
    func dispense(_ name: String?, _ password: String = "") throws -> DoneAct {
      try service.dispense(
        id, [DispenseEntry(item.id, 10)], signedBy: name.map { SecondSignature(username: $0, password: password) })
    }
    #expect(try refusal { try dispense(nil) }?.code == "dispense.two")
    #expect(try refusal { try dispense("nurse", "wrong") }?.code == "access.signInFailed")
    #expect(try refusal { try dispense("pharmacist", "password of pharmacist") }?.code == "dispense.sameTwo")
    #expect(try refusal { try dispense("cashier", "password of cashier") }?.code == "dispense.secondRole")
    #expect(try service.preparation(of: id).dispensed.isEmpty)
    _ = try dispense("nurse", "password of nurse")
    let row = try #require(try hospital.engine.read { try $0.row("SELECT second_by FROM medication_dispense") })
    #expect(try row.text("second_by") == hospital.account(.nurse).text)
    #expect(try service.preparation(of: id).dispensed.map(\.second) == ["Test nurse"])
    // What comes back of it is accounted for by two as well; the database asks for it too.
    #expect(try refusal { try service.putBack(id, because: "not needed") }?.code == "dispense.two")
    let out = try #require(try service.preparation(of: id).dispensed.first)
    let alone = #expect(throws: DatabaseFault.self) {
      try hospital.write { records in
        let movement = try records.pharmacy.putBack(1, into: out.lot, from: out.item, on: hospital.workplace.today)
        let lot = try #require(try records.pharmacy.lot(out.lot))
        let queued = try #require(try records.pharmacy.queue([id]).first)
        try records.pharmacy.note(
          StockTaken(lot: lot, quantity: 1, movement: movement), for: out.item, of: queued, isReturn: true,
          because: "x", charge: nil, second: nil)
      }
    }
    #expect(alone.map { "\($0)".contains("comes back before two people") } == true)
    let signature = SecondSignature(username: "nurse", password: "password of nurse")
    _ = try service.putBack(id, nil, because: "not needed", signedBy: signature)
    #expect(try service.preparation(of: id).dispensed.isEmpty)
  }
}
