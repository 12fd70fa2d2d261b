import CVTerm
import Glibc

/// A program on a pseudo-terminal of its own, as `sshd` or a terminal window would run it. Only bytes pass here: what they
/// draw is the emulator's business. Nothing sleeps: every wait is a `poll` with a deadline.
package final class PseudoTerminal {
  private var master: Int32
  private let lifeline: Int32
  private var status: ProgramEnd?

  /// The process that runs on it.
  package let process: pid_t

  /// Starts `command` (a path and its arguments) on a terminal of that size. The environment is `environment` and nothing
  /// else. Throws when the system can't make a terminal or start the program.
  package init(_ command: [String], environment: [String: String], rows: Int, columns: Int) throws {
    master = try Self.openMaster()
    Self.setSize(of: master, rows, columns)
    do {
      (process, lifeline) = try ProgramStart.start(command, environment: environment, on: try Self.name(of: master))
    } catch {
      close(master)
      throw error
    }
  }

  deinit {
    if status == nil { kill(process, SIGKILL) }
    if master >= 0 { close(master) }
    if status == nil { waitpid(process, nil, 0) }
    close(lifeline)
  }

  /// What to `poll` for output.
  package var descriptor: Int32 { master }

  /// Changes the window's size, as dragging its corner does.
  package func resize(rows: Int, columns: Int) { Self.setSize(of: master, rows, columns) }

  /// Types bytes.
  package func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
    }
  }

  /// What the program writes next, waiting for it until `deadline`. Empty when the time is over; nil when the program has
  /// closed the terminal.
  package func read(until deadline: Deadline) -> [UInt8]? {
    guard master >= 0 else { return nil }
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, deadline.pollMilliseconds) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(master, &bytes, bytes.count)
    if count > 0 { return Array(bytes[..<count]) }
    return count < 0 && errno == EINTR ? [] : nil
  }

  /// Drops the line, as a lost connection does: the program is sent SIGHUP by the kernel.
  package func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) { kill(process, number) }

  /// How the program ended, waiting for it until `deadline`; nil when it still runs then.
  package func end(until deadline: Deadline) -> ProgramEnd? {
    if let status { return status }
    // The program holds the lifeline's other end as long as it lives; what it writes meanwhile must not hold it up.
    while true {
      var watched = [
        pollfd(fd: lifeline, events: Int16(POLLIN), revents: 0), pollfd(fd: master, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&watched, 2, deadline.pollMilliseconds) > 0 else { return nil }
      if watched[0].revents != 0 { break }
      if read(until: deadline) == nil { hangUp() }
    }
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0, errno == EINTR {}
    status = ProgramEnd(waitStatus: raw)
    return status
  }

  /// Whether the terminal is as a shell left it: echo on, lines edited by the kernel, signals from keys.
  package var isCooked: Bool {
    var modes = termios()
    guard tcgetattr(master, &modes) == 0 else { return false }
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return modes.c_lflag & wanted == wanted
  }

  private static func openMaster() throws -> Int32 {
    let master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0 else { throw ProgramStart.Failure(code: errno) }
    return master
  }

  private static func name(of master: Int32) throws -> String {
    var name = [CChar](repeating: 0, count: 128)
    let code = ptsname_r(master, &name, name.count)
    guard code == 0 else { throw ProgramStart.Failure(code: code) }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func setSize(of master: Int32, _ rows: Int, _ columns: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }
}
