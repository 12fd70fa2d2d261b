import HospitalDomain
import Testing

/// M4: what is taken, and from which lot.
struct StockRuleTests {
  private let today = CalendarDate("2026/11/21") ?? .earliest

  private func lot(_ number: String, _ quantity: Int, expires: String) -> StockLot {
    StockLot(
      id: StockLotID(number), pharmacy: PharmacyID("p"), item: .medication(MedicationID("m")), number: number,
      expires: CalendarDate(expires) ?? .earliest, shelf: "", quantity: quantity)
  }

  private func shares(_ quantity: Int, _ lots: [StockLot]) throws -> [String] {
    try StockRule.shares(of: quantity, from: lots, on: today, title: "ibuprofen", at: "Quay Pharmacy")
      .map { "\($0.quantity) of \($0.lot.number)" }
  }

  private func sentence(_ act: () throws -> Void) -> String? {
    do { try act() } catch let refusal as Refusal { return refusal.sentence } catch {}
    return nil
  }

  @Test("The lot that expires first goes out first, and the next one gives the rest")
  func firstToExpire() throws {
    let lots = [
      lot("C", 50, expires: "2028/01/01"), lot("A", 3, expires: "2026/12/01"), lot("B", 4, expires: "2027/01/01"),
    ]
    #expect(try shares(2, lots) == ["2 of A"])
    #expect(try shares(3, lots) == ["3 of A"])
    #expect(try shares(4, lots) == ["3 of A", "1 of B"])
    #expect(try shares(57, lots) == ["3 of A", "4 of B", "50 of C"])
  }

  @Test("An expired lot gives nothing; on the day of its expiry it still does")
  func expiry() throws {
    #expect(try shares(1, [lot("A", 5, expires: "2026/11/21")]) == ["1 of A"])
    let expired = lot("A", 5, expires: "2026/11/20")
    #expect(
      sentence { _ = try shares(1, [expired]) }
        == "Quay Pharmacy has no ibuprofen left, and 1 were asked for; order more, or ask another pharmacy.")
    #expect(
      sentence { try StockRule.check(taking: 1, from: expired, on: today) }
        == "Lot A expired on 2026/11/20; take another lot, and write this one off.")
  }

  @Test(
    "A count is doubtful where a digit may be wrong: more than twice or less than half, by twenty or more",
    arguments: [
      (20, 20, false), (40, 20, false), (41, 20, true), (200, 20, true), (0, 20, true), (0, 19, false), (39, 19, true),
      (38, 19, false), (100, 200, false), (99, 200, true), (20, 0, true), (19, 0, false),
    ])
  func doubtful(counted: Int, level: Int, isDoubtful: Bool) {
    #expect(StockRule.isDoubtful(count: counted, of: level) == isDoubtful)
  }

  @Test("Less than was asked for is said with what is there")
  func short() throws {
    #expect(
      sentence { _ = try shares(6, [lot("A", 5, expires: "2027/01/01")]) }
        == "Quay Pharmacy has only 5 ibuprofen left, and 6 were asked for; take 5 now and the rest later.")
    #expect(
      sentence { try StockRule.check(taking: 6, from: lot("A", 5, expires: "2027/01/01"), on: today) }
        == "Lot A has 5 left, and 6 were asked for; take fewer, or another lot.")
  }

  @Test("A quantity of none, of less than none, or of a million is none", arguments: [0, -1, 100_001, 1_000_000])
  func quantity(_ quantity: Int) throws {
    let lots = [lot("A", 10_000_000, expires: "2027/01/01")]
    #expect(
      sentence { _ = try shares(quantity, lots) } == "\(quantity) cannot be moved; type a quantity from 1 to 100000.")
    #expect(try shares(100_000, lots) == ["100000 of A"])
  }
}
