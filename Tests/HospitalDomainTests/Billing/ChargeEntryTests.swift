import Testing

@testable import HospitalDomain

@Suite("Prices and charges as they are typed (I1)")
struct ChargeEntryTests {
  private let today = CalendarDate("2026/11/21")!
  private let list = PriceList([
    Price(
      id: Identifier("1"), code: "CON", item: "Consultation", category: .consultation, unit: Money(cents: 150_00),
      validFrom: CalendarDate("2026/01/01")!),
    Price(
      id: Identifier("2"), code: "BED-ICU", item: "Bed", category: .room, unit: Money(cents: 900_00),
      validFrom: CalendarDate("2026/01/01")!),
  ])

  @Test(
    "a wrong price is explained at its field",
    arguments: [
      ("0.005", "T", "unit", "two decimals"), ("-1", "T", "unit", "not below zero"), ("", "T", "unit", "amount"),
      ("1000000.01", "T", "unit", "check the price"), ("99999999999999999999", "T", "unit", "too large"),
      ("12.50", "T-1", "validFrom", "today or later"), ("12.50", "2040/01/01", "validFrom", "five years"),
      ("12.50", "2026/02/30", "validFrom", ""),
    ])
  func wrongPrice(unit: String, from: String, field: String, words: String) {
    let entry = PriceEntry([.code: "lab-cbc", .item: "Blood count", .category: "lab", .unit: unit, .validFrom: from])
    do throws(InvalidEntry) {
      _ = try entry.check(id: Identifier("x"), today: today)
      Issue.record("it was taken")
    } catch {
      #expect(error.problems.map(\.field) == [field])
      #expect(error.problems[0].sentence.contains(words))
    }
  }

  @Test("a right price is read, also from tomorrow on and for nothing")
  func rightPrice() throws {
    let entry = PriceEntry([.code: "lab-cbc", .item: "Blood count", .category: "lab", .unit: "0", .validFrom: "T+1"])
    let price = try entry.check(id: Identifier("x"), today: today)
    #expect(price.code == "LAB-CBC" && price.unit == .zero && price.category == .laboratory)
    #expect(price.validFrom == today.adding(days: 1))
  }

  private func night(_ code: String, _ category: PriceCategory) -> [String] {
    let entry = PriceEntry([
      .code: code, .item: "Bed", .category: category.rawValue, .unit: "180", .validFrom: "T",
    ])
    do throws(InvalidEntry) {
      _ = try entry.check(id: Identifier("x"), today: today)
      return []
    } catch { return error.problems.map { "\($0.field): \($0.sentence)" } }
  }

  @Test(
    "the nights of every kind of room can be given a price, and are of no other category", arguments: RoomKind.allCases)
  func nightPrice(_ kind: RoomKind) {
    let code = RoomNights.code(of: kind)
    #expect(night(code, .room) == [])
    #expect(
      night(code, .other) == ["category: \(code) is the price of a night in a room: its category is room"])
  }

  @Test("the category room is for the nights of a kind of room: nothing else is charged by it")
  func nightOfNoRoom() {
    #expect(
      night("BED-BALCONY", .room)
        == [
          "category: room is for the nights of a kind of room, such as BED-ICU; choose another category for BED-BALCONY"
        ])
    #expect(night("BED-BALCONY", .other) == [])
  }

  @Test("a code has forty characters at most")
  func longCode() {
    let code = "LAB-" + String(repeating: "X", count: 36)
    #expect(night(code, .other) == [] && night(code + "X", .other).count == 1)
  }

  @Test(
    "a wrong charge is explained at its field",
    arguments: [
      ("CON", 0, 0, "quantity"), ("CON", -3, 0, "quantity"), ("CON", 1_000_000, 0, "quantity"),
      ("CON", 1, 2, "servedOn"), ("CON", 1, -5, "servedOn"), ("NONE", 1, 0, "code"), ("BED-ICU", 1, 0, "code"),
    ])
  func wrongCharge(code: String, quantity: Int, day: Int, field: String) {
    let entry = ChargeEntry(code: code, quantity: quantity, servedOn: today.adding(days: day))
    do throws(InvalidEntry) {
      _ = try entry.check(list, admitted: today.adding(days: -4), today: today)
      Issue.record("it was taken")
    } catch {
      #expect(error.problems.map(\.field) == [field])
    }
    #expect(throws: Never.self) {
      try ChargeEntry(code: "CON", quantity: 999, servedOn: today.adding(days: 1)).check(
        list, admitted: today, today: today)
    }
  }

  @Test(
    "tax and shares are rounded half to even and add up to the cent",
    arguments: [
      (1_00, 0, 0, 0, 0), (33_33, 1_350, 8_000, 4_50, 30_26), (5, 1_000, 5_000, 0, 2), (15, 1_000, 5_000, 2, 8),
      (100_00, 2_000, 10_000, 20_00, 120_00),
    ])
  func shares(cents: Int64, tax: Int, insurer: Int, taxed: Int64, insured: Int64) throws {
    let shares = try LineShares(of: Money(cents: cents), tax: tax, insurer: insurer)
    #expect(shares.tax.cents == taxed && shares.insurer.cents == insured)
    #expect(shares.patient.cents + shares.insurer.cents == cents + shares.tax.cents)
  }

  @Test("percentages are read and written", arguments: [("20", 2_000), ("12.5 %", 1_250), ("100", 10_000), ("0", 0)])
  func percent(text: String, basisPoints: Int) throws {
    #expect(try BillingRates.basisPoints(entry: text) == basisPoints)
    #expect(try BillingRates.basisPoints(entry: BillingRates.percent(basisPoints)) == basisPoints)
    for wrong in ["100.01", "-1", "x", "", "1e2"] {
      #expect(throws: Misentry.self) { try BillingRates.basisPoints(entry: wrong) }
    }
    #expect(BillingRates(insurers: ["Vhi": 8_000]).share(of: "VHI") == 8_000)
  }
}
