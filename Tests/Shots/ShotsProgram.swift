import BuiltProgramSupport
import Glibc

/// Makes the README's pictures again from the built program: `hms-shots FOLDER`. Driven by `script/shots`.
@main
enum ShotsProgram {
  static func main() throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "docs/shots"
    let home = try ProgramHome()
    let made = try home.hms("demo", "--no-open", "--seed", "1")
    guard made.end == .exited(0) else { throw NotTaken(why: made.errors) }
    for shot in Shot.all {
      try write(try shot.take(in: home), to: "\(folder)/\(shot.name).svg")
    }
  }

  private static func write(_ picture: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw NotTaken(why: "\(path) can't be written") }
    defer { fclose(file) }
    fputs(picture, file)
    print(path)
  }

  /// No picture was made.
  struct NotTaken: Error {
    let why: String
  }
}
