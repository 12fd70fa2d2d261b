import BuiltProgramSupport
import Glibc
import Testing

/// A disk that takes no more, under the running program (O8): one clear sentence, nothing that was acknowledged is lost, what
/// is typed stays, and it works again when there is room.
@Suite struct DiskFaultTests {
  private let hospital: DemonstrationHome
  private var folder: String { hospital.home.path + "/data/hms" }

  init() throws {
    hospital = try DemonstrationHome()
  }

  private func signIn(_ terminal: RealTerminal) throws {
    try terminal.wait(for: "Password")
    terminal.press(.text("reception"), .tab, .text("demo"), .enter)
    try terminal.wait(for: "LIVE")
  }

  /// Types a whole new patient into the form of registration.
  private func type(_ family: String, on terminal: RealTerminal) throws {
    terminal.type("3")
    try terminal.wait(for: "[3 Register]")
    if !terminal.screen.text.contains("Family name") { terminal.type("n") }
    try terminal.wait(for: "Family name")
    for text in [
      family, "Inês", "1991/03/12", "F", "", "none", "", "14 Quay Lane", "", "", "Duarte, Rui", "brother", "none",
      "latex",
    ] { terminal.press(.text(text), .tab) }
  }

  @Test func aSharedFileThatIsCutShortUnderASessionIsSaidAndTheTerminalGivenBack() throws {
    let terminal = try hospital.terminal(as: "reception")
    // The file that sessions share beside the database is mapped: the system ends whoever reads what is no longer there.
    #expect(truncate(folder + "/hospital.sqlite-shm", 0) == 0)
    terminal.type("7smi")
    let end = try terminal.end()
    #expect(end == .exited(74))
    #expect(terminal.screen.text.contains("can't be read any more"))
    #expect(!terminal.screen.isAlternate)
  }

  @Test func aFileThatIsCutShortUnderASessionIsSaidAndTheSessionGoesOn() throws {
    let terminal = try hospital.terminal(as: "reception")
    #expect(truncate(folder + "/hospital.sqlite", 4096) == 0)
    terminal.type("7smi")
    try terminal.wait(for: "ERR")
    let message = try #require(terminal.screen.lines.first { $0.contains("ERR") })
    #expect(message.contains("It can't be read now: the database is damaged"))
    #expect(terminal.screen.text.contains("The search did not work"))
    terminal.press(.escape, .tab, .text("2"))
    try terminal.wait(for: "[2 Beds]")
    #expect(terminal.screen.lines.contains { $0.contains(" rooms ") }, "the board as it was read last")
    terminal.type("E")
    try terminal.wait(for: "can't be read now")
    #expect(terminal.screen.lines[0].contains("STALE"))
  }

  @Test(.enabled(if: SmallDisk.isPermitted)) func aFullDiskKeepsWhatWasSavedAndWhatIsTyped() throws {
    let disk = SmallDisk(over: folder, megabytes: 24)
    let terminal = try RealTerminal(disk.start([BuiltProgram.path]), environment: hospital.home.environment)
    try signIn(terminal)
    try type("Acknowledged", on: terminal)
    terminal.press(.control("S"))
    try terminal.wait(for: "ACKNOWLEDGED, Inês is registered as")
    terminal.press(.escape)
    try terminal.wait(for: "the list behind the record") { !$0.text.contains("DETAILS") }

    try disk.fill(beside: terminal.process)
    try type("Halfway", on: terminal)
    terminal.press(.control("S"))
    try terminal.wait(for: "the disk is full")
    let message = try #require(terminal.screen.lines.first { $0.contains("the disk is full") })
    #expect(message.contains("ERR") && message.contains("Nothing was changed"))
    #expect(terminal.screen.lines[0].contains("READ-ONLY"))
    #expect(terminal.screen.text.contains("[Halfway_") && terminal.screen.text.contains("[14 Quay Lane_"))
    try terminal.wait(for: "DRAFT NOT KEPT")
    terminal.press(.escape)
    try terminal.wait(for: "Leave the form?")
    terminal.press(.escape)
    try terminal.wait(for: "the form again") { !$0.text.contains("Leave the form?") }
    #expect(try registered(beside: terminal) == ["Acknowledged"])

    try disk.makeRoom(beside: terminal.process)
    terminal.press(.control("S"))
    try terminal.wait(for: "HALFWAY, Inês is registered as")
    try terminal.wait(for: "LIVE")
    #expect(try registered(beside: terminal) == ["Acknowledged", "Halfway"])
    let check = try SmallDisk.run(
      [BuiltProgram.path, "check"], beside: terminal.process, environment: hospital.home.environment)
    #expect(check.end == .exited(0), "\(check.output)\(check.errors)")
  }

  private func registered(beside terminal: RealTerminal) throws -> [String] {
    let question = "SELECT family_name FROM patient WHERE given_name = 'Inês' AND address = '14 Quay Lane' ORDER BY 1"
    return try SmallDisk.run(
      ["/usr/bin/sqlite3", folder + "/hospital.sqlite", question], beside: terminal.process, environment: [:]
    ).output.split(separator: "\n").map(String.init)
  }

  @Test func aFileThatCanNoLongerBeWrittenIsReadOnlyAndStillRead() throws {
    let terminal = try hospital.home.terminal()
    try signIn(terminal)
    try type("Halfway", on: terminal)
    try #require(try FileSizeLimit.set(16_384, for: terminal.process))
    terminal.press(.control("S"))
    try terminal.wait(for: "READ-ONLY")
    try terminal.wait(for: "the disk gave an error")
    #expect(terminal.screen.text.contains("[Halfway_"))

    // The board is read as before, and hears what others do.
    terminal.press(.escape)
    try terminal.wait(for: "the message gone") { !$0.text.contains("ERR") }
    terminal.press(.escape)
    try terminal.wait(for: "the list behind the form") { !$0.text.contains("Family name") }
    terminal.type("2")
    try terminal.wait(for: "housekeeping")
    let room = try hospital.sql("SELECT number FROM room_board WHERE code = 'H' AND department LIKE '1E%' LIMIT 1")
    terminal.press(.text("/\(room)"), .enter)
    try terminal.wait(for: room)
    let change = """
      .timeout 5000
      UPDATE room SET service_state = 'in-service', service_since = service_since + 1, version = version + 1
      WHERE number = '\(room)';
      """
    let other = try ProgramRun(
      ["/usr/bin/sqlite3", folder + "/hospital.sqlite"], environment: hospital.home.environment, input: change)
    #expect(other.end == .exited(0), "\(other.errors)")
    try terminal.wait(for: "\(room) free") { screen in
      screen.lines.contains { $0.contains(room) && $0.contains("free") }
    }
    #expect(terminal.screen.lines[0].contains("READ-ONLY"))

    // What was typed is there, and can be saved once the disk takes it.
    try FileSizeLimit.set(nil, for: terminal.process)
    terminal.type("3")
    try terminal.wait(for: "HALFWAY")
  }
}
