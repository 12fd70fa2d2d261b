import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import Testing

/// A board that can not be read is never shown as a live one (A2, O8).
struct DeskFeedTests {
  @Test("where the feed can't begin, the desk is stale, tries again by itself, and is live once it has the board")
  func beginsLater() async throws {
    let hospital = try TestHospital(.file)
    let engine = ClosableEngine(hospital.engine)
    let nurse = hospital.session(.nurse).on(engine)
    let desk = Desk(workplace: nurse.workplace, terminal: "test") {}
    engine.isClosed = true
    desk.begin(nurse)
    #expect(desk.liveness == .stale(seconds: 0))
    #expect(desk.board?.rooms.isEmpty == true)
    hospital.clock.advance(by: .seconds(7))
    #expect(desk.liveness == .stale(seconds: 7))
    engine.isClosed = false
    while desk.board?.rooms.isEmpty == true {
      _ = desk.takeNews()
      await Task.yield()
    }
    #expect(desk.liveness == .live)
    #expect(desk.board?.rooms.count == 6)
    desk.leave()
  }

  @Test(
    "M1: what waits at the pharmacy when a person sits down is counted, and is no news: no screen reads twice for it")
  func beginning() throws {
    let hospital = try TestHospital(.file)
    try hospital.keepMedications()
    try hospital.prescribe(for: hospital.samples.patients[0], priority: "stat")
    let desk = hospital.desk(.pharmacist)
    #expect(desk.pressing == 1 && desk.takePharmacyNews() == nil)
    desk.leave()
  }

  @Test("who may not see the board has none to be stale", arguments: [Role.humanResources, .patient])
  func noBoard(_ role: Role) throws {
    let hospital = try TestHospital(.file)
    let desk = hospital.desk(role)
    #expect(desk.board == nil && desk.liveness == .live)
  }
}
