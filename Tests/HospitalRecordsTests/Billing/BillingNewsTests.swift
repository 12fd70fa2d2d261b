import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import Testing

/// What the live feed hears of money and papers of a stay (A2, A4): the room whose check-out they belong to.
struct BillingNewsTests {
  let hospital: TestHospital
  let admission: AdmissionID

  init() throws {
    hospital = try TestHospital()
    admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    try hospital.keepMedications()
    try hospital.setPrices()
  }

  /// The rooms of which something that is done is news.
  private func news(of act: (Records) throws -> Void) throws -> Set<String> {
    let before = try hospital.read { try $0.transaction.changes(after: 0).newest }
    try hospital.write { try act($0) }
    return try hospital.read { try $0.transaction.changes(after: before).keys?["room"] ?? [] }
  }

  @Test("charges, invoices, payments, credit notes, waivers and prescriptions of a stay are news of its room")
  func news() throws {
    let room: Set<String> = [hospital.samples.rooms[0].text]
    let price = try #require(try hospital.read { try $0.prices.list().price("CON", on: TestHospital.today) })
    #expect(
      try news { _ = try $0.charges.add(price, quantity: 1, on: TestHospital.today, to: admission) } == room)
    func charge() throws -> Charge { try #require(try hospital.read { try $0.charges.unbilled(of: admission) }.first) }
    let id = try charge().id
    #expect(try news { try $0.charges.discount(id, by: Money(cents: 1), because: "x") } == room)
    var invoice = ""
    let charged = try charge()
    #expect(
      try news {
        invoice = try $0.invoices.draft(
          of: [charged], tax: 0, insurer: 0, for: hospital.samples.patients[0], in: admission)
      } == room)
    #expect(try news { try $0.invoices.issue(Identifier(invoice), year: 2026, due: TestHospital.today) } == room)
    let item = try #require(try hospital.read { try $0.checkOuts.items(of: admission) }.first)
    #expect(try news { try $0.checkOuts.waive(item, of: admission, because: "x") } == room)
    #expect(try news { try $0.invoices.pay(Identifier(invoice), 100, by: "card", reference: "8") } == room)
    let line = try #require(try hospital.read { try $0.invoices.detail(of: invoice).lines.first })
    #expect(
      try news { _ = try $0.invoices.credit([(line, Money(cents: 1))], of: invoice, year: 2026, because: "x") } == room)
    #expect(
      try news { records in
        try records.pharmacy.prescribe(
          [.init(medication: "5640", dose: "1", route: "oral", frequency: "daily", days: 3, quantity: 3)],
          for: hospital.samples.patients[0], in: admission, by: hospital.samples.doctors[0],
          to: hospital.samples.pharmacies[0], status: "active", priority: "routine")
      } == room)
  }

  @Test("what belongs to no stay is no news of a room")
  func others() throws {
    let rooms = try news { records in
      let item = ChargedItem(servedOn: TestHospital.today, code: "BED", item: "Bed", quantity: 1, unit: 100)
      _ = try records.invoices.draft([item], for: hospital.samples.patients[0], in: nil)
    }
    #expect(rooms.isEmpty)
  }
}
