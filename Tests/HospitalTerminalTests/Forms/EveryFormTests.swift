import DatabaseKit
import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// Every form and every written reason of the program is kept while it is typed (H4). A form that is added has to be among
/// `FormName.all`, and to have a case in `FormWorld`.
@Suite("Every form is kept as it is typed (H4)")
struct EveryFormTests {
  /// The forms that can be gone on with from the list of drafts. The reason why a patient is somebody else belongs to a
  /// registration; it has a test of its own.
  static let kept = FormName.all.filter { !FormName.secret.contains($0) && $0 != .somebodyElse }

  @Test(
    "what was typed in one is found a second later by its owner elsewhere, by nobody else, nor in the file",
    arguments: kept)
  func isKept(_ name: FormName) throws {
    let world = try FormWorld()
    let hospital = world.hospital
    let form = try #require(try world.form(name), "add a case for \(name) to FormWorld")
    let station = FormStation(name, form, in: hospital)
    station.terminal.type("Quok")
    #expect(station.terminal.frame.shows("Quok"), "\(name) did not open")
    // A second passes, and the program is gone without a word.
    hospital.clock.advance(by: .milliseconds(1_001))
    station.terminal.passTime(to: hospital.clock.now.milliseconds)
    try station.waitForDraft()
    #expect(!hospital.fileHolds("Quok") && hospital.fileHolds("chest pain"))

    for role in Role.allCases where role != form.role {
      #expect(try DraftService(hospital.session(role)).drafts().isEmpty)
    }

    let other = try Workstation(form.role, in: hospital)
    let drafts = try DraftService(hospital.session(form.role)).drafts()
    let place = try #require(drafts.firstIndex { $0.name == name })
    #expect(other.frame.shows("YOUR DRAFTS"))
    for _ in 0..<place { other.terminal.press(.down) }
    other.terminal.press(.enter)
    form.steps(other.terminal)
    #expect(other.frame.shows("Quok"), "\(name) did not come back")
    #expect(other.frame.shows(" is back"), "\(name) does not say so on its first screen:\n\(other.frame)")

    // And it is gone when its owner has no more use for it.
    other.terminal.press(.escape, .escape, "1")
    for _ in 0..<40 where !other.frame.shows("YOUR DRAFTS") { other.terminal.press("q") }
    other.terminal.press("r", "g", .function(9), .control("s"))
    other.desk.drafts?.finish()
    #expect(try DraftService(hospital.session(form.role)).drafts().isEmpty)
  }

  /// What is never kept: secrets, a second person's password, and a filter, which is no work.
  private static let unkept: Set<String> = [
    "Your account: PIN", "Your account: password", "Audit trail: filter", "Prescribe: second signature",
  ]

  @Test("no screen with a form is left out")
  func allPanes() throws {
    var reached: Set<String> = []
    for name in Self.kept {
      let world = try FormWorld()
      guard let form = try world.form(name) else { continue }
      let station = FormStation(name, form, in: world.hospital)
      reached.formUnion(station.shell.offers.filter { $0.entry.id == "form.save" }.map(\.entry.title))
    }
    for table in KeyTables.screens {
      for entry in table.entries where entry.id == "form.save" && !Self.unkept.contains(table.name) {
        #expect(reached.contains(entry.title), "no draft of \(table.name) is tested: give its form a name in FormName")
      }
    }
  }

  @Test("every form that is kept can be gone on with from the list of drafts, by one door alone")
  func doors() {
    for name in FormName.all where !FormName.secret.contains(name) {
      #expect(DraftDoor.all.filter { $0.forms.contains(name) }.count == 1, "\(name)")
    }
    #expect(Set(FormName.all).count == FormName.all.count)
  }

  @Test("an emptied form leaves no draft; one that is typed again has one")
  func emptied() throws {
    let world = try FormWorld()
    let form = FormCase(role: .reception)
    let station = FormStation(.newPatient, form, in: world.hospital)
    func kept() throws -> Int {
      station.desk.drafts?.finish()
      return try DraftService(world.hospital.session(.reception)).drafts().count
    }
    func pause() {
      world.hospital.clock.advance(by: .seconds(2))
      station.terminal.passTime(to: world.hospital.clock.now.milliseconds)
    }
    station.terminal.type("A")
    pause()
    #expect(try kept() == 1)
    station.terminal.press(.backspace)
    pause()
    #expect(try kept() == 0)
    station.terminal.type("B")
    pause()
    #expect(try kept() == 1)
  }

  @Test("a draft is gone after twelve hours, whoever's it is, from the file too")
  func tooOld() throws {
    let world = try FormWorld()
    let station = FormStation(.newPatient, FormCase(role: .reception), in: world.hospital)
    station.terminal.type("Quok")
    station.terminal.hangUp()
    let rows = { try world.hospital.engine.read { try $0.rows("SELECT id FROM draft").count } }
    #expect(try rows() == 1)
    world.hospital.clock.advance(by: .hours(12) + .milliseconds(1))
    #expect(try DraftService(world.hospital.session(.reception)).drafts().isEmpty)
    _ = world.hospital.desk(.nurse)
    #expect(try rows() == 0)
  }

  @Test("why a patient is somebody else is kept beside the registration, and gone with it")
  func somebodyElse() throws {
    let station = try Workstation(.reception)
    func fillIn(_ station: Workstation, _ family: String) {
      station.fillIn(
        family, "Liv", "19750228", "f", "", "0861 234 567", "", "3 Mill Street", "Cork", "", "Haugen, Odd", "husband",
        "none", "penicillin (rash)")
      station.letDraftBeKept()
    }
    station.terminal.press("3")
    fillIn(station, "Haugen")
    station.terminal.press(.control("s"), "q", "n")
    fillIn(station, "Haugan")
    station.terminal.press(.control("s"))
    station.terminal.type("Her twin")
    station.terminal.hangUp()
    let other = try Workstation(.reception, in: station.hospital)
    #expect(other.frame.shows("Why HAUGAN, Liv is somebody else"))
    let drafts = try DraftService(station.hospital.session(.reception)).drafts()
    for _ in 0..<(try #require(drafts.firstIndex { $0.name == .somebodyElse })) { other.terminal.press(.down) }
    other.terminal.press(.enter, .control("s"))
    #expect(other.frame.shows("Her twin"))
    other.terminal.press(.control("s"))
    #expect(other.frame.shows("OK  HAUGAN, Liv is registered"))
    other.desk.drafts?.finish()
    #expect(try DraftService(station.hospital.session(.reception)).drafts().isEmpty)
  }
}

extension FormStation {
  /// Waits until the keeper has nothing left to do; what was not handed to it is not waited for.
  func waitForDraft() throws { desk.drafts?.finish() }
}
