import BuiltProgramSupport

extension BenchGroup {
  /// The audit trail: what an entry adds to an act, and the proof of a million of them (H5).
  static let audit = BenchGroup(name: "audit") { world in
    let path = try world.copy("audited")
    let contender = try world.contender(as: "reception", on: path)
    let cost = (contender.ask("audit-cost 400") ?? "").split(separator: " ").compactMap { Double($0) }
    guard cost.count == 2 else { throw BenchWorld.CannotBuild(words: "acts with and without an entry") }
    tell("adding a million entries…\n")
    contender.say("audit-entries \(entries)")
    guard contender.hear(until: .after(.seconds(900))) == "done \(entries)" else {
      throw BenchWorld.CannotBuild(words: "a million entries")
    }
    let ours = try (0..<3).map { _ in
      try seconds { try world.run([BuiltProgram.path, "--database", path, "audit", "verify"]) }
    }
    let floor = try (0..<3).map { _ in try seconds { try world.run([world.baseline + "/chain", path]) } }
    return [
      BenchRow(
        "registration with its audit entry, beside without", "ms", cost[1] / 400_000,
        baseline: cost[0] / 400_000, goal: 1.3),
      BenchRow(
        "hms audit verify, a million entries", "s", Measure(ours).median, baseline: Measure(floor).median, goal: 3),
    ]
  }

  private static let entries = 1_000_000

  /// How long a run takes that has to end well.
  private static func seconds(_ run: () throws -> ProgramRun) throws -> Double {
    let start = monotonicMilliseconds()
    let done = try run()
    guard done.end == .exited(0) else { throw BenchWorld.CannotBuild(words: done.output + done.errors) }
    return (monotonicMilliseconds() - start) / 1000
  }
}
