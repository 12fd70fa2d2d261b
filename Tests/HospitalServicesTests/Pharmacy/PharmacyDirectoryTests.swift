import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// B7: administrators open, change and close pharmacies; nothing of one that closes is left behind.
struct PharmacyDirectoryTests {
  let hospital: TestHospital
  private var service: PharmacyDirectoryService { PharmacyDirectoryService(hospital.session(.administrator)) }

  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
  }

  private func row(_ name: String) throws -> PharmacyRow? { try service.pharmacies().first { $0.details.name == name } }

  @Test("One is opened, changed as a new version, and closed; nobody can name it then")
  func life() throws {
    try service.add(PharmacyDetails(name: "Tower", address: "1 Mill Road", telephone: "none"))
    let first = try #require(try row("Tower"))
    #expect(first.number == 3)
    let moved = PharmacyDetails(name: "Tower", address: "2 Mill Road", telephone: "none")
    try service.change(first, to: moved, because: "moved")
    #expect(try refusal { try service.change(first, to: moved, because: "again") } == .changedMeanwhile)
    let history = try HistoryService(hospital.session(.auditor)).history(of: VersionedRecord(.pharmacy, first.id.text))
    #expect(history.title == "pharmacy Tower" && history.versions.count == 2)
    #expect(history.versions.first?.changes.map(\.caption) == ["Address"])
    try service.close(try #require(try row("Tower")), because: "not needed")
    #expect(try row("Tower") == nil)
    #expect(try hospital.read { try $0.pharmacyDirectory.all() }.count == 2)
  }

  @Test("A name is another's; a reason is written")
  func refused() throws {
    let quay = try #require(try row("Quay Pharmacy"))
    let bridge = PharmacyDetails(name: "bridge pharmacy", address: "1 Quay", telephone: "none")
    #expect(try refusal { try service.change(quay, to: bridge, because: "x") }?.code == "pharmacy.nameTaken")
    #expect(try refusal { try service.add(bridge) }?.field == "name")
    #expect(try refusal { try service.change(quay, to: quay.details, because: " ") } != nil)
  }

  @Test("It closes when no prescription, stock or order of it is open; the database says so too")
  func burden() throws {
    let quay = try #require(try row("Quay Pharmacy"))
    let close: String = "a pharmacy closes when no prescription, stock or order of it is open"
    func guarded() throws -> String? {
      try hospital.refusal(
        of: "UPDATE pharmacy SET closed_at = 5, version = version + 1, change_reason = 'x' WHERE id = \(quay.id)")?
        .message
    }
    let lot = try hospital.receive(20, "A", expires: "2028/01/31")
    #expect(
      try refusal { try service.close(quay, because: "moved out") }?.sentence
        == "Quay Pharmacy still has 1 lot; hand over, send on or cancel them first.")
    #expect(try guarded() == close)
    _ = try StockService(hospital.session(.pharmacist)).transfer(
      20, of: lot, to: hospital.samples.pharmacies[1], shelf: "")
    _ = try hospital.order(sent: true)
    #expect(try guarded() == close)
    try hospital.execute("UPDATE purchase_order SET status = 'cancelled', version = version + 1, change_reason = 'x'")
    try hospital.prescribe(for: hospital.samples.patients[0])
    #expect(
      try refusal { try service.close(quay, because: "moved out") }?.sentence
        == "Quay Pharmacy still has 1 prescription; hand over, send on or cancel them first.")
    #expect(try guarded() == close)
    try hospital.execute("UPDATE prescription SET status = 'stopped', version = version + 1, change_reason = 'x'")
    #expect(try guarded() == nil)
  }
}
