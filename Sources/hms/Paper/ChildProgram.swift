import Glibc

/// A program of the host that is run to its end with files for its streams: nothing of it can wait for us. What it says
/// on standard error is kept. It is started by its path, without a shell, knows of our environment only what it needs, and
/// has none of our files. Nothing else in hms starts a program.
struct ChildProgram {
  /// How it ended.
  struct End {
    /// Its exit status; nil where a signal ended it.
    let status: Int32?
    /// What it wrote on standard error, at most 4 KB.
    let errors: String
  }

  /// Why it gave no end.
  enum Failure: Error {
    /// It could not be started; the error of the system.
    case notStarted(Int32)
    /// It took longer than it may.
    case tooSlow
  }

  /// The path of the program, then its arguments.
  let command: [String]
  /// How long it may take, in milliseconds.
  let limit: Int

  /// Runs it from one file to another.
  ///
  /// - Throws: `Failure`, and `CancellationError` when it was asked to stop; the program is ended then.
  func run(from input: Int32, to output: Int32, isStopped: () -> Bool) throws -> End {
    var pipes: [Int32] = [-1, -1]
    guard pipe(&pipes) == 0 else { throw Failure.notStarted(errno) }
    for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(pipes[0]) }
    let process: pid_t
    do {
      defer { close(pipes[1]) }
      process = try start(input, output, pipes[1])
    }
    var text: [UInt8] = []
    do {
      try listen(pipes[0], into: &text, isStopped)
    } catch {
      kill(-process, SIGKILL)  // It leads a group: what it started ends with it.
      _ = Self.wait(process)
      throw error
    }
    let status = Self.wait(process)
    return End(status: status & 0x7F == 0 ? status >> 8 & 0xFF : nil, errors: String(decoding: text, as: UTF8.self))
  }

  private func start(_ input: Int32, _ output: Int32, _ errors: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, stream) in [(input, Int32(0)), (output, 1), (errors, 2)] {
      posix_spawn_file_actions_adddup2(&actions, descriptor, stream)
    }
    // The screen's handling of signals is not the child's, and keys that signal go to the screen alone.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    let words = command.map { strdup($0) }
    let variables = Self.environment.map { strdup($0) }
    defer { (words + variables).forEach { free($0) } }
    Self.keepFiles()
    var process: pid_t = 0
    let code = posix_spawn(&process, command[0], &actions, &attributes, words + [nil], variables + [nil])
    guard code == 0 else { throw Failure.notStarted(code) }
    return process
  }

  /// Keeps every file but the streams to ourselves: our own are, but not those that were open when we were started.
  private static func keepFiles() {
    guard let folder = opendir("/proc/self/fd") else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if let descriptor = Int32(name), descriptor > 2 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    }
  }

  /// What a program is told: whose it is, their language and time, and where their caches are.
  private static var environment: [String] {
    let kept = ["HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "XDG_CACHE_HOME"].compactMap { name in
      UserFolders.environment(name).map { name + "=" + $0 }
    }
    return ["PATH=/usr/bin:/bin"] + kept
  }

  /// Takes what the program says until it has closed the stream, which it does by ending.
  private func listen(_ descriptor: Int32, into text: inout [UInt8], _ isStopped: () -> Bool) throws {
    let end = Self.milliseconds() + limit
    var buffer = [UInt8](repeating: 0, count: 1024)
    while true {
      if isStopped() { throw CancellationError() }
      guard Self.milliseconds() < end else { throw Failure.tooSlow }
      var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, 50) > 0 else { continue }
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return }
      if count > 0, text.count < 4096 { text += buffer[..<count] }
    }
  }

  private static func wait(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
