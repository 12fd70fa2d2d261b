import BuiltProgramSupport
import Glibc
import Testing

/// What is typed outlives the line, the program and the power, but for the last second (H4, O8).
@Suite struct LostLineTests {
  private let hospital: DemonstrationHome

  init() throws {
    hospital = try DemonstrationHome()
  }

  private func newPatient(_ terminal: RealTerminal) throws {
    terminal.type("3")
    try terminal.wait(for: "[3 Register]")
    if !terminal.screen.text.contains("Family name") { terminal.type("n") }
    try terminal.wait(for: "Family name")
  }

  /// Opens the draft at another terminal and looks for what was typed.
  private func expectFound(_ text: String) throws {
    let other = try hospital.terminal(as: "reception")
    try other.wait(for: "YOUR DRAFTS")
    try other.wait(for: text.uppercased())
    other.press(.enter)
    try other.wait(for: "[\(text)")
  }

  @Test("a form is found at another terminal after kill -9 in the middle of it")
  func killed() throws {
    let terminal = try hospital.terminal(as: "reception")
    try newPatient(terminal)
    terminal.type("Zwirnkilled")
    try terminal.wait(for: "Draft kept")
    terminal.press(.tab)
    terminal.type("Half")
    terminal.signal(SIGKILL)
    #expect(try terminal.end() == .killed(signal: SIGKILL))
    try expectFound("Zwirnkilled")
  }

  @Test("all of it is found after a dropped line, to the last key", arguments: [SIGHUP, SIGTERM])
  func dropped(signal: Int32) throws {
    let terminal = try hospital.terminal(as: "reception")
    try newPatient(terminal)
    terminal.type("Zwirndropped")
    try terminal.wait(for: "Zwirndropped")
    if signal == SIGHUP { terminal.hangUp() } else { terminal.signal(signal) }
    _ = try terminal.end()
    try expectFound("Zwirndropped")
  }

  @Test("a reason that is half written is found again after kill -9")
  func reason() throws {
    let terminal = try hospital.terminal(as: "admin")
    terminal.type("8")
    try terminal.wait(for: "[8 More]")
    terminal.press(.control("P"))
    terminal.type("go to prices")
    terminal.press(.enter)
    try terminal.wait(for: "BED-")
    terminal.press(.function(9))
    try terminal.wait(for: "kept with the record")
    terminal.type("Zwirnreason")
    try terminal.wait(for: "Zwirnreason")
    while try hospital.sql("SELECT COUNT(*) FROM draft") == "0" {}
    terminal.signal(SIGKILL)
    _ = try terminal.end()
    let other = try hospital.terminal(as: "admin")
    try other.wait(for: "YOUR DRAFTS")
    try other.wait(for: "Reason: Withdraw")
    other.press(.enter)
    try other.wait(for: "Zwirnreason")
  }

  @Test("neither the database, its log nor what stands beside them holds a word of it; the key lies elsewhere")
  func sealed() throws {
    let terminal = try hospital.terminal(as: "reception")
    try newPatient(terminal)
    terminal.type("Zwirnsealed")
    try terminal.wait(for: "Draft kept")
    #expect(try hospital.sql("SELECT COUNT(*) FROM draft") == "1")
    let found = try ProgramRun(
      ["/bin/grep", "-rlai", "zwirnsealed", hospital.home.path], environment: ["PATH": "/usr/bin:/bin"])
    #expect(found.output == "")
    terminal.signal(SIGKILL)
    _ = try terminal.end()
  }
}
