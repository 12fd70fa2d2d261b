import BuiltProgramSupport
import Glibc
import Testing

/// A hospital that may only be read by who starts the program is refused in one sentence, and nothing of it is touched (O8).
@Suite(.enabled(if: SmallDisk.isPermitted)) struct UnwritableFileTests {
  private let home: ProgramHome
  private var folder: String { home.path + "/data/hms" }

  init() throws {
    home = try ProgramHome()
    _ = try home.hms(
      "init", "--hospital", "St Brigid", "--admin", "okafor", "--password-stdin", input: "four words do well\n")
  }

  @Test(arguments: ["/hospital.sqlite", ""]) func itIsSaidWhatMayNotBeWritten(_ name: String) throws {
    let mode: mode_t = name.isEmpty ? 0o500 : 0o400
    #expect(chmod(folder + name, mode) == 0)
    defer { chmod(folder + name, 0o700) }
    // In a namespace of its own even the superuser has no more rights than the file gives.
    let run = try ProgramRun(
      ["/usr/bin/unshare", "--user", BuiltProgram.path, "user", "list"], environment: home.environment)
    #expect(run.end == .exited(77))
    #expect(
      run.errors
        == "hms: the database may only be read by this user; ask its owner for the right to write\n")
    #expect(run.output.isEmpty)
  }
}
