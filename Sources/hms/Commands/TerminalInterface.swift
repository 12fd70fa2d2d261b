import Glibc
import HospitalServices

/// Opens the screens on a hospital.
enum TerminalInterface {
  /// Throws unless a person sits at both ends.
  static func confirmTerminal() throws {
    for (descriptor, name) in [(STDIN_FILENO, "input"), (STDOUT_FILENO, "output")] where isatty(descriptor) != 1 {
      throw CommandFailure(
        .usage, "the terminal interface needs a terminal, and standard \(name) is none",
        remedy: "run hms in a terminal, or use a command of hms --help in pipes")
    }
  }

  /// Shows the screens of a hospital until the person leaves them.
  static func open(_ workplace: Workplace, look: ScreenLook) throws {}
}
