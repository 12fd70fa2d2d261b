import BuiltProgramSupport
import Testing

/// A database that is not a hospital's is never made one, changed or replaced (B12): whatever `--database` names by mistake.
@Suite struct ForeignFileTests {
  private let home: ProgramHome
  private var path: String { home.path + "/letters.sqlite" }

  init() throws {
    home = try ProgramHome()
  }

  @discardableResult private func sql(_ statement: String, in path: String) throws -> String {
    let run = try ProgramRun(["/usr/bin/sqlite3", path, statement], environment: home.environment)
    #expect(run.end == .exited(0), "\(run.errors)")
    return run.output
  }

  private static let commands: [[String]] = [
    ["demo", "--no-open"], ["demo", "--no-open", "--fresh"],
    ["init", "--hospital", "X", "--admin", "okafor", "--password-stdin"], ["user", "list"], ["check"],
  ]

  @Test(arguments: commands)
  func aFileOfAnotherProgramIsLeftAsItIs(arguments: [String]) throws {
    try sql("CREATE TABLE hospital (name TEXT); INSERT INTO hospital VALUES ('kept')", in: path)
    let before = try ProgramRun(["/usr/bin/md5sum", path], environment: home.environment).output
    let run = try ProgramRun(
      [BuiltProgram.path] + arguments + ["--database", path], environment: home.environment,
      input: "four words do well\n")
    #expect(run.end == .exited(65))
    #expect(run.errors == "hms: \(path) is a database of another program; give another --database\n")
    #expect(try ProgramRun(["/usr/bin/md5sum", path], environment: home.environment).output == before)
    #expect(try ProgramRun(["/bin/ls", home.path], environment: home.environment).output == "letters.sqlite\n")
  }

  /// What `touch` leaves is no hospital without accounts: it is told as none, and `init` fills it.
  @Test func aFileWithoutAByteHoldsNoHospitalAndCanBecomeOne() throws {
    try home.write("", to: "letters.sqlite")
    for arguments in [["user", "list"], ["check"]] {
      let run = try ProgramRun(
        [BuiltProgram.path] + arguments + ["--database", path], environment: home.environment)
      #expect(run.end == .exited(66))
      #expect(run.errors == "hms: there is no hospital at \(path); make one with hms init, or try hms demo\n")
    }
    let made = try home.hms(
      "init", "--hospital", "X", "--admin", "okafor", "--password-stdin", "--database", path,
      input: "four words do well\n")
    #expect(made.end == .exited(0), "\(made.errors)")
    #expect(try home.hms("check", "--database", path).end == .exited(0))
  }

  @Test func aHospitalIsMarkedAndOneOfAnOlderHmsIsKnownByItsTablesAndMarked() throws {
    let made = try home.hms(
      "init", "--hospital", "X", "--admin", "okafor", "--password-stdin", "--database", path,
      input: "four words do well\n")
    #expect(made.end == .exited(0), "\(made.errors)")
    let mark = "1752003377\n"
    #expect(try sql("PRAGMA application_id", in: path) == mark)
    try sql("PRAGMA application_id = 0", in: path)
    #expect(try home.hms("check", "--database", path).end == .exited(0))
    #expect(try home.hms("user", "list", "--database", path).output.contains("okafor"))
    #expect(try sql("PRAGMA application_id", in: path) == mark)
    try sql("PRAGMA application_id = 7", in: path)
    #expect(try home.hms("user", "list", "--database", path).end == .exited(65))
  }

  @Test func anEmptyFileIsFilled() throws {
    try home.write("", to: "letters.sqlite")
    let run = try home.hms(
      "init", "--hospital", "X", "--admin", "okafor", "--password-stdin", "--database", path,
      input: "four words do well\n")
    #expect(run.end == .exited(0), "\(run.errors)")
  }
}
