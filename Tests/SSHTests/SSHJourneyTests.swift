import BuiltProgramSupport
import Glibc
import Testing

/// Work over a real line (H7, H4, H5).
@Suite(.enabled(if: SSHServer.isInstalled)) struct SSHJourneyTests {
  private let hospital: DemonstrationHome
  private let server: SSHServer

  init() throws {
    hospital = try DemonstrationHome()
    server = try SSHServer(for: hospital.home)
  }

  @Test("a line that is cut in mid-form loses nothing, and the trail names its peer")
  func cutInMidForm() throws {
    let lost = try server.terminal()
    try lost.signIn(as: "reception")
    lost.type("3")
    try lost.wait(for: "Family name")
    lost.press(.text("Zwirner-Line"), .tab)
    try lost.wait(for: "Draft kept")
    lost.type("Nam")
    try lost.wait(for: "[Nam_")
    let program = try #require(server.served().first)
    lost.signal(SIGKILL)  // The client is gone without a word, as a laptop without power is.
    _ = try lost.end()
    let deadline = Deadline.ample
    while server.served().contains(where: { $0.process == program.process }), !deadline.isPast {}
    #expect(server.served().isEmpty, "the program has ended with its line")

    let again = try server.terminal()
    try again.signIn(as: "reception")
    again.type("3")
    try again.wait(for: "ZWIRNER-LINE, Nam")
    again.press(.end, .enter)
    try again.wait(for: "[Nam_")
    let other = try server.terminal()
    try other.signIn(as: "headnurse")
    #expect(!other.screen.text.uppercased().contains("ZWIRNER"), "nobody else finds it")

    let entries = "FROM audit_entry WHERE actor = 'reception' AND action = 'sign-in'"
    #expect(try hospital.sql("SELECT COUNT(*) \(entries) AND terminal = 'ssh 127.0.0.1'") == "2")
    #expect(try hospital.sql("SELECT COUNT(*) \(entries) AND terminal <> 'ssh 127.0.0.1'") == "0")
  }

  @Test("what is done and what is refused over a line stands in the trail with its peer")
  func peerOfActs() throws {
    let terminal = try server.terminal()
    try terminal.wait(for: "Password")
    terminal.press(.text("nurse"), .tab, .text("wrong"), .enter)
    try terminal.wait(for: "ERR")
    terminal.press(.control("U"), .backTab, .control("U"))
    try terminal.signIn(as: "reception")
    let here = "terminal = 'ssh 127.0.0.1'"
    #expect(try hospital.sql("SELECT COUNT(*) FROM audit_entry WHERE \(here) AND action = 'refused'") == "1")
    #expect(try hospital.sql("SELECT COUNT(*) FROM sign_in_failure WHERE \(here) AND username = 'nurse'") == "1")
  }

  @Test("no key starts a program or stops this one (H7)")
  func keys() throws {
    let terminal = try server.terminal()
    try terminal.signIn(as: "headnurse")
    let program = try #require(server.served().first).process
    let controls = "ABCDEFGHIJLMNOPQRSTUVWYZ".map { TerminalKey.control($0) }  // Without ^K, the lock, and ^X, the end.
    let signals: [UInt8] = [0x03, 0x1A, 0x1C, 0x1D, 0x1E, 0x1F, 0x00]
    for tab in ["1", "2", "4", "7", "8"] {
      terminal.type(tab)
      try terminal.wait(for: "[\(tab) ")
      for key in controls + [.text("!sh"), .enter, .text("|sh"), .enter, .text("v"), .escape, .text(":!sh"), .enter] {
        terminal.press(key)
        terminal.send(signals)
      }
      terminal.press(.escape, .escape, .escape, .escape, .escape)
      // The lock answers only when all of that has been done; and the person comes back to where they were.
      terminal.press(.control("K"))
      try terminal.wait(for: "LOCKED")
      #expect(SSHServer.children(of: program).isEmpty)
      terminal.press(.text("demo"), .enter)
      try terminal.wait(for: "LIVE")
    }
    #expect(server.served().map(\.process) == [program])
  }

  @Test func leavingThroughTheLockEndsTheLine() throws {
    let terminal = try server.terminal()
    try terminal.signIn(as: "nurse")
    terminal.press(.control("K"))
    try terminal.wait(for: "LOCKED")
    terminal.press(.control("X"))
    try terminal.wait(for: "other field")
    terminal.press(.control("X"))
    #expect(try terminal.end() == .exited(0))
    #expect(!terminal.screen.isAlternate)
  }
}
