import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

@Suite("What is contraindicated and signed for goes its whole way, and comes in by no side door (M2, M3, M4)")
struct ContraindicatedPathTests {
  let hospital: TestHospital
  private var patient: PatientID { hospital.samples.patients[1] }
  private let doctor = SecondSignature(username: "doctor", password: "password of doctor")
  private let headDoctor = SecondSignature(username: "headdoctor", password: "password of headdoctor")
  private let pharmacist = SecondSignature(username: "pharmacist", password: "password of pharmacist")

  init() throws {
    hospital = try TestHospital()
    try hospital.makeDoctors()
    try hospital.keepInteractions()
    for code in ["9001", "9002", "313782"] { try hospital.receive(500, "L\(code)", of: code, expires: "2028/01/31") }
  }

  private var prescribing: PrescribingService { PrescribingService(hospital.session(.doctor)) }
  private var pharmacy: PharmacyService { PharmacyService(hospital.session(.pharmacist)) }
  private func newest() throws -> String { try #require(try hospital.prescriptions(of: patient).first).id }

  /// Verifies what was written last, with the signature of a doctor who did not prescribe it, and dispenses all of it.
  private func goOn() throws {
    let id = try newest()
    #expect(try refusal { try pharmacy.verify(id, because: "watched") }?.code == "verify.signature")
    _ = try pharmacy.verify(id, because: "watched", signedBy: headDoctor)
    let items = try pharmacy.preparation(of: id).items
    _ = try pharmacy.dispense(id, items.map { DispenseEntry($0.id, $0.owed) })
    _ = try pharmacy.handOver(id, to: "the ward")
  }

  @Test("prescribed, verified, dispensed and handed over, with a signature at each look")
  func whole() throws {
    let items = try ["methotrexate", "trimethoprim"].map { try hospital.item($0) }
    _ = try prescribing.prescribe(hospital.order(items, for: patient), because: "no other", signed: pharmacist)
    try goOn()
  }

  @Test("two people do not sign for each other: who prescribed or signed then is not the second at the pharmacy")
  func fourEyes() throws {
    let items = try ["methotrexate", "trimethoprim"].map { try hospital.item($0) }
    _ = try prescribing.prescribe(hospital.order(items, for: patient), because: "no other", signed: headDoctor)
    let id = try newest()
    func said(_ signature: SecondSignature) throws -> Refusal? {
      try refusal { try pharmacy.verify(id, because: "watched", signedBy: signature) }
    }
    #expect(try said(doctor)?.sentence.hasPrefix("Test doctor prescribed Rx 1; let another") == true)
    #expect(try said(headDoctor)?.sentence.hasPrefix("Test head doctor signed for Rx 1 when it was prescribed") == true)
    #expect(try pharmacy.queue([id]).first?.work.stage == .waiting)
    _ = try AccountService(hospital.session(.administrator)).add(
      username: "byrne", fullName: "Byrne, Ada", role: .pharmacist, password: "three green boats")
    #expect(try said(SecondSignature(username: "byrne", password: "three green boats")) == nil)
    // Who prescribed works at the pharmacy now: nobody verifies their own, whatever they are by then.
    _ = try pharmacy.lookAgain(id, because: "undo")
    let moved = try #require(
      try hospital.write { records in
        try records.accounts.setRole(.pharmacist, of: hospital.account(.doctor), because: "moved")
        return try records.accounts.account(hospital.account(.doctor))
      })
    let own = Session(workplace: hospital.workplace, account: moved, hospital: hospital.hospital, terminal: "test")
    let refused = try refusal {
      try PharmacyService(own).verify(
        id, because: "mine", signedBy: SecondSignature(username: "byrne", password: "three green boats"))
    }
    #expect(refused?.code == "verify.ownPrescription")
  }

  @Test("what came up after both had read it is passed by neither: when prescribing, and when verifying")
  func meanwhile() throws {
    let order = hospital.order([try hospital.item("trimethoprim")], for: patient)
    let methotrexate = hospital.order([try hospital.item("methotrexate")], for: patient)
    _ = try prescribing.prescribe(order)
    let id = try newest()
    func shown() throws -> Set<String> {
      Set(try #require(pharmacy.preparation(of: id).checks.report).findings.map(\.asRead))
    }
    let read = try shown()
    _ = try prescribing.prescribe(methotrexate, because: "no other", signed: pharmacist)
    func said(_ read: Set<String>?) throws -> Refusal? {
      try refusal { try pharmacy.verify(id, because: "watched", signedBy: headDoctor, having: read) }
    }
    #expect(try said(read)?.sentence.hasPrefix("Not read yet: Trimethoprim with methotrexate (Rx 2)") == true)
    let again = try shown()
    #expect(try said(again) == nil)
    let unread = try refusal {
      try prescribing.prescribe(
        order, because: "again", signed: pharmacist, having: again)
    }
    #expect(unread?.code == Refusal.unreadCode && unread?.sentence.contains("prescribed twice") == true)
  }

  @Test("one after the other: the second is signed for")
  func afterEachOther() throws {
    _ = try prescribing.prescribe(hospital.order([try hospital.item("methotrexate")], for: patient), because: "once")
    let first = try newest()
    _ = try pharmacy.verify(first, because: "watched")
    _ = try prescribing.prescribe(
      hospital.order([try hospital.item("trimethoprim")], for: patient), because: "no other", signed: pharmacist)
    try goOn()
  }

  @Test("renewed, and changed")
  func later() throws {
    let items = try ["methotrexate", "trimethoprim"].map { try hospital.item($0, refills: 2) }
    _ = try prescribing.prescribe(hospital.order(items, for: patient), because: "no other", signed: pharmacist)
    let first = try newest()
    try goOn()
    _ = try prescribing.renew(first, because: "asked")
    #expect(try newest() != first)
    try goOn()
    _ = try prescribing.renew(first, because: "asked")
    let renewal = try newest()
    _ = try prescribing.prescribe(
      hospital.order(items, for: patient, changing: renewal), because: "no other", signed: pharmacist)
    #expect(try newest() != renewal)
    try goOn()
  }

  @Test("nothing that must not be given with the rest of the same prescription is given in an item's place")
  func instead() throws {
    let items = try ["methotrexate", "paracetamol"].map { try hospital.item($0) }
    _ = try prescribing.prescribe(hospital.order(items, for: patient), because: "once a week")
    let id = try newest()
    _ = try pharmacy.verify(id, because: "watched")
    let item = try #require(pharmacy.preparation(of: id).items.last)
    let other = try hospital.medication("9002")
    let said = try refusal {
      try pharmacy.dispense(id, [DispenseEntry(item.id, 21, instead: other, because: "none left")])
    }
    #expect(said?.code == "dispense.substitute")
    #expect(said?.sentence.contains("must not be given together") == true)
  }
}
