import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("Departments, rooms, people, accounts and the audit trail as lists (A6, B1, B2, H1, H2, H5)")
struct DirectoryPaneTests {
  let hospital: TestHospital

  init() throws { hospital = try TestHospital() }

  private static let firstRows: [(MorePlace, String)] = [
    (.departments, "4A Medical"), (.rooms, "4A-01"), (.doctors, "LINDQVIST"), (.staff, "OKAFOR"), (.accounts, "admin"),
  ]

  @Test(
    "every list shows its first row at every size, focus marked without colour too", arguments: firstRows,
    [(60, 18), (80, 24), (120, 40)])
  func sizes(list: (MorePlace, String), size: (Int, Int)) throws {
    for depth in [ColourDepth.indexed, .mono] {
      let terminal = DirectoryTerminal(list.0, at: hospital, columns: size.0, rows: size.1, depth: depth)
      let row = try #require(terminal.frame.lines.firstIndex { $0.hasPrefix(">") })
      #expect(terminal.frame.line(row).contains(list.1))
      #expect(terminal.frame.cursor?.row == row)
      #expect(size.0 < 80 || terminal.frame.line(0).contains(list.0.title))
    }
  }

  @Test(
    "keys that a role may not use are dimmed, and say who can",
    arguments: [
      (MorePlace.departments, "administrators can"), (.rooms, "administrators"), (.doctors, "human resources"),
    ])
  func dimmed(place: MorePlace, who: String) {
    let terminal = DirectoryTerminal(place, .nurse, at: hospital, columns: 100)
    for key in ["n", "e", "D"] as [Key] {
      terminal.press(key)
      #expect(terminal.message.contains("You may not manage") && terminal.message.contains("; \(who)"))
    }
  }

  @Test("a list narrows while it is typed; Esc shows all again")
  func filter() {
    let terminal = DirectoryTerminal(.rooms, at: hospital)
    terminal.press("/")
    terminal.type("surg")
    #expect(terminal.frame.line(2).contains("1 of 6 rooms") && terminal.frame.line(4).contains("4B-01"))
    terminal.press(.escape)
    #expect(terminal.frame.line(2).contains("6 rooms"))
  }

  @Test("a department is added; a name that is taken leaves the form as typed with the sentence in it")
  func department() {
    let terminal = DirectoryTerminal(.departments, at: hospital)
    terminal.press("n")
    terminal.type("4B Surgical")
    terminal.press(.control("s"))
    #expect(terminal.frame.shows("There is a department 4B Surgical already") && terminal.frame.shows("[4B Surgical"))
    terminal.replace("4D Cardiac")
    terminal.press(.control("s"))
    #expect(terminal.message.contains("Department 4D Cardiac is added."))
    #expect(terminal.frame.shows("4D Cardiac"))
  }

  @Test("what is in the way of retiring a department is said at once; an empty one goes with a reason")
  func retire() throws {
    _ = try StaffService(hospital.session(.administrator)).addDepartment(name: "4D Cardiac", genderRule: .any)
    let terminal = DirectoryTerminal(.departments, at: hospital)
    terminal.press("D")
    #expect(terminal.message.contains("4A Medical has 5 rooms and 2 employees"))
    terminal.press(.end, .function(9))
    #expect(terminal.frame.shows("Retire 4D Cardiac?"))
    terminal.type("moved to 5D")
    terminal.press(.control("s"))
    #expect(terminal.message.contains("Department 4D Cardiac is retired."))
    #expect(terminal.frame.line(2).contains("2 departments"))
  }

  @Test("a run of rooms is added in one act; a room that is in the way is named beside the field")
  func rooms() {
    let terminal = DirectoryTerminal(.rooms, at: hospital)
    terminal.press("n")
    terminal.fillIn("4A Medical", "4A-01", "4A-05")
    terminal.press(.control("s"))
    #expect(terminal.frame.shows("There is a room 4A-01 already") && terminal.frame.shows("[4A-05"))
    terminal.replace("4A-21")
    terminal.replace("4A-24")
    terminal.press(.control("s"))
    #expect(terminal.message.contains("4 rooms are added, 4A-21 to 4A-24."))
    #expect(terminal.frame.line(2).contains("10 rooms"))
  }

  @Test("a doctor who has patients does not leave, and the refusal says where they are")
  func leave() throws {
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    let terminal = DirectoryTerminal(.doctors, .humanResources, at: hospital)
    terminal.press("D")
    #expect(terminal.frame.shows("LINDQVIST, Maja has left?"))
    terminal.type("retired")
    terminal.press(.control("s"))
    #expect(terminal.message.contains("LINDQVIST, Maja has patients in 4A-01"))
    #expect(terminal.frame.line(4).contains("LINDQVIST"))
  }

  @Test("job titles are words on the list and in the form, never codes")
  func words() throws {
    let terminal = DirectoryTerminal(.staff, .humanResources, at: hospital)
    terminal.press("n")
    terminal.fillIn("Byrne", "Ada", "healthcare", "4A Medical", "3 Hill Road", "0210000003")
    terminal.press(.control("s"))
    #expect(terminal.message.contains("BYRNE, Ada is added."))
    #expect(terminal.frame.shows("healthcare assistant") && !terminal.frame.shows("healthcare-assistant"))
  }

  @Test("an account needs a password by the rule, twice; then its user can be locked")
  func account() {
    let terminal = DirectoryTerminal(.accounts, at: hospital)
    terminal.press("n")
    #expect(terminal.frame.shows("12 or more characters"))
    terminal.fillIn("byrne", "Byrne, Ada", "cashier", "tanaka", "short", "short")
    terminal.press(.control("s"))
    #expect(terminal.frame.shows("5 characters typed, 12 needed"))
    terminal.replace("three green boats")
    terminal.replace("three green bots")
    terminal.press(.control("s"))
    #expect(terminal.frame.shows("differs from the first"))
    terminal.replace("three green boats")
    terminal.press(.control("s"))
    #expect(terminal.message.contains("byrne can sign in as a cashier."))
    terminal.press("/")
    terminal.type("byrne")
    terminal.press(.enter, "l")
    terminal.type("on leave")
    terminal.press(.control("s"))
    #expect(terminal.message.contains("byrne is locked.") && terminal.frame.line(4).contains("locked"))
  }

  @Test("H1: whose an account is stands on the list, and is chosen from those who have none")
  func whose() {
    let terminal = DirectoryTerminal(.accounts, at: hospital, columns: 100)
    terminal.press("/")
    terminal.type("headdoctor")
    terminal.press(.enter, "w")
    terminal.fillIn("mbeki", "new post")
    terminal.press(.control("s"))
    #expect(terminal.message.contains("headdoctor is the account of MBEKI, Thabo."))
    #expect(terminal.frame.line(4).contains("D-0002"))
    terminal.press("w")
    #expect(terminal.frame.shows("[MBEKI, Thabo_"), "whose it is stands in the field: \(terminal.frame)")
    terminal.press(.escape, .escape, "/")
    terminal.type("headnurse")
    terminal.press(.enter, "w")
    terminal.fillIn("mbeki", "again")
    terminal.press(.control("s"))
    #expect(terminal.frame.shows("no employee without an account like this"))
  }

  @Test("the audit trail names refusals too, and Enter shows an entry whole")
  func audit() {
    let nurse = StaffService(hospital.session(.nurse))
    _ = try? nurse.addDepartment(name: "4D Cardiac", genderRule: .any)
    let terminal = DirectoryTerminal(.audit, .auditor, at: hospital)
    #expect(terminal.frame.line(4).contains("refused") && terminal.frame.line(4).contains("manage rooms"))
    terminal.press(.enter)
    #expect(terminal.frame.shows("Terminal"))
  }
}
