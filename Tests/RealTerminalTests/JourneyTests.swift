import BuiltProgramSupport
import Testing

/// The tasks of the README, key by key, in a real terminal (P1, P3, A1, A3, H4).
@Suite struct JourneyTests {
  private let hospital: DemonstrationHome

  init() throws {
    hospital = try DemonstrationHome()
  }

  /// Types a text into each field from the one that has the focus on; an empty text leaves the field as it is.
  private func fill(_ terminal: RealTerminal, _ texts: String...) {
    for text in texts { terminal.press(.text(text), .tab) }
  }

  /// Goes to Register and opens an empty form.
  private func newPatient(_ terminal: RealTerminal) throws {
    terminal.type("3")
    try terminal.wait(for: "[3 Register]")
    if !terminal.screen.text.contains("Family name") { terminal.type("n") }
    try terminal.wait(for: "Family name")
  }

  @Test func aPatientIsRegisteredAndFound() throws {
    let terminal = try hospital.terminal(as: "reception")
    try newPatient(terminal)
    fill(terminal, "Zwirner-Journey", "Inês", "1991/03/12", "F", "", "0871 551 009", "", "14 Quay Lane", "", "")
    fill(terminal, "Duarte, Rui", "brother", "0872 551 009", "latex")
    terminal.press(.control("S"))
    try terminal.wait(for: "is registered as")
    terminal.press(.control("P"))
    terminal.type("find zwirner")
    try terminal.wait(for: "ZWIRNER")
  }

  @Test func aPatientIsAdmittedToAFreeRoomAndLeavesItToBeCleaned() throws {
    let patient = try hospital.sql(
      """
      SELECT upper(family_name) FROM patient WHERE sex = 'F' AND birth_date BETWEEN '1950' AND '2000' AND died_at IS NULL
        AND family_name NOT GLOB '*[^A-Za-z]*' AND id NOT IN (SELECT patient_id FROM admission WHERE status = 'in-progress')
        AND id NOT IN (SELECT patient_id FROM hold WHERE patient_id IS NOT NULL)
        AND family_name IN (SELECT family_name FROM patient GROUP BY family_name HAVING COUNT(*) = 1) LIMIT 1
      """)
    let free = try hospital.sql(
      "SELECT number FROM room_board WHERE code = 'U' AND department LIKE '4A%' ORDER BY number LIMIT 1")

    let reception = try hospital.terminal(as: "reception")
    reception.type("2")
    try reception.wait(for: "ROOM ")
    reception.press(.text("/\(free)"), .enter)
    try reception.wait(for: "> \(free)") { $0.lines.contains { $0.hasPrefix("> \(free) ") } }
    reception.type("a")
    try reception.wait(for: "Admit to \(free)")
    try take(patient, on: reception)
    try take("", on: reception)
    try take("", on: reception)
    reception.press(.tab, .tab, .text("Elective knee arthroscopy"), .control("S"))
    try reception.wait(for: "is admitted to \(free)")
    #expect(try hospital.sql("SELECT code FROM room_board WHERE number = '\(free)'") == "O")

    let doctor = try hospital.terminal(as: "doctor")
    doctor.type("4")
    try doctor.wait(for: "EXPECTED")
    doctor.press(.text("/\(patient)"), .enter)
    try doctor.wait(for: "the patient's row") { $0.lines.contains { $0.hasPrefix("> \(free) ") } }
    doctor.press(.enter)
    try doctor.wait(for: "1 Discharge order")
    doctor.type("o")
    try doctor.wait(for: "Diagnosis")
    doctor.press(.tab, .tab, .text("Knee, arthroscopy done"), .tab, .text("Walks. Review in a week."), .control("S"))
    try doctor.wait(for: "is ordered, to: home")
    #expect(try hospital.sql("SELECT code FROM room_board WHERE number = '\(free)'") == "O")

    let nurse = try hospital.terminal(as: "headnurse")
    nurse.type("2")
    try nurse.wait(for: "ROOM ")
    nurse.press(.text("/\(patient)"), .enter)
    try nurse.wait(for: "the patient's row") { $0.lines.contains { $0.hasPrefix("> \(free) ") } }
    nurse.type("x")
    try nurse.wait(for: "Goes to")
    nurse.press(.control("S"))
    try nurse.wait(for: "Type the room")
    nurse.press(.text(free), .control("S"))
    try nurse.wait(for: "has left \(free)")
    #expect(try hospital.sql("SELECT code FROM room_board WHERE number = '\(free)'") == "H")
    #expect(try hospital.home.hms("check").end == .exited(0))
  }

  /// Opens the pick list of the field, narrows it, and takes its first line; the next field has the focus then.
  private func take(_ text: String, on terminal: RealTerminal) throws {
    terminal.press(.function(4))
    try terminal.wait(for: "Take")
    terminal.type(text)
    try terminal.wait(for: "a line with \(text)") { screen in
      screen.lines.contains { $0.contains("> ") && $0.contains("│") && $0.uppercased().contains(text) }
    }
    terminal.press(.enter)
    try terminal.wait(for: "the list closed") { !$0.text.contains("Take") }
  }

  @Test func whatIsHalfTypedWhenTheLineDropsIsFoundAgain() throws {
    let lost = try hospital.terminal(as: "reception")
    try newPatient(lost)
    lost.press(.text("Halftyped"), .tab)
    try lost.wait(for: "Draft kept")
    lost.type("Nam")
    try lost.wait(for: "[Nam_")
    lost.hangUp()
    _ = try lost.end()

    let again = try hospital.terminal(as: "reception")
    again.type("3")
    try again.wait(for: "HALFTYPED, Nam")
    #expect(try !hospital.terminal(as: "headnurse").screen.text.contains("HALFTYPED"), "nobody else finds it")
  }

  @Test func theLockHidesEveryNameAndItsOwnerComesBack() throws {
    let terminal = try hospital.terminal(as: "nurse")
    terminal.type("4")
    try terminal.wait(for: "PATIENT")
    let name = try #require(terminal.screen.lines.first { $0.hasPrefix(">") }?.dropFirst(10).prefix { $0 != "," })
    #expect(terminal.screen.text.contains(name))
    terminal.press(.control("K"))
    try terminal.wait(for: "LOCKED")
    #expect(!terminal.screen.text.contains(name))
    terminal.press(.text("demo"), .enter)
    try terminal.wait(for: "PATIENT")
    #expect(terminal.screen.text.contains(name))
  }

  @Test func leavingThroughTheLockEndsTheProgram() throws {
    let terminal = try hospital.terminal(as: "nurse")
    terminal.press(.control("K"))
    try terminal.wait(for: "LOCKED")
    terminal.press(.control("X"))
    try terminal.wait(for: "other field")
    terminal.press(.control("X"))
    #expect(try terminal.end() == .exited(0))
    #expect(!terminal.screen.isAlternate)
  }
}
