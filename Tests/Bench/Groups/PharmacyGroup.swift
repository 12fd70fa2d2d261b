import BuiltProgramSupport

extension BenchGroup {
  /// The queue of the pharmacy with 5,000 prescriptions beside SQLite alone reading its rows; a change in one session as it
  /// is painted in others; and what many pharmacists dispense, beside the same rows written by SQLite alone (M1, M4).
  static let pharmacy = BenchGroup(name: "pharmacy") { world in
    let path = try world.copyWithQueue("queue", of: 5_000)
    return try queue(of: world, path) + changes(of: world, path) + dispensings(of: world)
  }

  /// From the key to the last byte of the queue.
  private static func queue(of world: BenchWorld, _ path: String) throws -> [BenchRow] {
    let hms = world.subject(as: "pharmacist", on: path)
    let opened = Measure(
      try (0..<world.runs).compactMap { _ in
        let terminal = try hms.startAtList()
        let answer = terminal.answer(to: [.text("6")], quiet: 500)
        try terminal.wait(for: "MEDICINE")
        return answer?.milliseconds
      })
    let floor = figures(
      try ProgramRun([world.baseline + "/pharmacy", path, "queue", String(world.runs)], environment: [:]).output)
    return [
      BenchRow(
        "queue of 5,000 prescriptions to first paint", "ms", opened.median, baseline: floor.median / 1000, goal: 3)
    ]
  }

  /// From the commit of a pharmacist who verifies to the paint in the queues of the others.
  private static func changes(of world: BenchWorld, _ path: String) throws -> [BenchRow] {
    let actor = try world.contender(as: "pharmacist", on: path)
    guard let row = actor.ask("queue-row")?.dropFirst("done ".count), !row.isEmpty else { return [] }
    let hms = world.subject(as: "pharmacist", on: path)
    var rows: [BenchRow] = []
    for (count, goal) in [(1, 50.0), (32, 500.0)] {
      let sessions = try (0..<count).map { _ in
        let terminal = try hms.startAtList()
        _ = terminal.answer(to: [.text("6")], quiet: 500)
        return terminal
      }
      let paints = try CommitToPaint(20, in: sessions, by: actor) { round in
        "\(round.isMultiple(of: 2) ? "queue-verify" : "queue-again") \(row)"
      }
      let who = count == 1 ? "1 other session" : "\(count) others"
      rows += paints.rows("verified to paint in \(who), queue of 5,000", goal: goal)
    }
    return rows
  }

  /// Pharmacists who dispense, each what was verified for them.
  private static func dispensings(of world: BenchWorld) throws -> [BenchRow] {
    try [1, 32].flatMap { writers in
      try rows(
        of: "dispensing", "dispensings", lot: "dispensings", as: "pharmacist", floor: "pharmacy", writers, in: world,
        WritersFiles(writers) { try world.copyWithVerified($0, of: 20_000) })
    }
  }
}
