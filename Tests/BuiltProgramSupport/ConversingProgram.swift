import Glibc

/// A program that is talked to line by line through pipes.
package final class ConversingProgram {
  private let input: Int32
  private let output: Int32
  private var pending: [UInt8] = []
  private var hasEnded = false

  /// The process.
  package let process: pid_t

  /// Starts a command (a path and its arguments); its standard error is the caller's.
  package init(_ command: [String], environment: [String: String]) throws {
    signal(SIGPIPE, SIG_IGN)
    let (inputReading, inputWriting) = try ProgramStart.pipe()
    let (outputReading, outputWriting) = try ProgramStart.pipe()
    process = try ProgramStart.spawn(command, environment) { actions in
      posix_spawn_file_actions_adddup2(&actions, inputReading, 0)
      posix_spawn_file_actions_adddup2(&actions, outputWriting, 1)
    }
    close(inputReading)
    close(outputWriting)
    (input, output) = (inputWriting, outputReading)
  }

  deinit {
    close(input)
    close(output)
    guard isRunning else { return }
    Glibc.kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// Says a line.
  package func say(_ line: String) {
    _ = Array((line + "\n").utf8).withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
  }

  /// The next line that the program says, waiting for it until `deadline`; nil when there is none.
  package func hear(until deadline: Deadline = .ample) -> String? {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        defer { pending.removeSubrange(...end) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      var watched = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, deadline.pollMilliseconds) > 0 else { return nil }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { return nil }
      pending += buffer[..<count]
    }
  }

  /// Says a line and gives the answer.
  package func ask(_ line: String) -> String? {
    say(line)
    return hear()
  }

  /// Whether it still runs.
  package var isRunning: Bool {
    if !hasEnded { hasEnded = waitpid(process, nil, WNOHANG) == process }
    return !hasEnded
  }

  /// Ends the program at once, wherever it is.
  package func kill() { if !hasEnded { Glibc.kill(process, SIGKILL) } }
}
