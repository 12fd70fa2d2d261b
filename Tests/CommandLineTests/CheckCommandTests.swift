import BuiltProgramSupport
import Testing

/// `hms check` (O8): a sound hospital, and what it says of one that is not.
@Suite struct CheckCommandTests {
  private let home: ProgramHome
  private var database: String { home.path + "/data/hms/hospital.sqlite" }

  init() throws {
    home = try ProgramHome()
    _ = try home.hms(
      "init", "--hospital", "St Brigid", "--admin", "okafor", "--password-stdin", input: "four words do well\n")
  }

  @Test func aSoundHospitalHasALineForEachThing() throws {
    let check = try home.hms("check")
    #expect(check.end == .exited(0), "\(check.output)\(check.errors)")
    for name in ["file integrity", "foreign keys", "business rules", "audit trail", "permissions of the file"] {
      #expect(check.output.contains("OK   \(name)\n"))
    }
  }

  @Test func nothingIsChanged() throws {
    let before = try digest()
    _ = try home.hms("check")
    #expect(try digest() == before)
  }

  @Test func aFileOpenToEverybodyIsTold() throws {
    _ = try ProgramRun(["/bin/chmod", "o+r", database], environment: [:])
    let check = try home.hms("check")
    #expect(check.end == .exited(65))
    #expect(check.output.contains("ERR  permissions of the file\n"))
    #expect(check.errors.hasPrefix("hms: 1 of 5 checks failed; "))
  }

  @Test func aKeyOpenToEverybodyIsTold() throws {
    let key = try home.write("a key", to: "data/hms/seal.key")
    _ = try ProgramRun(["/bin/chmod", "604", key], environment: [:])
    let check = try home.hms("check")
    #expect(check.end == .exited(65) && check.output.contains("chmod o= \(key)"), "\(check.output)")
  }

  @Test(arguments: ["not a database", "SQLite format 3\u{0}and then nonsense, for a page or so"])
  func aDamagedFileIsToldInOneLine(content: String) throws {
    let path = try home.write(content, to: "broken.sqlite")
    let check = try home.hms("check", "--database", path)
    #expect(check.end == .exited(65))
    #expect(check.errors.hasPrefix("hms: "))
    #expect(check.errors.contains("damaged") || check.errors.contains("checks failed"))
  }

  @Test func aMissingFileIsToldInOneLine() throws {
    let check = try home.hms("check", "--database", home.path + "/none.sqlite")
    #expect(check.end == .exited(66))
    #expect(check.errors.contains("there is no hospital at"))
  }

  private func digest() throws -> String {
    try ProgramRun(["/usr/bin/sha256sum", database], environment: [:]).output
  }
}
