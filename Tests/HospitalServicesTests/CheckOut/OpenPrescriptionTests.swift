import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

@Suite("The list of check-outs knows what is open at the pharmacy (A4, M1)")
struct OpenPrescriptionTests {
  let hospital: TestHospital
  let admission: AdmissionID
  private var samples: TestHospital.Samples { hospital.samples }

  init() throws {
    hospital = try TestHospital()
    admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    try hospital.keepMedications()
    try hospital.receive(100, "A1", expires: "2028/01/31", shelf: "B2")
  }

  private func prescribe(_ status: String = "active") throws {
    try hospital.prescribe(for: samples.patients[0], in: admission, status: status)
  }

  private func open() throws -> [OpenPrescription] {
    try CheckOutService(hospital.session(.nurse)).openPrescriptions()[admission] ?? []
  }

  @Test(
    "who deals with it next, and where it stands",
    arguments: [
      ("active", "waits to be verified", "Quay Pharmacy"), ("on-hold", "on hold", "Quay Pharmacy"),
      ("draft", "draft", "LINDQVIST, Maja"),
    ])
  func standing(status: String, standing: String, owner: String) throws {
    try prescribe(status)
    let one = try #require(try open().first)
    #expect(one.standing == standing && one.owner == owner && !one.isToCollect)
  }

  @Test("what is cancelled, stopped, handed over or of no stay is not among them", arguments: ["cancelled", "stopped"])
  func done(status: String) throws {
    try prescribe(status)
    try hospital.prescribe(for: samples.patients[0])
    #expect(try open().isEmpty)
  }

  @Test("from the queue to the counter: to collect when it is prepared, gone when it is handed over")
  func collected() throws {
    try prescribe()
    let pharmacy = PharmacyService(hospital.session(.pharmacist))
    let id = try #require(try hospital.read { try $0.pharmacy.queue(limit: 1) }.prescriptions.first).id
    _ = try pharmacy.verify(id)
    #expect(try open().map(\.standing) == ["being prepared"])
    let item = try #require(try pharmacy.preparation(of: id).items.first)
    _ = try pharmacy.dispense(id, [DispenseEntry(item.id, 6)])
    #expect(try open().map(\.standing) == ["dispensed in part"])
    #expect(try open().allSatisfy { $0.isToCollect && !$0.isReady })
    _ = try pharmacy.dispense(id, [DispenseEntry(item.id, 50)])
    #expect(try open().map(\.standing) == ["ready to collect"] && open().allSatisfy(\.isReady))
    _ = try pharmacy.handOver(id, to: "the ward")
    #expect(try open().isEmpty)
  }

  @Test("nobody waits for what was waived")
  func waived() throws {
    try prescribe()
    try hospital.orderDischarge(from: samples.rooms[0])
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(samples.rooms[0]))
    #expect(try open().count == 1)
    let service = CheckOutService(hospital.session(.headNurse))
    let item = try #require(try service.open(admission).openItems.first)
    _ = try service.waive(item, of: admission, because: "has tablets at home")
    #expect(try open().isEmpty)
  }
}
