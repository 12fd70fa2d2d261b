import BuiltProgramSupport
import Glibc

extension BenchGroup {
  /// Two hundred lines at once (or `--lines`) over a real `sshd` on this host: a hospital whose network has come back.
  /// Baselines are the same without a line between. Where the tests run as root, `sshd` has one process for a line; for an account such as
  /// `hms` it has two.
  static let ssh = BenchGroup(name: "ssh") { world in
    let server = try world.server()
    let lines = try linesAtOnce(world.options.lines, of: server, in: world)
    let (sessions, count) = (lines.sessions, lines.sessions.count)
    for session in sessions { try world.hms.openList(session) }
    for session in sessions { _ = session.pieces(quiet: 20) }
    let served = server.served()
    guard served.count == sessions.count else { throw SSHServer.NotServing(why: "\(served.count) lines are served") }
    let own = Measure(served.map { ProcessUsage.memory(of: $0.process).own })
    let shared = Measure(served.map { ProcessUsage.memory(of: $0.process).proportional })
    let daemons = Measure(served.map { ProcessUsage.memory(of: $0.parent).own })
    // A whole minute, because every screen shows its clock anew once in it.
    func processor() -> (hms: Double, sshd: Double) {
      served.reduce((0, 0)) {
        (
          $0.0 + ProcessUsage.processorMilliseconds(of: $1.process),
          $0.1 + ProcessUsage.processorMilliseconds(of: $1.parent)
        )
      }
    }
    let (before, start) = (processor(), monotonicMilliseconds())
    poll(nil, 0, 60_000)
    let (after, minute) = (processor(), monotonicMilliseconds() - start)
    let keys = Measure((0..<max(world.runs, 10) * 3).compactMap { _ in sessions[0].answer(to: [.down])?.milliseconds })
    let local = try keyToPaint(of: world.hms, world.runs, 24, 80)
    return [
      BenchRow("\(count) lines at once, until the last can sign in", "ms", lines.milliseconds),
      BenchRow("private memory of hms on a line, median", "MiB", own.median / 1024, goal: 6),
      BenchRow("private memory of hms on a line, p99", "MiB", own.p99 / 1024),
      BenchRow("memory of hms with its share of the shared", "MiB", shared.median / 1024, goal: 16),
      BenchRow("private memory of sshd for a line", "MiB", daemons.median / 1024),
      BenchRow(
        "idle processor of \(count) hms, of one core", "%", (after.hms - before.hms) / minute * 100,
        goal: 5),
      BenchRow(
        "idle processor of sshd for them, of one core", "%", (after.sshd - before.sshd) / minute * 100),
      BenchRow("key to paint on a line, 80×24, median", "ms", keys.median, baseline: local.median),
      BenchRow("key to paint on a line, 80×24, p99", "ms", keys.p99, baseline: local.p99),
    ]
  }

  /// Connects so many clients at once, and how long it takes until the last shows the sign-in.
  private static func linesAtOnce(
    _ count: Int, of server: SSHServer, in world: BenchWorld
  ) throws -> (sessions: [TimedTerminal], milliseconds: Double) {
    let start = monotonicMilliseconds()
    let sessions = try (0..<count).map { _ in
      try TimedTerminal(
        server.command("ssh", ["-tt"], then: ["127.0.0.1"]), environment: world.hms.environment, rows: 24, columns: 80)
    }
    for session in sessions { try session.wait(for: world.hms.firstPaint) }
    return (sessions, monotonicMilliseconds() - start)
  }
}
