extension BenchGroup {
  /// Two hundred sessions at once on one host.
  static let crowd = BenchGroup(name: "crowd") { world in
    let sessions = try (0..<200).map { _ in try world.hms.startAtList() }
    let own = Measure(sessions.map { ProcessUsage.memory(of: $0.process).own })
    func processor() -> Double { sessions.reduce(0) { $0 + ProcessUsage.processorMilliseconds(of: $1.process) } }
    let before = processor()
    let start = monotonicMilliseconds()
    _ = sessions[0].pieces(first: 10_000)
    let idle = (processor() - before) / (monotonicMilliseconds() - start) * 100
    return [
      BenchRow("private memory of a session (of 200)", "MiB", own.median / 1024, goal: 6),
      BenchRow("idle processor time of 200 sessions", "%", idle, goal: 5),
    ]
  }
}
