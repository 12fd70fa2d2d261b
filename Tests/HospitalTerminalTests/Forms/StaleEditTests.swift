import HospitalDomain
import HospitalRecords
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// Two people change one record: the second is shown both values and chooses; nothing is overwritten in silence. Every form
/// that changes a record is tried; a form that is added has to be said to be one, or to only add or end something.
@Suite("No form overwrites what somebody else saved meanwhile")
struct StaleEditTests {
  @Test("every form either is tried here, or only adds or ends something")
  func allForms() {
    let tried = Set(Self.edits.map(\.name))
    for name in FormName.all where !FormName.secret.contains(name) {
      #expect(
        tried.contains(name) != Self.others.contains(name),
        "\(name): add it to the edits of this test if it changes a record, else to the others")
    }
  }

  @Test("the second to save sees both values, and what the first saved still stands", arguments: edits)
  func isShown(_ edit: Edit) throws {
    let world = try FormWorld()
    let form = try #require(try world.form(edit.name))
    let station = FormStation(edit.name, form, in: world.hospital)
    world.hospital.clock.advance(by: .minutes(1))
    try edit.other(world)
    let saved = try versions(world)
    for (field, text) in [(edit.field, edit.mine)] + edit.besides { station.fill(field, text) }
    station.terminal.press(.control("s"))
    let frame = station.terminal.frame
    if frame.shows("Check out patient?") {
      station.terminal.type("4A-02")
      station.terminal.press(.control("s"))
    }
    #expect(try versions(world) == saved, "\(edit.name) overwrote what somebody else saved")
    let shown = station.terminal.frame
    #expect(shown.shows(edit.theirs), "theirs is not shown:\n\(shown.lines.joined(separator: "\n"))")
    #expect(
      shown.shows(edit.mine) || shown.shows(edit.mine.uppercased()),
      "mine is not shown:\n\(shown.lines.joined(separator: "\n"))")
    // What somebody else made of a lot's count is told; one counts again, and chooses nothing.
    if edit.name == .stockCount { return }
    #expect(
      shown.shows("[ ] theirs") && shown.shows("[x] mine"),
      "nothing is there to choose:\n\(shown.lines.joined(separator: "\n"))")
    station.terminal.press("t", .control("s"))
    let settled = station.terminal.frame
    #expect(
      settled.shows("nothing of yours to save. Esc leaves.") || settled.shows("^S saves it with what you typed."),
      "\(settled)")
  }

  @Test("on the board, mine is saved over theirs once it was chosen, and who was faster is named")
  func choosesOnTheBoard() throws {
    let world = try FormWorld()
    let room = world.hospital.samples.rooms[0]
    let station = FormStation(.bed(.isolate), try #require(try world.form(.bed(.isolate))), in: world.hospital)
    world.hospital.clock.advance(by: .minutes(1))
    _ = try BedService(world.hospital.session(.nurse)).isolate(
      world.hospital.bedside(room), .airborne, because: "TB", blockingBay: false)
    station.fill("Kind", "droplet")
    station.fill("Reason", "flu")
    station.terminal.press(.control("s"))
    #expect(station.terminal.frame.shows("Test nurse changed this at"), "\(station.terminal.frame)")
    station.terminal.press(.control("s"))
    #expect(station.terminal.frame.shows("^S saves it with what you typed."))
    station.terminal.press(.control("s"))
    #expect(try BedService(world.hospital.session(.nurse)).room(room).occupancy?.isolation == .droplet)
  }

  @Test("theirs or mine is chosen field by field, and what only one changed is kept")
  func chooses() throws {
    let world = try FormWorld()
    let staff = StaffService(world.hospital.session(.administrator))
    let form = try #require(try world.form(.department))
    let station = FormStation(.department, form, in: world.hospital)
    station.fill("Name", "4A Acute")
    station.fill("Reason", "as I was told")
    let department = try #require(try staff.departments().first)
    try staff.change(department, name: "4A General", genderRule: .women, because: "rebuilt")
    station.terminal.press(.control("s"))
    #expect(station.terminal.frame.shows("Test administrator changed this at"))
    #expect(station.terminal.frame.shows("[x] mine    4A Acute"))
    station.terminal.press("t", .control("s"))
    #expect(station.terminal.frame.shows("Test administrator's values stand; nothing of yours to save. Esc leaves."))
    station.fill("Name", "4A Medicine")
    station.terminal.press(.control("s"))
    let now = try #require(try staff.departments().first)
    #expect(now.name == "4A Medicine" && now.genderRule == .women && now.version == 3)
  }

  @Test("what was chosen of a prescription that two changed is written as a change of the newest")
  func prescription() throws {
    let world = try FormWorld()
    let edit = try #require(Self.edits.first { $0.name == .changedPrescription })
    let station = FormStation(edit.name, try #require(try world.form(edit.name)), in: world.hospital)
    station.fill("Note", "With food")
    try edit.other(world)
    station.terminal.press(.control("s"))
    #expect(station.terminal.frame.shows("[x] mine    With food"))
    station.terminal.press(.control("s"))
    #expect(station.terminal.frame.shows("change is in the form; ^S saves it"))
    station.terminal.press(.control("s"))
    let all = try world.hospital.prescriptions(of: world.hospital.samples.patients[2])
    #expect(all.filter { $0.status == "active" }.map(\.note) == ["With food"])
    #expect(all.map(\.status).sorted() == ["active", "stopped", "stopped"])
  }

  @Test("a draft that is gone on with after somebody changed the record says what stands there now")
  func draft() throws {
    let world = try FormWorld()
    let form = try #require(try world.form(.department))
    let station = FormStation(.department, form, in: world.hospital)
    station.fill("Name", "4A Acute")
    station.terminal.hangUp()
    let staff = StaffService(world.hospital.session(.administrator))
    let department = try #require(try staff.departments().first)
    try staff.change(department, name: "4A General", genderRule: .any, because: "rebuilt")
    let again = FormStation(.department, form, in: world.hospital)
    #expect(again.terminal.frame.shows("4A Acute"))
    #expect(again.terminal.frame.shows("Name is now “4A General”"))
  }

  /// How many versions and additions there are of everything.
  private func versions(_ world: FormWorld) throws -> [Int] {
    try world.hospital.read { records in
      try [
        "patient_version", "department_version", "room_version", "doctor_version", "staff_version", "account_version",
        "price", "billing_rate", "consultation_version", "nursing_note_version", "discharge_summary",
        "discharge_summary_version", "admission_version", "stay_version", "isolation", "medication_version",
        "supply_version", "supplier_version", "pharmacy_version", "stock_minimum_version", "stock_movement",
        "prescription",
      ].map { try records.rows(in: $0) }
    }
  }
}

extension FormStation {
  /// Goes to a field by its caption and types over what stands in it.
  func fill(_ caption: String, _ text: String) {
    terminal.press(.control("f"))
    terminal.type(caption)
    terminal.press(.enter, .control("u"))
    terminal.type(text)
    terminal.press(.tab)
  }
}
