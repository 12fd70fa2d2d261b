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

  /// A patient's account, for the one patient that an import brings.
  @Test func aPatientsAccountNamesThePatient() throws {
    let demonstration = try ProgramHome()
    _ = try demonstration.hms("demo", "--no-open")
    let path = demonstration.path + "/data/hms/hospital.sqlite"
    func sql(_ statement: String) throws -> String {
      try ProgramRun(["/usr/bin/sqlite3", path, statement], environment: demonstration.environment).output
        .filter { !$0.isNewline }
    }
    let free =
      "FROM patient WHERE died_at IS NULL AND id NOT IN (SELECT patient_id FROM account WHERE role = 'patient')"
    let number = try sql("SELECT number \(free) ORDER BY number LIMIT 1")
    let added = try demonstration.hms(
      "user", "add", "mine", "--role", "patient", "--patient", number, "--password-stdin", input: "demo\n")
    #expect(added.end == .exited(0), "\(added.errors)")
    #expect(
      try sql("SELECT patient.number FROM account JOIN patient ON patient.id = patient_id WHERE username = 'mine'")
        == number)
    for (arguments, status) in [
      (["add", "again", "--role", "patient", "--patient", number, "--password-stdin"], Int32(1)),
      (["add", "again", "--role", "patient", "--patient", "9999999991", "--password-stdin"], 1),
      (["add", "again", "--role", "patient", "--patient", "12", "--password-stdin"], 64),
      (["add", "again", "--role", "patient", "--password-stdin"], 64),
      (["add", "again", "--role", "nurse", "--patient", number, "--password-stdin"], 64),
      (["role", "nurse", "patient"], 1), (["role", "mine", "nurse"], 1),
    ] {
      let run = try ProgramRun(
        [BuiltProgram.path, "user"] + arguments, environment: demonstration.environment, input: "demo\n")
      #expect(run.end == .exited(status), "\(arguments): \(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1)
    }
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
