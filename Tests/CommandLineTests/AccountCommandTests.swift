import BuiltProgramSupport
import Testing

/// `hms init` and `hms user` (H2, H5): who may sign in, kept from the host's command line.
@Suite struct AccountCommandTests {
  private let home: ProgramHome
  private let password = "four words do well\n"

  init() throws {
    home = try ProgramHome()
    let made = try home.hms(
      "init", "--hospital", "St Brigid", "--admin", "okafor", "--password-stdin", input: password)
    #expect(made.end == .exited(0), "\(made.errors)")
  }

  @Test func anAdministratorAddsAnAccount() throws {
    let added = try home.hms(
      "user", "add", "lind", "--role", "nurse", "--name", "Maja Lind", "--password-stdin", input: password)
    #expect(added.end == .exited(0), "\(added.errors)")
    let list = try home.hms("user", "list").output
    #expect(list.contains("lind    Maja Lind  nurse          open"))
    let json = try home.hms("user", "list", "--json").output
    #expect(json.contains(#""role" : "nurse""#))
  }

  @Test func changesShowInTheList() throws {
    _ = try home.hms("user", "add", "lind", "--role", "nurse", "--password-stdin", input: password)
    #expect(try home.hms("user", "role", "lind", "headnurse", "--reason", "promoted").end == .exited(0))
    #expect(try home.hms("user", "lock", "lind").end == .exited(0))
    #expect(try home.hms("user", "list").output.contains("head nurse     locked"))
    #expect(try home.hms("user", "unlock", "lind").end == .exited(0))
    #expect(try home.hms("user", "reset", "lind", "--password-stdin", input: "a new one of words\n").end == .exited(0))
    #expect(try home.hms("user", "list").output.contains("head nurse     open"))
  }

  @Test(arguments: ["demo", "okaforokafor1", "aaaaaaaaaaaaaa", ""])
  func aRealHospitalRefusesAWeakPassword(weak: String) throws {
    let other = try ProgramHome()
    let made = try other.hms(
      "init", "--hospital", "X", "--admin", "okafor", "--password-stdin", input: weak + "\n")
    #expect(made.end != .exited(0))
    #expect(try other.hms("user", "list").end == .exited(66))
    #expect(try home.hms("user", "add", "okafo", "--role", "nurse", "--password-stdin", input: weak).end != .exited(0))
  }

  private static let refused: [(arguments: [String], status: Int32)] = [
    (["user", "lock", "okafor"], 1), (["user", "lock", "nobody"], 1), (["user", "role", "okafor", "boss"], 64),
    (["user", "list", "--admin", "nobody"], 77), (["user", "add", "okafor", "--role", "nurse", "--password-stdin"], 1),
    (["init", "--hospital", "Y", "--admin", "okafor", "--password-stdin"], 73),
  ]

  @Test(arguments: refused)
  func whatCanNotBeIsSaidInOneLine(arguments: [String], status: Int32) throws {
    let run = try ProgramRun([BuiltProgram.path] + arguments, environment: home.environment, input: password)
    #expect(run.end == .exited(status), "\(run.errors)")
    #expect(run.errors.hasPrefix("hms: "))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func aPasswordIsAskedForWithoutShowingIt() throws {
    let terminal = try home.terminal("user", "add", "lind", "--role", "nurse")
    try terminal.wait(for: "New password of lind:")
    terminal.press(.text("four words"), .backspace, .text("s do well"), .enter)
    try terminal.wait(for: "The same again:")
    terminal.press(.text("four words"), .backspace, .text("s do well"), .enter)
    try terminal.wait(for: "lind may sign in as a nurse.")
    #expect(try terminal.end() == .exited(0))
    #expect(!terminal.screen.text.contains("four"))
  }

  @Test func leavingThePromptLeavesTheTerminalAsItWas() throws {
    let terminal = try home.terminal("user", "reset", "okafor")
    try terminal.wait(for: "New password of okafor:")
    terminal.press(.control("C"))
    try terminal.wait(for: "nothing was changed")
    #expect(terminal.isCooked)
    #expect(try terminal.end() == .exited(1))
  }
}
