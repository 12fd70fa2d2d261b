import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalScreens
@testable import HospitalTerminal

@Suite("The audit trail on the screen (H5)")
struct AuditPaneTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital()
    _ = try RegistrationService(hospital.session(.doctor)).open(hospital.samples.patients[0], because: "ward round")
    _ = try? BedService(hospital.session(.nurse)).block(hospital.samples.rooms[0], because: "x", reopensAt: nil)
    _ = try RegistrationService(hospital.session(.cashier)).open(hospital.samples.patients[1])
  }

  private func trail(_ role: Role = .auditor, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed)
    -> DirectoryTerminal
  {
    DirectoryTerminal(.audit, role, at: hospital, columns: columns, rows: rows, depth: depth)
  }

  /// Adds entries by `x`, of which the first is the oldest.
  private func add(_ count: Int, named name: String = "x") throws {
    try hospital.write { records in
      for number in 1...count {
        try records.audit.append(
          .read, permission: "", on: AuditSubject(kind: "test \(number)", id: ""), by: nil, named: name, at: "t",
          in: nil, reason: "", occurredAt: records.now)
      }
    }
  }

  @Test("newest first, at every size, a refusal marked without colour", arguments: [(60, 18), (80, 24), (120, 40)])
  func sizes(size: (Int, Int)) throws {
    for depth in [ColourDepth.indexed, .mono] {
      let frame = trail(columns: size.0, rows: size.1, depth: depth).frame
      let rows = try ["doctor", "nurse", "cashier"].map { who in
        try #require(frame.lines.firstIndex { $0.contains(who) && $0.contains(":02") })
      }
      #expect(rows == rows.sorted(by: >))
      #expect(frame.line(rows[1]).hasPrefix("!") && frame.line(rows[1]).contains("refused"))
    }
  }

  @Test("a key narrows to the person, the patient, the kind or the day of the entry; Esc shows everything again")
  func narrows() {
    let terminal = trail()
    #expect(terminal.frame.shows("OYELARAN, Tunde"))
    terminal.press("p")
    #expect(terminal.frame.line(2).contains("about 0000") && !terminal.frame.shows("nurse "))
    terminal.press(.escape)
    #expect(terminal.frame.line(2).contains("everything") && terminal.frame.shows("nurse "))
    let narrowings: [(Key, String)] = [
      ("w", "by auditor"), ("t", "looked"), ("d", "from 2026/11/21 · to 2026/11/21"),
    ]
    for (key, words) in narrowings {
      terminal.press(.home, key)
      #expect(terminal.frame.line(2).contains(words))
      terminal.press(.escape)
    }
  }

  @Test("the form narrows by all of it, and says what is wrong beside the field")
  func form() {
    let terminal = trail()
    terminal.press("/")
    terminal.fillIn("nurse", "12", "refused", "T-1", "T")
    terminal.press(.control("s"))
    #expect(terminal.frame.shows("SHOW ONLY"), "a wrong number is not taken")
    terminal.press(.escape)
    terminal.press("/")
    terminal.fillIn("nurse", "", "refused", "T-1", "T")
    terminal.press(.control("s"))
    #expect(terminal.frame.line(2).contains("by nurse · refused · from 2026/11/20 · to 2026/11/21"))
    #expect(terminal.frame.shows("block a room") && !terminal.frame.shows("OYELARAN"))
  }

  @Test("what is done meanwhile appears at the top; the focus stays on its entry")
  func live() throws {
    let station = try Workstation(.auditor, in: hospital)
    station.terminal.press(":")
    station.terminal.type("audit trail")
    station.terminal.press(.enter, "j")
    let focused = try #require(station.frame.lines.first { $0.hasPrefix(">") })
    try add(2)
    station.terminal.wake()
    #expect(station.frame.shows("test 2"))
    #expect(station.frame.lines.first { $0.hasPrefix(">") } == focused)
  }

  @Test("of thousands a window is held; one scrolls through all of them, jumps to both ends, and comes back")
  func window() throws {
    try add(3_000)
    var pane = AuditPane(try hospital.desk(.auditor).auditTrail())
    func run(_ id: CommandID) { AuditPane.keyTable.first { $0.id == id }?.act(&pane) }
    pane.list.fit(rows: 16)
    var seen: Set<Int64> = []
    for _ in 0..<250 {
      pane.list.window.forEach { seen.insert(pane.screen.lines[$0].id) }
      run("list.pageDown")
      #expect(pane.screen.lines.count <= AuditScreen.mostHeld)
    }
    #expect(seen.count >= 3_000 && seen.contains(1) && pane.selected?.id == 1)
    #expect(pane.screen.hasNewer && !pane.screen.hasOlder)
    let ids = pane.screen.lines.map(\.id)
    try add(1)
    pane.receive(LiveNews(.drafts, ()))
    #expect(pane.screen.lines.map(\.id) == ids, "nothing moves for one who has scrolled on")
    for _ in 0..<250 { run("list.pageUp") }
    #expect(pane.selected?.entry.subject.kind == "test 1" && !pane.screen.hasNewer)
    run("list.last")
    #expect(pane.selected?.id == 1 && pane.screen.lines.count == AuditService.pageLength)
    run("list.first")
    #expect(pane.list.selected == 0 && pane.selected?.entry.subject.kind == "test 1")
  }

  @Test("who looked at a patient is shown from the record to those who may, and refused to others")
  func fromRecord() throws {
    for role in [Role.headNurse, .nurse] {
      let station = try Workstation(role, in: hospital)
      station.terminal.press("7")
      station.terminal.type("duarte")
      station.terminal.press(.enter, "w")
      if role == .headNurse {
        #expect(station.frame.line(0).contains("who looked") && station.frame.line(2).contains("DUARTE"))
        #expect(station.frame.shows("doctor") && station.frame.shows("a patient's record"))
        #expect(!station.frame.shows("cashier"), "nothing of another patient")
        station.terminal.press(.escape)
        #expect(station.frame.shows("ALLERGIES"))
      } else {
        #expect(station.frame.shows("You may not see who looked at a record; head nurses"))
      }
    }
  }
}
