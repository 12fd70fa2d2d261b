import Testing

@testable import HospitalDomain

@Suite("Which nights are charged, and to which room (I1)")
struct RoomNightsTests {
  private static func price(_ id: String, _ code: String, _ cents: Int64?, from: String) -> Price {
    Price(
      id: Identifier(id), code: code, item: "Bed, \(code)", category: .room, unit: cents.map { Money(cents: $0) },
      validFrom: CalendarDate(from) ?? .latest)
  }

  private let prices = PriceList([
    price("1", "BED-GENERAL", 180_00, from: "2026/01/01"), price("2", "BED-ICU", 900_00, from: "2026/01/01"),
    price("3", "BED-GENERAL", 200_00, from: "2026/11/20"),
  ])

  private func at(_ text: String) -> Timestamp {
    let parts = text.split(separator: " ")
    let time = parts[1].split(separator: ":").compactMap { Int($0) }
    return LocalTime.utc.start(of: CalendarDate(String(parts[0])) ?? .earliest) + .minutes(time[0] * 60 + time[1])
  }

  private func stay(_ id: String, _ kind: RoomKind, _ start: String, _ end: String?, charged: Set<Int> = [])
    -> RoomNights.Stay
  {
    RoomNights.Stay(
      id: StayID(id), kind: kind, interval: StayInterval(start: at(start), end: end.map(at))!, charged: charged)
  }

  private func due(_ stays: [RoomNights.Stay], isOver: Bool = true, now: String = "2026/11/21 14:00") -> [String] {
    RoomNights.due(stays, isOver: isOver, now: at(now), clock: .utc, prices: prices).map {
      "\($0.stay) \($0.first) \($0.date) \($0.count) \($0.price.unit ?? .zero)"
    }
  }

  @Test("each midnight is charged, part days at either end are not")
  func midnights() {
    #expect(due([stay("a", .general, "2026/11/10 23:59", "2026/11/11 00:01")]) == ["a 0 2026/11/10 1 180.00"])
    #expect(due([stay("a", .general, "2026/11/10 09:00", "2026/11/14 18:00")]) == ["a 0 2026/11/10 4 180.00"])
  }

  @Test("a stay without a midnight is charged one night once it is over, of the room that was left from")
  func partDay() {
    let day = [
      stay("a", .general, "2026/11/10 08:00", "2026/11/10 10:00"),
      stay("b", .intensiveCare, "2026/11/10 10:00", "2026/11/10 20:00"),
    ]
    #expect(due(day) == ["b 0 2026/11/10 1 900.00"])
    #expect(due([stay("a", .general, "2026/11/21 08:00", nil)], isOver: false) == [])
  }

  @Test("after a transfer the midnight belongs to the room that the patient has at midnight")
  func transfer() {
    let stays = [
      stay("a", .general, "2026/11/10 08:00", "2026/11/12 10:00"),
      stay("b", .intensiveCare, "2026/11/12 10:00", "2026/11/12 22:00"),
      stay("c", .general, "2026/11/12 22:00", "2026/11/13 07:00"),
    ]
    #expect(due(stays) == ["a 0 2026/11/10 2 180.00", "c 0 2026/11/12 1 180.00"])
  }

  @Test("a new price begins on its day and changes nothing before")
  func newPrice() {
    #expect(
      due([stay("a", .general, "2026/11/18 08:00", nil)], isOver: false)
        == ["a 0 2026/11/18 2 180.00", "a 2 2026/11/20 1 200.00"])
  }

  @Test("what is charged is not charged again, and a kind without a price is free")
  func charged() {
    #expect(
      due([stay("a", .general, "2026/11/10 08:00", "2026/11/13 07:00", charged: [0, 1])]) == ["a 2 2026/11/12 1 180.00"]
    )
    #expect(due([stay("a", .maternity, "2026/11/10 08:00", "2026/11/13 07:00")]) == [])
    let returned = [
      stay("a", .general, "2026/11/10 08:00", "2026/11/10 12:00", charged: [0]),
      stay("b", .general, "2026/11/10 13:00", "2026/11/11 09:00"),
    ]
    #expect(due(returned) == [], "a part day that was charged becomes the first night after a return")
  }

  @Test("a night is charged for the kind that the room was at its midnight, a part day for the one that was left")
  func rebuilt() {
    func rebuilt(_ until: String, _ end: String) -> [String] {
      let former = RoomNights.FormerKind(.general, until: at(until))
      let interval = StayInterval(start: at("2026/11/10 08:00"), end: at(end))!
      return due([.init(id: StayID("a"), kind: .intensiveCare, former: [former], interval: interval)])
    }
    let both = ["a 0 2026/11/10 1 180.00", "a 1 2026/11/11 2 900.00"]
    #expect(rebuilt("2026/11/11 23:59", "2026/11/13 07:00") == both)
    #expect(rebuilt("2026/11/12 00:00", "2026/11/13 07:00") == both)
    #expect(rebuilt("2026/11/13 00:01", "2026/11/13 07:00") == ["a 0 2026/11/10 3 180.00"])
    #expect(rebuilt("2026/11/10 12:00", "2026/11/10 11:00") == ["a 0 2026/11/10 1 180.00"])
    #expect(rebuilt("2026/11/10 10:00", "2026/11/10 11:00") == ["a 0 2026/11/10 1 900.00"])
  }

  @Test("a long stay is charged in parts that a charge holds")
  func longStay() {
    #expect(
      due([stay("a", .intensiveCare, "2026/01/01 08:00", "2029/01/01 09:00")], now: "2029/01/01 09:00")
        == ["a 0 2026/01/01 999 900.00", "a 999 2028/09/26 97 900.00"])
  }

  @Test("the price of a day is the one that began last, and of one day the one that was set last")
  func priceOfDay() {
    let list = PriceList([
      Self.price("1", "X", 100, from: "2026/01/01"), Self.price("2", "X", 300, from: "2026/06/01"),
      Self.price("3", "X", 200, from: "2026/03/01"), Self.price("4", "X", 250, from: "2026/06/01"),
      Self.price("5", "X", nil, from: "2026/09/01"),
    ])
    func cents(_ day: String) -> Int64? { list.price("X", on: CalendarDate(day)!)?.unit?.cents }
    #expect(cents("2025/12/31") == nil && cents("2026/01/01") == 100 && cents("2026/05/31") == 200)
    #expect(cents("2026/06/01") == 250 && cents("2026/08/31") == 250 && cents("2026/09/01") == nil)
  }
}
