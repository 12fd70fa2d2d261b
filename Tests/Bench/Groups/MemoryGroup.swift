extension BenchGroup {
  /// What a session costs while its person reads the screen.
  static let memory = BenchGroup(name: "memory") { world in
    let sessions = try (0..<5).map { _ in try world.hms.startAtList() }
    let memory = sessions.map { ProcessUsage.memory(of: $0.process) }
    let before = sessions.map { ProcessUsage.processorMilliseconds(of: $0.process) }.reduce(0, +)
    let start = monotonicMilliseconds()
    _ = sessions[0].pieces(first: 10_000)
    let after = sessions.map { ProcessUsage.processorMilliseconds(of: $0.process) }.reduce(0, +)
    let idle = (after - before) / (monotonicMilliseconds() - start) * 100 / Double(sessions.count)
    return [
      BenchRow("private memory of a session (of five)", "MiB", Measure(memory.map(\.own)).median / 1024, goal: 6),
      BenchRow(
        "memory with its share of what is shared", "MiB", Measure(memory.map(\.proportional)).median / 1024, goal: 16),
      BenchRow("idle processor time of a session", "%", idle, goal: 0.1),
    ]
  }
}
