import Glibc

extension SSHServer {
  /// A program that serves a terminal of this server.
  package struct Served: Sendable {
    package let process: Int32
    /// The environment that it was started with.
    package let environment: [String: String]
    /// The process that waits for it: the part of `sshd` that holds the line.
    package let parent: Int32
  }

  /// Every `hms` that serves a terminal of this server now.
  package func served() -> [Served] {
    guard let folder = opendir("/proc") else { return [] }
    defer { closedir(folder) }
    var served: [Served] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let process = Int32(name), Self.executable(of: process) == BuiltProgram.path else { continue }
      let environment = Self.file("/proc/\(name)/environ").split(separator: "\0").reduce(into: [String: String]()) {
        let words = $1.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        $0[words[0]] = words.count > 1 ? words[1] : ""
      }
      guard environment["XDG_CONFIG_HOME"] == settingsFolder, environment["SSH_TTY"] != nil else { continue }
      // After the name in brackets: the state, then the parent.
      let status = Self.file("/proc/\(name)/stat").split(separator: ")").last?.split(separator: " ") ?? []
      served.append(
        Served(process: process, environment: environment, parent: status.count > 1 ? Int32(status[1]) ?? 0 : 0))
    }
    return served
  }

  /// The programs that a process has started and that still run.
  package static func children(of process: Int32) -> [Int32] {
    file("/proc/\(process)/task/\(process)/children").split(separator: " ").compactMap { Int32($0) }
  }

  private static func executable(of process: Int32) -> String? {
    guard let path = realpath("/proc/\(process)/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func file(_ path: String) -> String {
    guard let stream = fopen(path, "r") else { return "" }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, stream)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
