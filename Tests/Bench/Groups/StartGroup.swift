extension BenchGroup {
  /// From the start of the process to its first screen.
  static let start = BenchGroup(name: "start") { world in
    let (hms, list) = try (firstPaint(of: world.hms, world.runs), firstPaint(of: world.list, world.runs))
    return [
      BenchRow("start to first paint, 500 rooms, 20,000 patients", "ms", hms.median, baseline: list.median, goal: 4)
    ]
  }

  /// From the start of the process to its first screen, in milliseconds.
  static func firstPaint(of subject: BenchSubject, _ runs: Int) throws -> Measure {
    Measure(
      try (0..<runs).compactMap { _ in
        let terminal = try subject.start()
        let pieces = terminal.pieces(quiet: 250, first: 10_000)
        return TimedTerminal.moment(of: subject.firstPaint, in: pieces, rows: 24, columns: 80)
      })
  }
}
