import Glibc

/// The largest file that a running process may write: beyond it every write fails as on a disk that takes no more.
package enum FileSizeLimit {
  /// Sets it for a process, in bytes; nil for none. False when that is not permitted. It holds for
  /// each write to a terminal too, so a few bytes would cut the screen short.
  @discardableResult package static func set(_ bytes: UInt64?, for process: Int32) throws -> Bool {
    let limit = bytes.map { "\($0):unlimited" } ?? "unlimited"
    let command = ["/usr/bin/prlimit", "--pid", String(process), "--fsize=" + limit]
    return try ProgramRun(command, environment: [:]).end == .exited(0)
  }
}
