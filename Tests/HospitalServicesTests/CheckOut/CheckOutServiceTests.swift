import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// From the discharge order to the closed account: three stamps by three people (A4; domain.md 3, 6, 12).
struct CheckOutServiceTests {
  let hospital: TestHospital
  let admission: AdmissionID
  private var samples: TestHospital.Samples { hospital.samples }
  private var room: RoomID { samples.rooms[0] }

  init() throws {
    hospital = try TestHospital()
    admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    try hospital.keepMedications()
    hospital.clock.advance(by: .hours(2))
  }

  private func service(_ role: Role) -> CheckOutService { CheckOutService(hospital.session(role)) }
  private func checkOut() throws -> CheckOut { try service(.nurse).again(admission) }
  private func code() throws -> BedCode {
    try BedService(hospital.session(.nurse)).room(room).code(at: hospital.clock.now)
  }

  private func leave() throws {
    try hospital.orderDischarge(from: room)
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
  }

  @Test("domain.md 3: an order leaves the room occupied, the exit makes it housekeeping, only clean makes it free")
  func roomFollows() throws {
    try hospital.orderDischarge(from: room)
    #expect(try code() == .occupied)
    let done = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
    #expect(done.sentence == "DUARTE, Inês has left 4A-01, which goes to housekeeping")
    #expect(try code() == .housekeeping)
    _ = try service(.cashier).close(admission)
    #expect(try code() == .housekeeping)
    _ = try BedService(hospital.session(.nurse)).cleaned(room)
    #expect(try code() == .free)
  }

  @Test("A4: each stamp says who gave it and when")
  func stamps() throws {
    try hospital.orderDischarge(from: room)
    hospital.clock.advance(by: .minutes(90))
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
    hospital.clock.advance(by: .minutes(5))
    _ = try service(.cashier).close(admission)
    let stamps = try checkOut().stamps
    #expect(stamps.map(\.step) == [.order, .exit, .close])
    #expect(stamps.map(\.by) == ["Test doctor", "Test nurse", "Test cashier"])
    #expect(stamps[1].at - stamps[0].at == .minutes(90) && stamps[2].at == hospital.clock.now)
    #expect(try checkOut().admission.status == .completed)
  }

  @Test("A7: of many check-outs those in the house come first, then who left last; the others are said to be left out")
  func cutStandings() throws {
    for (patient, room) in zip(samples.patients.dropFirst(), samples.rooms.dropFirst().prefix(2)) {
      try hospital.admit(patient, to: room)
    }
    for room in samples.rooms.prefix(2) {
      hospital.clock.advance(by: .hours(1))
      try hospital.orderDischarge(from: room)
      _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
    }
    try hospital.orderDischarge(from: samples.rooms[2])
    let two = try hospital.read { try $0.checkOuts.standings(limit: 2) }
    #expect(two.standings.map(\.roomNumber) == ["4A-03", "4A-02"] && two.isCut)
    let all = try service(.nurse).standings()
    #expect(all.standings.count == 3 && !all.isCut)
  }

  @Test("A4: nobody leaves before the order, and nothing is closed before the patient has left")
  func order() throws {
    #expect(
      try refusal { try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room)) }?.code
        == "discharge.noOrder")
    #expect(try refusal { try service(.cashier).close(admission) }?.code == "discharge.stillHere")
    try hospital.orderDischarge(from: room)
    #expect(try refusal { try service(.cashier).close(admission) }?.code == "discharge.stillHere")
    #expect(try code() == .occupied && checkOut().stamps.map(\.step) == [.order])
  }

  @Test("domain.md 6: a cancelled prescription never blocks; an open one does, with its owner")
  func prescriptions() throws {
    try prescribe("cancelled")
    try prescribe("active")
    try leave()
    #expect(try checkOut().openItems.count == 1)
    let refused = try refusal { try service(.cashier).close(admission) }
    #expect(
      refused?.sentence == "1 item still open: Rx 2 (Quay Pharmacy); settle each or waive it with a reason.")
  }

  private func prescribe(_ status: String) throws {
    try hospital.write { records in
      try records.pharmacy.prescribe(
        [.init(medication: "5640", dose: "1", route: "oral", frequency: "daily", days: 3, quantity: 3)],
        for: samples.patients[0], in: admission, by: samples.doctors[0], to: samples.pharmacies[0], status: status,
        priority: "routine")
    }
  }

  @Test("A4: a waiver has a name and a reason, and can be taken back until the account is closed")
  func waivers() throws {
    try prescribe("active")
    try leave()
    let item = try #require(try checkOut().openItems.first)
    #expect(try refusal { try service(.headNurse).waive(item, of: admission, because: "  ") } != nil)
    let done = try service(.headNurse).waive(item, of: admission, because: "has tablets at home")
    let waiver = try #require(try checkOut().items.first?.waiver)
    #expect(waiver.by == "Test head nurse" && waiver.reason == "has tablets at home")
    #expect(
      try refusal { try service(.headNurse).waive(item, of: admission, because: "again") }?.code == "discharge.notOpen")
    _ = try done.undo?(hospital.session(.headNurse))
    #expect(try checkOut().openItems.count == 1)
    _ = try service(.cashier).waive(item, of: admission, because: "has tablets at home")
    _ = try service(.cashier).close(admission)
    #expect(try checkOut().nextStep == nil)
  }

  @Test("A4: draft and unpaid invoices of the stay are open, cancelled and paid ones are not")
  func invoices() throws {
    try hospital.write { records in
      for (number, status) in ["draft", "issued", "cancelled", "balanced"].enumerated() {
        let id = try records.invoices.draft(
          [.init(servedOn: TestHospital.today, code: "BED", item: "Bed", quantity: 1, unit: 100_00)],
          for: samples.patients[0], in: admission)
        if number > 0 { try records.invoices.issue(id, year: 2026, due: TestHospital.today) }
        if status == "balanced" { try records.invoices.pay(id, 100_00, by: "card", reference: "8") }
        if status == "balanced" { try records.invoices.settle(id, as: status, because: "test") }
        guard status == "cancelled" else { continue }
        let lines = try records.invoices.detail(of: id.text).lines
        _ = try records.invoices.credit(lines.map { ($0, $0.total) }, of: id.text, year: 2026, because: "test")
      }
    }
    let items = try checkOut().openItems
    #expect(items.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.draftInvoice, .unpaidInvoice])
    #expect(items.allSatisfy { $0.owner == "cashier" })
    #expect(items.contains { $0.about == "USD 100.00 to pay" })
  }

  @Test("domain.md 12: taking a discharge back takes the room again, or refuses because it was re-used")
  func takeBack() throws {
    try leave()
    #expect(try refusal { try service(.nurse).takeDischargeBack(admission, because: "") } != nil)
    _ = try service(.nurse).takeDischargeBack(admission, because: "fell in the lobby")
    #expect(try code() == .occupied && checkOut().stamps.map(\.step) == [.order])
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
    _ = try BedService(hospital.session(.nurse)).cleaned(room)
    try hospital.admit(samples.patients[1], to: room)
    let refused = try refusal { try service(.nurse).takeDischargeBack(admission, because: "wrong patient") }
    #expect(refused?.code == "undo.reused" && refused?.sentence.contains("OYELARAN, Tunde") == true)
    #expect(try BedService(hospital.session(.nurse)).room(room).occupancy?.patient.id == samples.patients[1])
    #expect(try checkOut().admission.status == .discharged)
  }

  @Test("an exit that was undone is done again, to where the patient went")
  func exitAgain() throws {
    try hospital.orderDischarge(from: room)
    let nurse = hospital.session(.nurse)
    let done = try BedService(nurse).recordExit(from: hospital.bedside(room), to: .longTerm)
    let undone = try #require(try done.undo?(nurse))
    #expect(try code() == .occupied)
    _ = try #require(try undone.undo?(nurse))
    #expect(try checkOut().admission.status == .discharged && checkOut().admission.disposition == .longTerm)
  }

  @Test("domain.md 5: at every step the counts of the board are the sums of the states that the database derives")
  func counts() throws {
    func check() throws {
      let counts = BoardCounts(try BedService(hospital.session(.nurse)).board(), at: hospital.clock.now)
      let rows = try hospital.read {
        try $0.transaction.rows("SELECT code, COUNT(*) AS number FROM room_board GROUP BY code")
      }
      let derived = Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text("code"), try $0.count("number")) })
      #expect(counts.total == derived.values.reduce(0, +))
      #expect(counts.free == derived["U"] ?? 0 && counts.held == derived["R"] ?? 0)
      #expect(counts.occupied == (derived["O"] ?? 0) + (derived["I"] ?? 0))
      #expect(counts.housekeeping == (derived["H"] ?? 0) + (derived["K"] ?? 0))
    }
    try check()
    try hospital.orderDischarge(from: room)
    try check()
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
    try check()
    _ = try service(.nurse).takeDischargeBack(admission, because: "fell in the lobby")
    try check()
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
    _ = try service(.cashier).close(admission)
    try check()
    _ = try BedService(hospital.session(.nurse)).cleaned(room)
    try check()
  }

  @Test("A closed account is not opened again")
  func closedForGood() throws {
    try leave()
    _ = try service(.cashier).close(admission)
    #expect(try refusal { try service(.nurse).takeDischargeBack(admission, because: "no") }?.code == "admission.status")
    #expect(
      try refusal { try service(.doctor).order(.sample, for: admission, over: checkOut().edition, because: "x") } != nil
    )
    #expect(try refusal { try service(.cashier).close(admission) } != nil)
  }

  @Test("A4: a simple stay is checked out in one act by one who may do all three; one that is not is refused whole")
  func atOnce() throws {
    try prescribe("active")
    #expect(
      try refusal { try service(.headDoctor).checkOutAtOnce(.sample, of: admission) }?.code == "discharge.notSimple")
    #expect(try checkOut().stamps.isEmpty && code() == .occupied)
    let item = try #require(try checkOut().openItems.first)
    _ = try service(.headDoctor).waive(item, of: admission, because: "has them at home")
    _ = try service(.headDoctor).checkOutAtOnce(.sample, of: admission)
    #expect(try checkOut().stamps.map(\.by) == Array(repeating: "Test head doctor", count: 3))
    #expect(try code() == .housekeeping)
  }

  @Test("H2: every act is for its roles and no others; a refusal changes nothing", arguments: Role.allCases)
  func permissions(_ role: Role) throws {
    func may(_ act: () throws -> some Any) throws -> Bool { try refusal { try act() }?.permittedRoles == nil }
    let beds = BedService(hospital.session(role))
    #expect(try may { try service(role).close(admission) } == [.cashier, .headDoctor].contains(role))
    #expect(try may { try service(role).checkOutAtOnce(.sample, of: admission) } == (role == .headDoctor))
    guard try checkOut().stamps.isEmpty else { return }
    #expect(try may { try service(role).order(.sample, for: admission) } == [.doctor, .headDoctor].contains(role))
    if try checkOut().stamps.isEmpty { try hospital.orderDischarge(from: room) }
    let leavers: [Role] = [.nurse, .headNurse, .headDoctor]
    #expect(try may { try beds.recordExit(from: hospital.bedside(room)) } == leavers.contains(role))
    #expect((try code() == .housekeeping) == leavers.contains(role))
  }
}
