import BuiltProgramSupport

extension BenchGroup {
  /// Registrations by many writers at once, beside the same rows written by SQLite alone with the same care for the disk.
  static let acts = BenchGroup(name: "acts") { world in
    try [1, 32, 100].flatMap { writers -> [BenchRow] in
      let path = try world.copy("ours")
      let ours = served(
        try (0..<writers).map { _ in try world.contender(as: "reception", on: path) }, "hurry \(seconds * 1000)")
      let copy = try world.copy("floor")
      let floor = served(
        try (0..<writers).map {
          try world.conversation([world.baseline + "/acts", copy, String(seconds), String($0)])
        }, "go")
      let who = writers == 1 ? "1 writer" : "\(writers) writers"
      var rows = [
        BenchRow(
          "time for a registration, \(who)", "ms", ours.perAct, baseline: floor.perAct, goal: 2),
        BenchRow("registrations a second, \(who)", "", 1000 / ours.perAct, baseline: 1000 / floor.perAct),
        BenchRow("longest registration, \(who)", "ms", ours.longest, baseline: floor.longest),
      ]
      if writers > 1 { rows.append(BenchRow("most / least served, \(who)", "×", ours.spread, goal: 2)) }
      if ours.failed > 0 { rows.append(BenchRow("writers turned away, \(who)", "", ours.failed, goal: 0)) }
      return rows
    }
  }

  /// How long the writers write.
  private static let seconds = 5

  /// Lets the writers write, all at once; milliseconds for an act, the longest one, most served to least, failures.
  private static func served(
    _ writers: [ConversingProgram], _ word: String
  ) -> (perAct: Double, longest: Double, spread: Double, failed: Double) {
    for writer in writers { writer.say(word) }
    let answers = writers.map { ($0.hear() ?? "").split(separator: " ").dropFirst().compactMap { Double($0) } }
    let done = answers.filter { $0.count == 2 }
    let counts = done.map { $0[0] }
    return (
      Double(seconds) * 1000 / max(1, counts.reduce(0, +)), (done.map { $0[1] }.max() ?? .nan) / 1000,
      (counts.max() ?? .nan) / max(1, counts.min() ?? 0), Double(answers.count - done.count)
    )
  }
}
