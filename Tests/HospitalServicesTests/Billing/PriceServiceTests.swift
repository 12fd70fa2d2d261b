import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import PaperKit
import Testing

/// The price list and the rates (I1): what is set holds, what is withdrawn stays so, and what has no price is named.
struct PriceServiceTests {
  let hospital: TestHospital
  private var service: PriceService { PriceService(hospital.session(.administrator)) }

  init() throws {
    hospital = try TestHospital(at: TestHospital.opening)
    try hospital.setPrices()
  }

  private func set(_ code: String, _ unit: String, from day: String = "T", category: PriceCategory = .other) throws {
    _ = try service.set(
      PriceEntry([.code: code, .item: code, .category: category.rawValue, .unit: unit, .validFrom: day]))
  }

  private func price(_ code: String, in days: Int) throws -> Int64? {
    try service.list().price(code, on: TestHospital.today.adding(days: days))?.unit?.cents
  }

  @Test("B6: the report of services without an invoice names the kinds of rooms in use that have no price")
  func unpriced() throws {
    func unpriced() throws -> [String] { try UninvoicedService(hospital.session(.cashier)).list().unpriced }
    #expect(try unpriced() == [])
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    #expect(try unpriced() == [])
    try hospital.admit(hospital.samples.patients[1], to: hospital.samples.bay[0])
    try hospital.admit(hospital.samples.patients[2], to: hospital.samples.bay[1])
    #expect(try unpriced() == ["BED-SEMI-PRIVATE"])
    let paper = try UninvoicedService(hospital.session(.cashier)).document(
      from: nil, to: nil, for: PaperOrder(.text, to: .standardOutput))
    let words = "No price for BED-SEMI-PRIVATE: the nights are not charged until Prices has one."
    #expect(paper.blocks.last == .paragraph(text: words))
    try set("BED-SEMI-PRIVATE", "210", category: .room)
    #expect(try unpriced() == [])
  }

  @Test("the database takes a price of a night as of a room, and no other")
  func category() throws {
    func insert(_ code: String, _ category: String) throws -> String? {
      try hospital.refusal(
        of: """
          INSERT INTO price (id, hospital_id, code, item, category, unit_cents, valid_from, reason, set_at, set_by)
          VALUES ('p', \(hospital.hospital.id), \(code), 'x', \(category), 100, '2026/01/01', '', 0,
            \(hospital.account(.administrator)))
          """)?.message
    }
    let sentence = "the price of a night in a kind of room has the category room, and nothing else has"
    #expect(try insert("BED-GENERAL", "other") == sentence)
    #expect(try insert("BED-BALCONY", "room") == sentence)
    #expect(try insert("BED-SEMI-PRIVATE", "room") == nil)
  }

  @Test("what an insurer pays is what was set last, however its name was written")
  func rates() throws {
    let names = ["Vhi", "Laya", "Irish Life", "Ésprit", "Allianz", "Bupa", "Aviva", "Cigna", "Axa", "Santé"]
    for name in names { try service.set(8_000, for: name) }
    for name in names {
      hospital.clock.advance(by: .minutes(1))
      try service.set(7_000, for: name.uppercased())
      try service.set(6_000, for: TextFolding.fold(name))
      try service.set(5_500, for: name)
    }
    for name in names { #expect(try service.rates().share(of: name) == 5_500) }
    for name in names { try service.set(0, for: TextFolding.fold(name)) }
    for name in names { #expect(try service.rates().share(of: name) == 0) }
    #expect(try service.rates().insurers.count == names.count)
  }

  @Test("a price that is withdrawn does not come back by a price that was set for a day to come")
  func withdrawn() throws {
    try set("CON", "160", from: "T+10", category: .consultation)
    try set("CON", "170", from: "T+20", category: .consultation)
    let price = try #require(try service.list().offered(on: TestHospital.today).first { $0.code == "CON" })
    try service.withdraw(price, because: "no longer done")
    for day in [0, 9, 10, 15, 20, 400] { #expect(try self.price("CON", in: day) == nil) }
    #expect(try self.price("CON", in: -1) == 150_00)
    #expect(try refusal { try service.withdraw(price, because: "again") }?.code == "price.withdrawn")
    try set("CON", "165", from: "T+5", category: .consultation)
    #expect(try self.price("CON", in: 5) == 165_00)
    #expect(try self.price("CON", in: 10) == nil, "that day it was withdrawn")
  }

  @Test("a price that is only to come is withdrawn too")
  func withdrawnBefore() throws {
    try set("MRI", "900", from: "T+10", category: .imaging)
    let price = try #require(try service.list().coming("MRI", after: TestHospital.today).first)
    try service.withdraw(price, because: "the scanner is not bought")
    for day in [0, 10, 400] { #expect(try self.price("MRI", in: day) == nil) }
  }
}
