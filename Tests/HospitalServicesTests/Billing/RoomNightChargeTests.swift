import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// The nights of stays on file (I1, B6): what is due is charged at the price of the room as it was, and then the account
/// can be closed.
struct RoomNightChargeTests {
  let hospital: TestHospital
  private var room: RoomID { hospital.samples.rooms[0] }
  private var cashier: Session { hospital.session(.cashier) }

  init() throws {
    hospital = try TestHospital(at: TestHospital.opening - .days(10))
    try hospital.setPrices()
  }

  private func setPrice(_ kind: RoomKind, _ unit: String) throws {
    _ = try PriceService(hospital.session(.administrator)).set(
      PriceEntry([.code: RoomNights.code(of: kind), .item: "Bed", .category: "room", .unit: unit, .validFrom: "T"]))
  }

  private func change(_ room: RoomID, to kind: RoomKind) throws {
    let row = try #require(try hospital.read { try $0.board.row(room) })
    try RoomService(hospital.session(.administrator)).change(
      row, to: RoomDescription(department: row.department.id, number: row.number, bay: "", kind: kind, features: ""),
      because: "rebuilt")
  }

  private func leave(_ room: RoomID) throws {
    try hospital.orderDischarge(from: room)
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
  }

  private func account(_ admission: AdmissionID) throws -> StayAccount { try ChargeService(cashier).again(admission) }

  /// Waives whatever is open and closes the account.
  private func close(_ admission: AdmissionID) throws {
    let service = CheckOutService(cashier)
    for item in try service.again(admission).openItems { _ = try service.waive(item, of: admission, because: "test") }
    _ = try service.close(admission)
  }

  @Test("take the prices of the kinds that the rooms are and were, and find them by the index (M4)")
  func nightPrices() throws {
    try setPrice(.general, "100")
    try setPrice(.intensiveCare, "900")
    let stays = [
      RoomNights.Stay(
        id: StayID("s"), kind: .general, former: [.init(.intensiveCare, until: TestHospital.opening)],
        interval: try #require(StayInterval(start: TestHospital.opening, end: nil)))
    ]
    let plans = try hospital.plans { records in
      let prices = try records.prices.nights(of: stays).prices.map(\.code)
      #expect(Set(prices) == ["BED-GENERAL", "BED-ICU"])
    }
    #expect(!plans.isEmpty && plans.allSatisfy { $0.scans.isEmpty }, "\(plans)")
  }

  @Test("a part day that was charged before the exit was taken back is no night too few later")
  func partDayTakenBack() throws {
    let admission = try hospital.admit(hospital.samples.patients[0], to: room)
    hospital.clock.advance(by: .hours(2))
    try leave(room)
    hospital.clock.advance(by: .minutes(30))
    _ = try CheckOutService(hospital.session(.nurse)).takeDischargeBack(admission, because: "the wrong patient")
    hospital.clock.advance(by: .minutes(1_530))
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
    #expect(try account(admission).unbilled == Money(cents: 180_00))
    try close(admission)
    #expect(try account(admission).admission.status == .completed)
  }

  @Test("whatever exits were taken back, an account with nothing due closes", arguments: 1...24)
  func closes(seed: Int) throws {
    var state = UInt64(seed)
    func chance(_ most: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(most))
    }
    let admission = try hospital.admit(hospital.samples.patients[0], to: room)
    var place = room
    for _ in 0..<(1 + chance(4)) {
      hospital.clock.advance(by: .minutes(1 + chance(chance(2) == 0 ? 300 : 4_000)))
      if chance(2) == 0 {
        let free = hospital.samples.rooms.prefix(3).first { $0 != place } ?? place
        try move(from: place, to: free)
        place = free
      } else {
        try leave(place)
        hospital.clock.advance(by: .minutes(chance(300)))
        _ = try CheckOutService(hospital.session(.nurse)).takeDischargeBack(admission, because: "test")
      }
    }
    hospital.clock.advance(by: .minutes(1 + chance(3_000)))
    try leave(place)
    #expect(try account(admission).expected.isEmpty)
    try close(admission)
    #expect(try account(admission).admission.status == .completed)
  }

  /// Moves a patient without a service; the room that they leave is ready again.
  private func move(from room: RoomID, to next: RoomID) throws {
    try hospital.write { records in
      let occupancy = try #require(try records.board.row(room)?.occupancy)
      try records.stays.end(occupancy.stay, because: "moved")
      _ = try records.stays.open(occupancy.admission, in: next, with: hospital.samples.staff[0])
    }
  }

  @Test("a night is charged as of the kind that the room was then, whatever it became since")
  func kindChanged() throws {
    try setPrice(.general, "100")
    try setPrice(.intensiveCare, "900")
    let admission = try hospital.admit(hospital.samples.patients[0], to: room)
    hospital.clock.advance(by: .days(3))
    try change(room, to: .intensiveCare)
    hospital.clock.advance(by: .days(2))
    #expect(try account(admission).estimate == Money(cents: 3 * 180_00 + 2 * 900_00))
    try leave(room)
    #expect(try account(admission).unbilled == Money(cents: 3 * 180_00 + 2 * 900_00))
    #expect(try account(admission).charges.map(\.code) == ["BED-PRIVATE", "BED-ICU"])
    try close(admission)
  }

  @Test("a room that becomes a kind without a price does not give its earlier nights away, nor the other way round")
  func kindWithoutPrice() throws {
    let admission = try hospital.admit(hospital.samples.patients[0], to: room)
    hospital.clock.advance(by: .days(2))
    try change(room, to: .maternity)
    hospital.clock.advance(by: .days(2))
    try change(room, to: .private)
    hospital.clock.advance(by: .days(1))
    let nights = try UninvoicedService(cashier).list().items.map { "\($0.quantity) \($0.code) \($0.servedOn)" }
    #expect(nights == ["2 BED-PRIVATE 2026/11/11", "1 BED-PRIVATE 2026/11/15"])
    try leave(room)
    #expect(try account(admission).unbilled == Money(cents: 3 * 180_00))
    try close(admission)
  }

  @Test("a patient who was moved before the room was rebuilt is charged for the room that it was")
  func kindChangedAfterwards() throws {
    try setPrice(.general, "100")
    try setPrice(.intensiveCare, "900")
    let admission = try hospital.admit(hospital.samples.patients[0], to: room)
    hospital.clock.advance(by: .days(2))
    try move(from: room, to: hospital.samples.rooms[1])
    hospital.clock.advance(by: .hours(1))
    try change(room, to: .intensiveCare)
    hospital.clock.advance(by: .days(1))
    try leave(hospital.samples.rooms[1])
    #expect(try account(admission).unbilled == Money(cents: 3 * 180_00))
  }

  @Test("nights that got their price when the patient had left can be billed, and the account says so")
  func pricedAfterwards() throws {
    let bed = hospital.samples.bay[0]
    let admission = try hospital.admit(hospital.samples.patients[0], to: bed)
    hospital.clock.advance(by: .hours(2))
    try leave(bed)
    try setPrice(.semiPrivate, "210")
    #expect(try refusal { try CheckOutService(cashier).close(admission) }?.code == "uninvoiced.nights")
    #expect(try account(admission).expected.map(\.code) == ["BED-SEMI-PRIVATE"])
    _ = try InvoiceService(cashier).draft(for: admission)
    #expect(try account(admission).drafted == Money(cents: 210_00))
    #expect(try account(admission).expected.isEmpty)
  }

  @Test("a stay of more than a thousand nights is billed and left")
  func longStay() throws {
    let admission = try hospital.admit(hospital.samples.patients[0], to: room)
    hospital.clock.advance(by: .days(1_500))
    try leave(room)
    #expect(try account(admission).charges.map(\.quantity) == [999, 501])
    try close(admission)
  }
}
