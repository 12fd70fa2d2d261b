import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Breaking the glass (H6): a restricted record opens with a reason, for a limited time, and somebody looks at it afterwards.
struct RestrictedRecordServiceTests {
  let hospital: TestHospital
  private var patient: PatientID { hospital.samples.patients[0] }

  init() throws { hospital = try TestHospital() }

  private func service(_ role: Role) -> RestrictedRecordService { RestrictedRecordService(hospital.session(role)) }

  private func restrict() throws {
    _ = try service(.headNurse).restrict(patient, as: .wellKnown, because: "an actor")
  }

  private func read(_ role: Role) throws {
    _ = try RegistrationService(hospital.session(role)).open(patient)
  }

  /// The entries of the trail about the patient, oldest first: who, what and why.
  private func trail() throws -> [String] {
    try hospital.read { try $0.audit.entries(about: patient, limit: 50) }.reversed().map {
      "\($0.actor) \($0.action.rawValue) \($0.permission) \($0.reason)"
    }
  }

  @Test("without a reason nobody opens it; with one it is open to that person alone, for thirty minutes")
  func opens() throws {
    try restrict()
    #expect(try refusal { try read(.nurse) }?.code == Refusal.restrictedCode)
    #expect(throws: (any Error).self) { try service(.nurse).open(patient, because: "  ") }
    #expect(try service(.nurse).open(patient, because: "found unwell") == hospital.clock.now + .minutes(30))
    #expect(throws: Never.self) { try read(.nurse) }
    #expect(try refusal { try read(.doctor) }?.code == Refusal.restrictedCode)
    hospital.clock.advance(by: .minutes(30) - .milliseconds(1))
    #expect(throws: Never.self) { try read(.nurse) }
    hospital.clock.advance(by: .milliseconds(1))
    #expect(try refusal { try read(.nurse) }?.code == Refusal.restrictedCode)
    #expect(
      try trail() == [
        "headnurse update access.restrict an actor", "nurse refused patient.read access.restricted",
        "nurse execute access.emergency found unwell", "nurse read patient.read ",
        "doctor refused patient.read access.restricted", "nurse read patient.read ",
        "nurse refused patient.read access.restricted",
      ])
  }

  @Test("each role that opens records can open a restricted one with a reason, no other can", arguments: Role.allCases)
  func roles(role: Role) throws {
    try restrict()
    let said = try refusal { try service(role).open(patient, because: "found unwell") }
    #expect((said == nil) == Permission.breakTheGlass.allows(role))
    #expect(Permission.breakTheGlass.allows(role) == Permission.readPatient.allows(role))
  }

  @Test("each role that may restrict can, no other can; lifted, the record opens as any", arguments: Role.allCases)
  func restricting(role: Role) throws {
    let said = try refusal { try service(role).restrict(patient, as: .staff, because: "works here") }
    #expect((said == nil) == [.headNurse, .headDoctor, .administrator].contains(role))
    guard said == nil else { return }
    #expect(try refusal { try service(role).restrict(patient, as: .staff, because: "again") } == .alreadyRestricted)
    #expect(try refusal { try read(.nurse) } != nil)
    _ = try service(role).lift(patient, because: "left us")
    #expect(throws: Never.self) { try read(.nurse) }
    #expect(try refusal { try service(.nurse).open(patient, because: "why not") } == .recordNotRestricted)
    #expect(try refusal { try service(role).lift(patient, because: "again") } == .recordNotRestricted)
  }

  @Test("who lies in a restricted department is restricted for as long as they do")
  func departments() throws {
    try hospital.admit(patient, to: hospital.samples.rooms[0])
    let department = try #require(try hospital.read { try $0.board.row(hospital.samples.rooms[0]) }).department.id
    #expect(throws: Never.self) { try read(.nurse) }
    #expect(try service(.headDoctor).toggle(department, because: "psychiatry"))
    #expect(try refusal { try read(.nurse) }?.code == Refusal.restrictedCode)
    #expect(try service(.headNurse).departments() == [department])
    #expect(throws: Never.self, "others are not") {
      try RegistrationService(hospital.session(.nurse)).open(hospital.samples.patients[1])
    }
    #expect(try !service(.headDoctor).toggle(department, because: "moved"))
    #expect(throws: Never.self) { try read(.nurse) }
  }

  @Test("an opening waits to be reviewed, once, by another")
  func reviews() throws {
    try restrict()
    try service(.headNurse).open(patient, because: "found unwell")
    let opening = try #require(try service(.headDoctor).openings().first)
    #expect(opening.reason == "found unwell" && opening.username == "headnurse" && opening.review == nil)
    #expect(!opening.notice.contains("found unwell"), "the message on any screen tells no reason")
    let own = try refusal { try service(.headNurse).review(opening.id, isJustified: true, remark: "mine") }
    #expect(own == .ownOpening)
    #expect(try refusal { try service(.nurse).review(opening.id, isJustified: true, remark: "x") } != nil)
    #expect(try refusal { try service(.nurse).openings() } != nil)
    try service(.headDoctor).review(opening.id, isJustified: false, remark: "was not on duty")
    let reviewed = try #require(try service(.administrator).openings().first?.review)
    #expect(!reviewed.isJustified && reviewed.remark == "was not on duty")
    let again = try refusal { try service(.administrator).review(opening.id, isJustified: true, remark: "fine") }
    #expect(again?.code == "access.reviewed")
  }

  @Test("a search shows a restricted patient's name and number and nothing more, until they opened the record")
  func search() throws {
    try restrict()
    func found(_ role: Role) throws -> FoundPatient {
      let finds = try RegistrationService(hospital.session(role)).search("duarte")
      return try #require(finds.patients.first { $0.id == patient })
    }
    let line = try found(.nurse)
    #expect(line.isWithheld && line.sex == .unknown && line.telephone == .noNumber && line.town.isEmpty)
    #expect(line.nationalID == nil && line.room == nil && line.name.family == "Duarte")
    try service(.nurse).open(patient, because: "found unwell")
    #expect(try !found(.nurse).isWithheld)
    #expect(try found(.doctor).isWithheld)
  }

  @Test(
    "supervisors hear of it at once, through the live feed; nobody else does", arguments: [Role.headDoctor, .doctor])
  func reported(role: Role) async throws {
    let hospital = try TestHospital(.file)
    let patient = hospital.samples.patients[0]
    let marking = RestrictedRecordService(hospital.session(.headNurse))
    _ = try marking.restrict(patient, as: .staff, because: "works here")
    let feed = try OccupancyFeed(hospital.session(role)) {}
    _ = feed.start()
    let nurse = RestrictedRecordService(try hospital.separateSession(.nurse))
    try nurse.open(patient, because: "found unwell")
    // A change of the board comes after it: when that is there, all before it has been heard.
    try hospital.admit(hospital.samples.patients[1], to: hospital.samples.rooms[0])
    var heard: [AccessGrant] = []
    var isThere = false
    while !isThere {
      if let reading = feed.take() {
        heard += reading.openings
        isThere = reading.rooms.contains { $0.id == hospital.samples.rooms[0] && $0.occupancy != nil }
      }
      await Task.yield()
    }
    #expect(heard.map(\.username) == (role == .headDoctor ? ["nurse"] : []))
    feed.stop()
  }
}
