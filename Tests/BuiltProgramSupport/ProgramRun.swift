import Glibc

/// One run of a program with pipes for its streams, as a script would make it.
package struct ProgramRun: Sendable {
  /// How it ended.
  package let end: ProgramEnd
  /// What it wrote on standard output.
  package let output: String
  /// What it wrote on standard error.
  package let errors: String

  /// Runs a command (a path and its arguments) to its end, with `input` on standard input.
  package init(
    _ command: [String], environment: [String: String], input: String = "", until deadline: Deadline = .ample
  ) throws {
    signal(SIGPIPE, SIG_IGN)  // A program may end without reading its input.
    let (inputReading, inputWriting) = try ProgramStart.pipe()
    let (outputReading, outputWriting) = try ProgramStart.pipe()
    let (errorsReading, errorsWriting) = try ProgramStart.pipe()
    let process = try ProgramStart.spawn(command, environment) { actions in
      posix_spawn_file_actions_adddup2(&actions, inputReading, 0)
      posix_spawn_file_actions_adddup2(&actions, outputWriting, 1)
      posix_spawn_file_actions_adddup2(&actions, errorsWriting, 2)
    }
    for descriptor in [inputReading, outputWriting, errorsWriting] { close(descriptor) }
    defer { for descriptor in [outputReading, errorsReading] { close(descriptor) } }

    Self.write(input, to: inputWriting)
    let taken = Self.takeAll(of: [outputReading, errorsReading], until: deadline)
    if deadline.isPast { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    end = ProgramEnd(waitStatus: status)
    output = taken[0]
    errors = taken[1]
  }

  /// Writes what fits in the pipe: the inputs of tests are small.
  private static func write(_ input: String, to descriptor: Int32) {
    defer { close(descriptor) }
    _ = Array(input.utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  private static func takeAll(of descriptors: [Int32], until deadline: Deadline) -> [String] {
    var taken = descriptors.map { _ in [UInt8]() }
    var open = Set(descriptors.indices)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !open.isEmpty, !deadline.isPast {
      var watched = descriptors.indices.map {
        pollfd(fd: open.contains($0) ? descriptors[$0] : -1, events: Int16(POLLIN), revents: 0)
      }
      guard poll(&watched, nfds_t(watched.count), deadline.pollMilliseconds) > 0 else { break }
      for index in open where watched[index].revents != 0 {
        let count = read(descriptors[index], &buffer, buffer.count)
        if count > 0 { taken[index] += buffer[..<count] } else { open.remove(index) }
      }
    }
    return taken.map { String(decoding: $0, as: UTF8.self) }
  }
}
