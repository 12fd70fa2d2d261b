import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// M4: dispensing takes from the ledger, in the transaction that it belongs to.
struct StockLedgerTests {
  let hospital: TestHospital
  let item: PrescriptionItemID
  let medication: MedicationID
  private var pharmacy: PharmacyID { hospital.samples.pharmacies[0] }
  private var today: CalendarDate { hospital.workplace.today }

  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
    item = try hospital.prescribedItem()
    medication = try hospital.medication()
  }

  private func take(_ quantity: Int) throws -> [StockTaken] {
    try hospital.write {
      try $0.pharmacy.take(quantity, of: medication, at: pharmacy, for: .prescription(item), on: today)
    }
  }

  @Test("What is taken comes from the lot that expires first, and the answer says how much from which")
  func takes() throws {
    let late = try hospital.receive(20, "LATE", expires: "2028/01/31")
    let soon = try hospital.receive(5, "SOON", expires: "2026/12/01")
    let other = try hospital.receive(50, "ELSEWHERE", expires: "2026/11/30", at: 1)
    let taken = try take(7)
    #expect(
      taken.map { "\($0.quantity) of \($0.lot.number), \($0.lot.quantity) left" } == [
        "5 of SOON, 0 left", "2 of LATE, 18 left",
      ])
    #expect(try hospital.level(of: soon) == 0)
    #expect(try hospital.level(of: late) == 18)
    #expect(try hospital.level(of: other) == 50)
    let out = try hospital.read { try $0.pharmacy.dispensed(for: item) }
    #expect(out.map { "\($0.quantity) of \($0.lot.number)" } == ["5 of SOON", "2 of LATE"])
    #expect(try hospital.read { try $0.pharmacy.available(medication, at: pharmacy, on: today) } == 18)
  }

  @Test("When too little is there nothing is taken")
  func takesAllOrNothing() throws {
    let lot = try hospital.receive(5, "A", expires: "2027/01/01")
    #expect(
      try refusal { try take(6) }?.sentence
        == "Quay Pharmacy has only 5 ibuprofen 400 mg tablet left, and 6 were asked for; take 5 now and the rest later."
    )
    #expect(try hospital.level(of: lot) == 5)
  }

  @Test("An expired lot is refused, in hand or not")
  func expired() throws {
    let lot = try hospital.receive(5, "A", expires: "2026/11/21")
    hospital.clock.advance(by: .days(1))
    #expect(try refusal { try take(1) }?.code == "stock.short")
    let scanned = try refusal {
      try hospital.write { try $0.pharmacy.take(1, from: lot, for: .prescription(item), on: today) }
    }
    #expect(scanned?.sentence == "Lot A expired on 2026/11/21; take another lot, and write this one off.")
    #expect(try hospital.level(of: lot) == 5)
    #expect(try refusal { try hospital.receive(5, "B", expires: "2026/11/21") }?.code == "stock.expired")
  }

  @Test("What was dispensed can be put back, and no more than that")
  func putsBack() throws {
    let lot = try hospital.receive(10, "A", expires: "2027/01/01")
    _ = try take(4)
    try hospital.write { try $0.pharmacy.putBack(3, into: lot, from: item, on: today) }
    #expect(try hospital.level(of: lot) == 9)
    let tooMany = try refusal { try hospital.write { try $0.pharmacy.putBack(2, into: lot, from: item, on: today) } }
    #expect(tooMany?.sentence == "Only 1 of lot A are out on this prescription; put back 1 at most.")
    let stranger = try hospital.prescribedItem()
    #expect(
      try refusal { try hospital.write { try $0.pharmacy.putBack(1, into: lot, from: stranger, on: today) } }?.sentence
        == "Nothing of lot A is out on this prescription; check the lot's number.")
  }

  @Test("A pharmacy that closed gives nothing out, and says so")
  func closed() throws {
    try hospital.execute("UPDATE prescription SET status = 'stopped', version = version + 1, change_reason = 'x'")
    try hospital.execute(
      "UPDATE pharmacy SET closed_at = 1, version = version + 1, change_reason = 'closed' WHERE id = \(pharmacy)")
    #expect(try refusal { try take(1) }?.sentence == "Quay Pharmacy has closed; choose another pharmacy.")
    #expect(try refusal { try hospital.receive(1, "B", expires: "2027/01/01") }?.code == "pharmacy.closed")
  }

  @Test(
    "7: of the last five tablets two on connections of their own get five and a refusal, and no lot falls below zero")
  func twoTakers() throws {
    let hospital = try TestHospital(.file)
    try hospital.keepMedications()
    let (item, medication) = (try hospital.prescribedItem(), try hospital.medication())
    let lot = try hospital.receive(5, "LAST", expires: "2027/01/01")
    let sessions = [try hospital.separateSession(.pharmacist), try hospital.separateSession(.pharmacist)]
    func take(_ session: Int) throws -> [StockTaken] {
      try sessions[session].workplace.engine.write { transaction in
        let author = Records.Author(
          account: sessions[session].account.id, hospital: hospital.hospital.id, now: hospital.clock.now,
          ids: hospital.workplace.ids)
        return try Records(transaction, author: author).pharmacy.take(
          5, of: medication, at: hospital.samples.pharmacies[0], for: .prescription(item), on: hospital.workplace.today)
      }
    }
    #expect(try take(0).map(\.quantity) == [5])
    #expect(try refusal { try take(1) }?.code == "stock.short")
    #expect(try hospital.level(of: lot) == 0)
  }

  @Test("What dispensing asks is found by index, whatever else is in stock")
  func plans() throws {
    let lot = try hospital.receive(10, "A", expires: "2027/01/01")
    let plans = try hospital.plans { records in
      try records.pharmacy.take(2, of: medication, at: pharmacy, for: .prescription(item), on: today)
      try records.pharmacy.take(2, from: lot, for: .ward("4A Medical"), on: today)
      try records.pharmacy.putBack(1, into: lot, from: item, on: today)
    }
    for plan in plans { #expect(plan.scans.isEmpty, "\(plan)") }
    let lots = plans.filter { $0.statement.contains("ORDER BY expires_on") }
    #expect(!lots.isEmpty)
    for plan in lots { #expect(plan.description.contains("stock_lot_first_to_expire"), "\(plan)") }
  }

  @Test("hms check: the level of every lot is the sum of its movements")
  func checks() throws {
    _ = try hospital.receive(10, "A", expires: "2027/01/01")
    _ = try take(4)
    func broken() throws -> [String] {
      try hospital.read { records in
        try RuleCheck.all.filter { try !$0.broken(in: records).isEmpty }.map(\.rule)
      }
    }
    #expect(try broken().isEmpty)
    try hospital.execute("DROP TRIGGER stock_lot_follows_ledger")
    try hospital.execute("UPDATE stock_lot SET quantity = 7")
    #expect(try broken() == ["the level of every lot is the sum of its movements"])
  }
}
