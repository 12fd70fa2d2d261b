import BuiltProgramSupport

extension BenchGroup {
  /// From a commit in one session to the paint in the others.
  static let live = BenchGroup(name: "live") { world in
    let actor = try world.contender(as: "headnurse")
    guard let room = actor.ask("free")?.dropFirst("done ".count), !room.isEmpty else { return [] }
    var rows: [BenchRow] = []
    for (count, goal) in [(1, 10.0), (32, 20.0), (100, 50.0)] {
      let paints = try boardPaints(count == 1 ? 300 : 120, in: count, of: world, actor, room: String(room))
      rows += paints.rows("commit to paint in \(count == 1 ? "1 other session" : "\(count) others")", goal: goal)
      guard count == 1 else { continue }
      rows.append(BenchRow("bytes for one room changed", "B", paints.bytes(ofOdd: false).median, goal: 40))
      rows.append(BenchRow("  with the note that it became free", "B", paints.bytes(ofOdd: true).median))
    }
    return rows
  }

  /// Commits of a room to be cleaned, and of one that became free, in turns, seen by so many boards.
  static func boardPaints(
    _ rounds: Int, in count: Int, of world: BenchWorld, _ actor: ConversingProgram, room: String
  ) throws -> CommitToPaint {
    let sessions = try (0..<count).map { _ in try world.hms.startAtList() }
    return try CommitToPaint(rounds, in: sessions, by: actor) { round in
      "\(round.isMultiple(of: 2) ? "dirty" : "tidy") \(room)"
    }
  }
}
