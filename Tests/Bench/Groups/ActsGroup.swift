import BuiltProgramSupport

extension BenchGroup {
  /// Registrations by many writers at once, beside the same rows written by SQLite alone with the same care for the disk.
  static let acts = BenchGroup(name: "acts") { world in
    try manyWriters { writers in
      let path = try world.copy("ours")
      let ours = served(
        try (0..<writers).map { _ in
          let contender = try world.contender(as: "reception", on: path)
          _ = contender.ask("register 1")
          return contender
        }, "hurry \(seconds * 1000)")
      func floor(inTurns: Bool) throws -> Served {
        let copy = try world.copy("floor")
        return try Self.floor("acts", copy, writers, in: world, inTurns: inTurns) { [String($0)] }
      }
      return rows(
        "registration", "registrations", writers, ours, try floor(inTurns: false),
        inTurns: writers > 1 ? try floor(inTurns: true) : nil)
    }
  }

  /// The floor of a kind of act: SQLite alone, and whether its writers take turns as those of hms do.
  private static func floor(
    _ program: String, _ path: String, _ writers: Int, in world: BenchWorld, inTurns: Bool,
    _ arguments: (Int) -> [String]
  ) throws -> Served {
    let way = inTurns ? ["/usr/bin/env", "IN_TURNS=1"] : []
    return served(
      try (0..<writers).map {
        try world.conversation(way + ["\(world.baseline)/\(program)", path, String(seconds)] + arguments($0))
      }, "go")
  }

  /// Admissions, and then the check-outs (order, exit, waiver, close) of the same patients.
  static let stays = BenchGroup(name: "stays") { world in
    try manyWriters { writers in
      let files = try WritersFiles(writers) { try world.copyWithRooms($0) }
      return try rows(of: "admission", "admissions", lot: "admissions", as: "reception", writers, in: world, files)
        + rows(of: "check-out", "check-outs", lot: "departures", as: "headdoctor", writers, in: world, files)
    }
  }

  /// Invoices that are issued and paid.
  static let sales = BenchGroup(name: "sales") { world in
    try manyWriters { writers in
      try rows(
        of: "issue and payment", "issues and payments", lot: "sales", as: "cashier", writers, in: world,
        WritersFiles(writers) { try world.copyWithDrafts($0) })
    }
  }

  /// How long the writers write, in seconds.
  private static let seconds = 5

  private static func manyWriters(_ measure: (Int) throws -> [BenchRow]) rethrows -> [BenchRow] {
    try [1, 32, 100].flatMap(measure)
  }

  /// The files of one measurement: one for hms, one for SQLite alone, and one for SQLite in turns where there are many.
  struct WritersFiles {
    let ours: String, floor: String, turns: String?

    init(_ writers: Int, _ make: (String) throws -> String) rethrows {
      (ours, floor, turns) = try (make("ours"), make("floor"), writers > 1 ? make("turns") : nil)
    }
  }

  /// The rows of a kind of act that `hms-contender` does, beside SQLite alone.
  static func rows(
    of one: String, _ many: String, lot kind: String, as user: String, floor program: String = "stays", _ writers: Int,
    in world: BenchWorld, _ files: WritersFiles
  ) throws -> [BenchRow] {
    let contenders = try (0..<writers).map { _ in try world.contender(as: user, on: files.ours) }
    for (number, contender) in contenders.enumerated() {
      let answer = contender.ask("lot \(kind) \(number) \(writers)") ?? "silent"
      guard answer == "done ready" else { throw NotDone(answer: answer) }
    }
    let ours = served(contenders, "spend \(seconds * 1000)")
    func floor(on path: String, inTurns: Bool) throws -> Served {
      try Self.floor(program, path, writers, in: world, inTurns: inTurns) { [kind, String($0), String(writers)] }
    }
    return rows(
      one, many, writers, ours, try floor(on: files.floor, inTurns: false),
      inTurns: try files.turns.map { try floor(on: $0, inTurns: true) })
  }

  /// - Parameter turns: the floor whose writers take turns; nil for one writer.
  private static func rows(
    _ one: String, _ many: String, _ writers: Int, _ ours: Served, _ floor: Served, inTurns turns: Served?
  ) -> [BenchRow] {
    let who = writers == 1 ? "1 writer" : "\(writers) writers"
    var rows = [
      BenchRow("time for one \(one), \(who)", "ms", ours.perAct, baseline: floor.perAct, goal: 2),
      BenchRow("\(many) a second, \(who)", "", 1000 / ours.perAct, baseline: 1000 / floor.perAct),
      BenchRow("longest \(one), \(who)", "ms", ours.longest, baseline: floor.longest),
    ]
    if let turns {
      rows += [
        BenchRow("most / least served, \(many), \(who)", "×", ours.spread, goal: 2),
        BenchRow("most / least served by SQLite alone, \(who)", "×", floor.spread),
        BenchRow("beside SQLite in turns: one \(one), \(who)", "ms", ours.perAct, baseline: turns.perAct, goal: 2),
        BenchRow("beside SQLite in turns: longest, \(who)", "ms", ours.longest, baseline: turns.longest),
        BenchRow("most / least served by SQLite in turns, \(who)", "×", turns.spread),
      ]
    }
    if ours.failed > 0 { rows.append(BenchRow("writers turned away, \(many), \(who)", "", ours.failed, goal: 0)) }
    return rows
  }

  /// How many writers were served.
  private struct Served {
    /// Milliseconds for an act, of the longest act, most served to least, and writers that failed.
    let perAct: Double, longest: Double, spread: Double, failed: Double
  }

  /// Lets the writers write, all at once.
  private static func served(_ writers: [ConversingProgram], _ word: String) -> Served {
    for writer in writers { writer.say(word) }
    let answers = writers.map { $0.hear() ?? "silent" }
    let figures = answers.map { $0.split(separator: " ").dropFirst().compactMap { Double($0) } }
    let done = figures.filter { $0.count == 3 }
    if let other = answers.first(where: { !$0.hasPrefix("done ") }) { tell("a writer ended: \(other)\n") }
    let counts = done.map { $0[0] }
    return Served(
      // Who came to the end of what there was to do did it in less time.
      perAct: (done.map { $0[2] }.max() ?? .nan) / 1000 / max(1, counts.reduce(0, +)),
      longest: (done.map { $0[1] }.max() ?? .nan) / 1000,
      spread: (counts.max() ?? .nan) / max(1, counts.min() ?? 0), failed: Double(answers.count - done.count))
  }
}
