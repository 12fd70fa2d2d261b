import CVTerm
import Glibc

/// Starts a program as the leader of a session of its own, with a terminal as its standard streams.
enum ProgramStart {
  /// The program could not be started; the code is that of `errno`.
  struct Failure: Error, CustomStringConvertible {
    let code: Int32
    var description: String { "the program could not be started: \(String(cString: strerror(code)))" }
  }

  /// The process, and the reading end of a pipe that comes to its end when the process does.
  static func start(
    _ command: [String], environment: [String: String], on terminal: String
  ) throws -> (process: pid_t, lifeline: Int32) {
    let (reading, writing) = try pipe()
    defer { close(writing) }
    do {
      let process = try spawn(command, environment) { actions in
        // The first terminal that a session leader opens becomes the one that controls it.
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        posix_spawn_file_actions_adddup2(&actions, writing, 60)
      }
      return (process, reading)
    } catch {
      close(reading)
      throw error
    }
  }

  /// A pipe whose ends no other process inherits.
  static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Failure(code: errno) }
    return (ends[0], ends[1])
  }

  /// Starts a program with the streams that `arrange` gives it.
  static func spawn(
    _ command: [String], _ environment: [String: String], _ arrange: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    arrange(&actions)
    var process: pid_t = 0
    let code = withAttributes { attributes in
      withStrings(command) { arguments in
        withStrings(environment.map { $0 + "=" + $1 }.sorted()) { variables in
          posix_spawn(&process, command[0], &actions, &attributes, arguments, variables)
        }
      }
    }
    guard code == 0 else { throw Failure(code: code) }
    return process
  }

  /// A new session, and every signal at its default: a test runner blocks and ignores some.
  private static func withAttributes(_ body: (inout posix_spawnattr_t) -> Int32) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, which Glibc's module leaves out.
    posix_spawnattr_setflags(&attributes, Int16(newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    return body(&attributes)
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
