import Glibc

/// A home folder for one test: `hms` finds its database and settings there and nothing of the person who runs the tests.
/// It is removed with the value.
package final class ProgramHome: Sendable {
  /// The folder.
  package let path: String

  package init() throws {
    var template = Array("/tmp/hms-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ProgramStart.Failure(code: errno) }
    path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = try? ProgramRun(["/bin/rm", "-rf", path], environment: [:]) }

  /// The environment of a program that lives here, pinned so that a screen is the same everywhere.
  package var environment: [String: String] {
    [
      "HOME": path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color",
      "XDG_DATA_HOME": path + "/data", "XDG_CONFIG_HOME": path + "/config", "XDG_STATE_HOME": path + "/state",
    ]
  }

  /// Runs `hms` with arguments as a script would.
  package func hms(_ arguments: String..., input: String = "", with more: [String: String] = [:]) throws -> ProgramRun {
    try ProgramRun(
      [BuiltProgram.path] + arguments, environment: environment.merging(more) { _, new in new }, input: input)
  }

  /// Opens `hms` with arguments on a terminal.
  package func terminal(
    _ arguments: String..., rows: Int = 24, columns: Int = 80, with more: [String: String] = [:]
  ) throws -> RealTerminal {
    try RealTerminal(
      [BuiltProgram.path] + arguments, environment: environment.merging(more) { _, new in new }, rows: rows,
      columns: columns)
  }

  /// Makes a hospital without patients, with the administrator `okafor`.
  package func makeHospital() throws {
    let made = try hms(
      "init", "--hospital", "St Brigid General", "--admin", "okafor", "--password-stdin", input: "quay lane 14 galway\n"
    )
    guard made.end == .exited(0) else { throw DemonstrationHome.NotMade(why: made.errors) }
  }

  /// Writes a file below the home folder, with the folders it needs; returns its path.
  @discardableResult package func write(_ text: String, to name: String) throws -> String {
    try write(bytes: Array(text.utf8), to: name)
  }

  /// The same of bytes that need be no text.
  @discardableResult package func write(bytes: [UInt8], to name: String) throws -> String {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    let file = path + "/" + name
    guard let stream = fopen(file, "w") else { throw ProgramStart.Failure(code: errno) }
    defer { fclose(stream) }
    fwrite(bytes, 1, bytes.count, stream)
    return file
  }
}
