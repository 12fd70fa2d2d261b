import Glibc

/// A small disk in memory over a folder: a program that is started on it, and whatever enters beside it, see it and nobody
/// else does. It goes with the last of them.
package struct SmallDisk: Sendable {
  /// The folder that the disk takes the place of; what is in it is copied.
  package let folder: String
  /// The size of the disk, in mebibytes.
  package let megabytes: Int

  package init(over folder: String, megabytes: Int) {
    self.folder = folder
    self.megabytes = megabytes
  }

  /// Whether this host lets a user have such a disk.
  package static var isPermitted: Bool {
    let disk = SmallDisk(over: "/tmp", megabytes: 1)
    let run = try? ProgramRun(disk.start(["/bin/true"], copying: false), environment: ["PATH": "/usr/bin:/bin"])
    return run?.end == .exited(0)
  }

  /// The command that starts a command on the disk.
  package func start(_ command: [String]) -> [String] { start(command, copying: true) }

  private func start(_ command: [String], copying: Bool) -> [String] {
    let script =
      copying
      ? """
      cp -a "$1" "$1.kept" && mount -t tmpfs -o size="$2"m tmpfs "$1" && cp -a "$1.kept/." "$1" && shift 2 && exec "$@"
      """ : #"mount -t tmpfs -o size="$2"m tmpfs "$1" && shift 2 && exec "$@""#
    return ["/usr/bin/unshare", "--user", "--map-root-user", "--mount", "/bin/sh", "-c", script, "sh", folder]
      + [String(megabytes)] + command
  }

  /// Runs a command on the disk that a process was started on.
  package static func run(
    _ command: [String], beside process: Int32, environment: [String: String]
  ) throws -> ProgramRun {
    try ProgramRun(
      ["/usr/bin/nsenter", "--target", String(process), "--user", "--mount", "--preserve-credentials", "--"] + command,
      environment: environment)
  }

  /// Takes all the room that is left on it.
  package func fill(beside process: Int32) throws {
    let filler = #"cat /dev/zero > "$1/filler"; echo -n x >> "$1/filler" && exit 1 || exit 0"#
    _ = try Self.run(
      ["/bin/sh", "-c", filler, "sh", folder], beside: process, environment: ["PATH": "/usr/bin:/bin"])
  }

  /// Gives it back.
  package func makeRoom(beside process: Int32) throws {
    _ = try Self.run(["/bin/rm", folder + "/filler"], beside: process, environment: [:])
  }
}
