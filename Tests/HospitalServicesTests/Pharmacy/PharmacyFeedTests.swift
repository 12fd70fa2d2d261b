import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// The queue on the live feed (M1, A2).
struct PharmacyFeedTests {
  private func news(from feed: OccupancyFeed, until isThere: (PharmacyNews) -> Bool) async -> PharmacyNews {
    var heard = PharmacyNews(touched: [])
    while !isThere(heard) {
      if let news = feed.take()?.pharmacy { heard = news.after(heard) }
      await Task.yield()
    }
    return heard
  }

  @Test(
    "M1: what another process does is heard of at once, and what cannot wait is told to pharmacists alone",
    arguments: [Role.pharmacist, .nurse])
  func heard(role: Role) async throws {
    let hospital = try TestHospital(.file)
    try hospital.keepMedications()
    try hospital.prescribe(for: hospital.samples.patients[0], priority: "urgent")
    let feed = try OccupancyFeed(hospital.session(role)) {}
    #expect(feed.start().pharmacy?.pressing == (role == .pharmacist ? 1 : nil))
    try hospital.prescribe("1364430", for: hospital.samples.patients[1], priority: "stat")
    let first = await news(from: feed) { ($0.touched?.isEmpty ?? true) == false }
    #expect(first.fresh.map(\.priority) == (role == .pharmacist ? [.stat] : []))
    #expect(first.pressing == (role == .pharmacist ? 2 : nil))
    let id = try #require(first.touched?.first)
    _ = try PharmacyService(try hospital.separateSession(.pharmacist)).verify(id)
    let second = await news(from: feed) { $0.touched?.contains(id) ?? false }
    #expect(second.fresh.isEmpty && second.pressing.map { $0 == 1 } ?? (role == .nurse))
    feed.stop()
  }

  @Test("M1: where very many cannot wait, all are counted, and none that waited before is told of as new")
  func crowd() async throws {
    let hospital = try TestHospital(.file)
    try hospital.keepMedications()
    for _ in 0..<103 { try hospital.prescribe(for: hospital.samples.patients[0], priority: "urgent") }
    let feed = try OccupancyFeed(hospital.session(.pharmacist)) {}
    #expect(feed.start().pharmacy?.pressing == 103)
    let first = try #require(
      try PharmacyService(hospital.session(.pharmacist)).queue().prescriptions.first { $0.priority == .urgent })
    _ = try PharmacyService(try hospital.separateSession(.pharmacist)).verify(first.id, because: "all ten are right")
    let news = await news(from: feed) { $0.touched?.contains(first.id) ?? false }
    #expect(news.pressing == 102 && news.fresh.isEmpty)
    feed.stop()
  }

  @Test("M5: stock that another process moves is heard of by those who see the stock")
  func stock() async throws {
    let hospital = try TestHospital(.file)
    try hospital.keepMedications()
    let lot = try hospital.receive(20, "A", expires: "2028/01/31")
    let feed = try OccupancyFeed(hospital.session(.nurse)) {}
    #expect(!feed.start().isStockMoved)
    _ = try StockService(try hospital.separateSession(.pharmacist)).shelve(lot, on: "B2", seen: "")
    while feed.take()?.isStockMoved != true { await Task.yield() }
    feed.stop()
  }

  @Test("M1: a change by the sqlite3 shell is heard of too")
  func shell() async throws {
    let hospital = try TestHospital(.file)
    try hospital.keepMedications()
    try hospital.prescribe(for: hospital.samples.patients[0])
    let feed = try OccupancyFeed(hospital.session(.pharmacist)) {}
    _ = feed.start()
    try hospital.execute("UPDATE prescription SET status = 'on-hold', version = version + 1, change_reason = 'shell'")
    let news = await news(from: feed) { ($0.touched?.isEmpty ?? true) == false }
    #expect(news.touched?.count == 1)
    feed.stop()
  }

  @Test("News that nobody took yet is kept together")
  func together() {
    let older = PharmacyNews(touched: ["a"], pressing: 1, fresh: [])
    #expect(PharmacyNews(touched: ["b"], pressing: 2).after(older) == PharmacyNews(touched: ["a", "b"], pressing: 2))
    #expect(PharmacyNews(touched: nil).after(older).touched == nil)
  }
}
