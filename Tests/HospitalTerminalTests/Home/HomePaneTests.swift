import HospitalDomain
import HospitalRecords
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("Home on a terminal")
struct HomePaneTests {
  let hospital: TestHospital
  let desk: Desk

  init() throws {
    hospital = try TestHospital(.file)
    desk = Desk(workplace: hospital.workplace, terminal: "test") {}
  }

  private func open(_ role: Role, columns: Int = 80, rows: Int = 24) -> ScriptedTerminal {
    desk.begin(hospital.session(role))
    let terminal = ScriptedTerminal(columns: columns, rows: rows)
    terminal.start(Shell(host: HospitalHost(desk)))
    return terminal
  }

  @Test(
    "shows drafts, what waits, free rooms and events at every size",
    arguments: [(60, 18), (80, 24), (120, 40), (200, 60)])
  func sizes(columns: Int, rows: Int) throws {
    let terminal = open(.nurse, columns: columns, rows: rows)
    #expect(terminal.frame.shows("YOUR DRAFTS"))
    #expect(terminal.frame.shows("WAITING"))
    #expect(terminal.frame.shows("FREE ROOMS  6 of 6") == (columns >= 76))
    #expect(terminal.frame.cursor != nil)
  }

  @Test("a sign says that Home goes on below, and above once one is there", arguments: [GlyphSet.unicode, .ascii])
  func goesOn(glyphs: GlyphSet) throws {
    for (patient, room) in zip(hospital.samples.patients, hospital.samples.rooms) {
      try hospital.admit(patient, to: room)
      _ = try BedService(hospital.session(.doctor)).planDischarge(
        of: hospital.bedside(room), at: hospital.clock.now + .hours(2))
      try hospital.orderDischarge(from: room)
    }
    try hospital.keepMedications()
    try hospital.receive(100, "A", expires: "2028/01/31")
    let stay = try #require(try hospital.read { try $0.admissions.open(of: hospital.samples.patients[0]) }).id
    try hospital.prescribe(for: hospital.samples.patients[0], in: stay)
    let service = PharmacyService(hospital.session(.pharmacist))
    let id = try #require(try service.queue().prescriptions.first?.id)
    _ = try service.verify(id, because: "a test")
    _ = try service.dispense(id, [DispenseEntry(try #require(try service.preparation(of: id).items.first).id, 56)])
    desk.begin(hospital.session(.nurse))
    let terminal = ScriptedTerminal(columns: 60, rows: 18, glyphs: glyphs)
    terminal.start(Shell(host: HospitalHost(desk)))
    let (above, below) = (String(glyphs.more.above), String(glyphs.more.below))
    func ends(_ sign: String) -> Bool { terminal.frame.lines[2..<16].contains { $0.hasSuffix(sign) } }
    #expect(ends(below) && !ends(above), "\(terminal.frame)")
    terminal.press(.end)
    #expect(ends(above) && !ends(below), "\(terminal.frame)")
  }

  @Test("M1: what the ward can collect is counted whole, with how much of it is in part; what is not shown is said")
  func toCollect() throws {
    try hospital.keepInteractions()
    try hospital.receive(100, "A", expires: "2028/01/31")
    let service = PharmacyService(hospital.session(.pharmacist))
    let stay = try hospital.admit(hospital.samples.patients[1], to: hospital.samples.rooms[0])
    for number in 0..<8 {
      let id = try hospital.write { records in
        try records.pharmacy.prescribe(
          [
            PrescribedItem(
              medication: "5640", dose: "1 tablet", route: "by mouth", frequency: "twice a day", days: 1, quantity: 2)
          ], for: hospital.samples.patients[1], in: stay, by: hospital.samples.doctors[0],
          to: hospital.samples.pharmacies[0], status: "active", priority: "routine")
        return try records.pharmacy.queue(limit: 20).prescriptions.last?.id ?? ""
      }
      hospital.clock.advance(by: .minutes(1))
      _ = try service.verify(id, because: "a test")
      let item = try #require(try service.preparation(of: id).items.first)
      _ = try service.dispense(id, [DispenseEntry(item.id, number == 0 ? 1 : 2)])
    }
    let frame = open(.nurse).frame
    #expect(frame.shows("TO COLLECT AT THE PHARMACY  8, 1 in part"), "\(frame.lines)")
    #expect(frame.shows("2 more; 6 shows all") && !frame.shows("READY AT THE PHARMACY"))
  }

  @Test("M4: what stands prepared of a stopped prescription is on the pharmacist's Home, and Enter finds it")
  func toPutBack() throws {
    try hospital.keepInteractions()
    try hospital.receive(100, "A", expires: "2028/01/31")
    try hospital.makeDoctors()
    try hospital.prescribe(for: hospital.samples.patients[1])
    let service = PharmacyService(hospital.session(.pharmacist))
    let id = try #require(try service.queue().prescriptions.first?.id)
    _ = try service.verify(id, because: "a test")
    let item = try #require(try service.preparation(of: id).items.first)
    _ = try service.dispense(id, [DispenseEntry(item.id, 1)])
    #expect(!open(.pharmacist).frame.shows("TO PUT BACK"))
    _ = try PrescribingService(try hospital.doctorSession()).stop(id, because: "bleeding")
    let terminal = PaperTerminal(.pharmacist, at: hospital, tab: "1")
    #expect(terminal.frame.shows("TO PUT BACK ON THE SHELF  1") && terminal.frame.shows("then b puts it back"))
    terminal.screen.press(.enter)
    #expect(terminal.frame.shows("Rx 1") && terminal.frame.shows("stopped"), "\(terminal.frame)")
  }

  @Test("M1: what came back from the pharmacy says how it is changed and answered")
  func declined() throws {
    try hospital.makeDoctors()
    try hospital.keepMedications()
    try hospital.prescribe(for: hospital.samples.patients[1])
    let id = try #require(try hospital.read { try $0.pharmacy.queue(limit: 1) }.prescriptions.first?.id)
    _ = try PharmacyService(hospital.session(.pharmacist)).decline(id, for: .other, because: "too much")
    let frame = PaperTerminal(.doctor, at: hospital, tab: "1", session: try hospital.doctorSession()).frame
    #expect(frame.shows("BACK FROM THE PHARMACY  1") && frame.shows("Enter, then e changes it, w answers"))
  }

  @Test("a form of the board that was left is found here again and goes on where it was (H4)")
  func draft() throws {
    let terminal = open(.reception)
    terminal.press("2", .down, "a")
    terminal.type("oyelaran")
    terminal.press(.enter, .enter, .enter, .enter, .enter)
    terminal.type("chest pain")
    terminal.press(.escape)
    terminal.press("1", "r")
    #expect(terminal.frame.shows("Admit to 4A-02"))
    terminal.press(.enter)
    #expect(terminal.frame.line(0).contains("Admit to 4A-02"))
    #expect(terminal.frame.shows("[chest pain"))
    #expect(terminal.frame.shows("[OYELARAN, Tunde") || terminal.frame.shows("[oyelaran"))
  }

  @Test("a draft of an admission whose room was taken meanwhile opens all the same, to take another room")
  func takenDraft() throws {
    let terminal = open(.reception)
    terminal.press("2", .down, "a")
    terminal.type("oyelaran")
    terminal.press(.enter, .escape)
    try hospital.admit(hospital.samples.patients[2], to: hospital.samples.rooms[1])
    terminal.press("1", "r", .enter)
    #expect(terminal.frame.shows("= OYELARAN, Tunde"), "\(terminal.frame)")
    #expect(terminal.frame.shows("4A-02 is occupied by KOVAC, Ana; choose another room"), "\(terminal.frame)")
    #expect(!terminal.frame.line(2).contains("KOVAC"), "the form is not about who has the room now")
    // Left again and gone on with, it is still the draft of that room, and of nobody who lies there now.
    terminal.type("lind")
    terminal.press(.escape, "1", .enter)
    #expect(terminal.frame.shows("= OYELARAN, Tunde") && terminal.frame.shows("[lind"), "\(terminal.frame)")
    try hospital.discharge(from: hospital.samples.rooms[1])
    terminal.press(.escape, "1", .enter)
    #expect(terminal.frame.shows("= OYELARAN, Tunde"), "\(terminal.frame)")
  }

  @Test("a form that was just left is under the cursor, wherever that stood before; what is no draft keeps it")
  func justLeft() throws {
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[2])
    _ = try BedService(hospital.session(.doctor)).planDischarge(
      of: hospital.bedside(hospital.samples.rooms[2]), at: hospital.clock.now + .hours(2))
    let terminal = open(.nurse)
    #expect(terminal.frame.lines.contains { $0.hasPrefix("> 4A-03") })
    terminal.press("3", "i")
    terminal.type("Unknown Kestrel")
    terminal.press(.escape, "1")
    #expect(terminal.frame.lines.contains { $0.hasPrefix(">") && $0.contains("Unknown Kestrel") }, "\(terminal.frame)")
    terminal.press(.down, "2", "1")
    #expect(terminal.frame.lines.contains { $0.hasPrefix("> 4A-03") }, "\(terminal.frame)")
  }

  @Test("A4: Enter on somebody who waits for a check-out opens the checklist of that very patient")
  func checkOut() throws {
    for (patient, room) in [(0, 0), (1, 1), (2, 2)] {
      try hospital.admit(hospital.samples.patients[patient], to: hospital.samples.rooms[room])
    }
    try hospital.orderDischarge(from: hospital.samples.rooms[1])
    try hospital.orderDischarge(from: hospital.samples.rooms[2])
    let terminal = open(.nurse)
    terminal.press("4", "/")
    terminal.type("duarte")
    terminal.press(.enter, "1")
    terminal.focus(on: "KOVAC")
    terminal.press(.enter)
    #expect(terminal.frame.line(1).contains("[4 Check-out]"))
    #expect(terminal.frame.line(2).contains("KOVAC, Ana") && terminal.frame.shows("1 Discharge order"))
  }

  @Test("Enter on a room that waits goes to it on the board")
  func room() throws {
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[2])
    _ = try BedService(hospital.session(.doctor)).planDischarge(
      of: hospital.bedside(hospital.samples.rooms[2]), at: hospital.clock.now + .hours(2))
    let terminal = open(.nurse)
    #expect(terminal.frame.shows("DUARTE, Inês · leaves today 16:02"))
    terminal.press(.enter)
    let cursor = try #require(terminal.frame.cursor)
    #expect(terminal.frame.line(cursor.row).hasPrefix("> 4A-03"))
  }

  @Test("those who may not see the board find their drafts alone", arguments: [Role.humanResources, .auditor])
  func withoutBoard(role: Role) {
    let terminal = open(role)
    #expect(terminal.frame.shows("YOUR DRAFTS"))
    #expect(!terminal.frame.shows("WAITING"))
    #expect(!terminal.frame.shows("FREE ROOMS"))
    #expect(!terminal.frame.shows("2 Beds"))
  }

  @Test("a room is found from anywhere by the command palette", arguments: ["bed 3", "4a-03", "room 4A-03"])
  func palette(text: String) throws {
    let terminal = open(.nurse)
    terminal.press(":")
    terminal.type(text)
    #expect(terminal.frame.shows("> Bed 4A-03") || terminal.frame.shows("> Room 4A-03"))
    terminal.press(.enter)
    let cursor = try #require(terminal.frame.cursor)
    #expect(terminal.frame.line(cursor.row).hasPrefix("> 4A-03"))
  }
}
