import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// What is charged to a stay (I1): by whom, at which price, and that a night is charged once.
struct ChargeServiceTests {
  let hospital: TestHospital
  let admission: AdmissionID
  private var room: RoomID { hospital.samples.rooms[0] }

  /// DUARTE in 4A-01, a private room at 180.00 a night, for two nights.
  init() throws {
    hospital = try TestHospital(at: TestHospital.opening - .days(2))
    try hospital.setPrices()
    admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    hospital.clock.now = TestHospital.opening
  }

  private func service(_ role: Role = .cashier) -> ChargeService { ChargeService(hospital.session(role)) }
  private func account() throws -> StayAccount { try service().again(admission) }
  private func leave() throws {
    try hospital.orderDischarge(from: room)
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
  }

  @Test("while the stay runs its nights are an estimate; when the patient has left they are charged, once")
  func nights() throws {
    #expect(try account().charges.isEmpty && account().estimate == Money(cents: 360_00))
    #expect(try account().expected.allSatisfy(\.isEstimate))
    try leave()
    #expect(try account().unbilled == Money(cents: 360_00) && account().expected.isEmpty)
    _ = try CheckOutService(hospital.session(.nurse)).takeDischargeBack(admission, because: "came back")
    hospital.clock.advance(by: .days(1))
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
    #expect(try account().unbilled == Money(cents: 540_00))
  }

  @Test("B6: what is charged keeps an account open until it is on an invoice, waived or cancelled")
  func blocks() throws {
    try leave()
    let refused = try refusal { try CheckOutService(hospital.session(.cashier)).close(admission) }
    #expect(refused?.sentence.contains("Bed, private, per night (cashier)") == true)
  }

  @Test("a price never changes what was charged before")
  func priceChange() throws {
    _ = try service(.nurse).charge(ChargeEntry(code: "CON", servedOn: TestHospital.today), to: admission)
    let prices = PriceService(hospital.session(.administrator))
    _ = try prices.set(
      PriceEntry([.code: "CON", .item: "Consultation", .category: "con", .unit: "175", .validFrom: "T"]),
      because: "new year")
    #expect(try account().unbilled == Money(cents: 150_00))
    _ = try service(.nurse).charge(ChargeEntry(code: "CON", servedOn: TestHospital.today), to: admission)
    #expect(try account().unbilled == Money(cents: 325_00))
    #expect(try hospital.refusal(of: "UPDATE price SET unit_cents = 1")?.kind == .trigger)
    #expect(try hospital.refusal(of: "DELETE FROM price")?.kind == .trigger)
  }

  @Test("a charge is discounted or cancelled with a reason, within what it comes to")
  func discounts() throws {
    let done = try service(.nurse).charge(
      ChargeEntry(code: "CON", quantity: 2, servedOn: TestHospital.today), to: admission)
    #expect(done.sentence == "2 × Consultation is charged to DUARTE, Inês: USD 300.00")
    let id = try #require(try account().charges.first?.id)
    for cents: Int64 in [0, -1, 300_01, 1_000_000_00] {
      #expect(try refusal { try service().discount(id, by: Money(cents: cents), because: "x") }?.field == "discount")
    }
    #expect(try refusal { try service().discount(id, by: Money(cents: 1), because: " ") } != nil)
    _ = try service().discount(id, by: Money(cents: 100_00), because: "hardship")
    _ = try service().discount(id, by: Money(cents: 50_00), because: "more of it")
    #expect(try account().unbilled == Money(cents: 150_00))
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO charge_discount (id, charge_id, amount_cents, reason, given_at, given_by)
          VALUES ('d', \(id), 15001, 'x', 0, \(hospital.account(.cashier)))
          """)?.message == "a discount is not more than the charge")
    _ = try service().cancel(id, because: "wrong patient")
    #expect(try account().charges.isEmpty)
    #expect(try refusal { try service().discount(id, by: Money(cents: 1), because: "x") }?.code == "charge.fixed")
  }

  @Test("a charge is taken back by who made it, and charges are never changed or removed")
  func permanence() throws {
    let done = try service(.nurse).charge(ChargeEntry(code: "CON", servedOn: TestHospital.today), to: admission)
    _ = try done.undo?(hospital.session(.nurse))
    #expect(try account().charges.isEmpty)
    #expect(try hospital.refusal(of: "UPDATE charge SET unit_cents = 1")?.kind == .trigger)
    #expect(try hospital.refusal(of: "DELETE FROM charge")?.kind == .trigger)
  }

  @Test("the database charges a night once, and nothing to a closed account")
  func guards() throws {
    try leave()
    let night: SQLStatement = """
      INSERT INTO charge (id, admission_id, served_on, code, item, category, quantity, unit_cents, stay_id, first_night,
        recorded_at, recorded_by)
      SELECT 'n', admission_id, '2026/11/20', code, item, category, 1, unit_cents, stay_id, 1, 0, recorded_by FROM charge
      """
    #expect(try hospital.refusal(of: night)?.message == "a night is charged once")
    let charge = try #require(try account().charges.first)
    let item = OpenItem(
      kind: .charge, subject: charge.id.text, name: "", about: "", owner: "", since: hospital.clock.now, waiver: nil)
    _ = try CheckOutService(hospital.session(.cashier)).waive(item, of: admission, because: "insurer pays the ward")
    _ = try CheckOutService(hospital.session(.cashier)).close(admission)
    #expect(
      try refusal { try service().charge(ChargeEntry(code: "CON", servedOn: TestHospital.today), to: admission) }?.code
        == "charge.closed")
  }

  @Test("H2: who charges, who discounts, who sets prices", arguments: Role.allCases)
  func permissions(_ role: Role) throws {
    func may(_ act: () throws -> some Any) throws -> Bool { try refusal { try act() }?.permittedRoles == nil }
    let clinical = Role.clinical
    #expect(
      try may { try service(role).charge(ChargeEntry(code: "CON", servedOn: TestHospital.today), to: admission) }
        == clinical.union([.cashier]).contains(role))
    _ = try? service().charge(ChargeEntry(code: "CON", servedOn: TestHospital.today), to: admission)
    let id = try #require(try account().charges.first?.id)
    #expect(
      try may { try service(role).discount(id, by: Money(cents: 1), because: "x") }
        == [.cashier, .headDoctor].contains(role))
    #expect(
      try may { try PriceService(hospital.session(role)).set(500, for: nil) } == (role == .administrator))
  }
}
