import DatabaseKit
import HospitalDomain
import HospitalServices

/// A session without a screen, for races and benchmarks: `hms-contender DATABASE USER`. It says `ready`, then does one act for
/// each line it is given and answers each with a line: `done …`, `refused CODE SENTENCE` or `fault …`. `stream` registers
/// patients without end and answers each as soon as it is on file.
@main
enum ContenderProgram {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { return say("fault usage: hms-contender DATABASE USER") }
    do {
      var contender = try Contender(path: arguments[1], username: arguments[2])
      say("ready")
      while let line = readLine() {
        repeat { say(contender.answer(line == "stream" ? "register 1" : line)) } while line == "stream"
      }
    } catch {
      say("fault \(error)")
    }
  }

  private static func say(_ line: String) {
    Answer(line).write()
  }
}
