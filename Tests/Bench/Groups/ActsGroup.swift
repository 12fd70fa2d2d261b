import BuiltProgramSupport

extension BenchGroup {
  /// Registrations by many writers at once, beside the same rows written by SQLite alone with the same care for the disk.
  static let acts = BenchGroup(name: "acts") { world in
    try manyWriters { writers in
      let path = try world.copy("ours")
      let ours = Writers(
        try (0..<writers).map { _ in
          let contender = try world.contender(as: "reception", on: path)
          _ = contender.ask("register 1")
          return contender
        }, told: "hurry \(milliseconds)", for: milliseconds)
      return try rows(
        "registration", "registrations", writers, ours,
        floor("acts", world.copy("floor"), writers, in: world) { [String($0)] },
        inTurns: writers > 1
          ? floor("acts", world.copy("turns"), writers, in: world, inTurns: true) { [String($0)] } : nil)
    }
  }

  /// The floor of a kind of act: SQLite alone, and whether its writers take turns as those of hms do.
  private static func floor(
    _ program: String, _ path: String, _ writers: Int, in world: BenchWorld, inTurns: Bool = false,
    _ arguments: (Int) -> [String]
  ) throws -> Writers {
    let way = inTurns ? ["/usr/bin/env", "IN_TURNS=1"] : []
    return Writers(
      try (0..<writers).map {
        try world.conversation(way + ["\(world.baseline)/\(program)", path, String(milliseconds)] + arguments($0))
      }, told: "go", for: milliseconds)
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

  /// How long the writers write in each round, in milliseconds, and how many rounds there are.
  private static let (milliseconds, rounds) = (2_000, 5)

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
    func floor(on path: String, inTurns: Bool = false) throws -> Writers {
      try Self.floor(program, path, writers, in: world, inTurns: inTurns) { [kind, String($0), String(writers)] }
    }
    return rows(
      one, many, writers, Writers(contenders, told: "spend \(milliseconds)", for: milliseconds),
      try floor(on: files.floor),
      inTurns: try files.turns.map { try floor(on: $0, inTurns: true) })
  }

  /// Lets them write, and tells how they did.
  ///
  /// - Parameter turns: the floor whose writers take turns; nil for one writer.
  private static func rows(
    _ one: String, _ many: String, _ writers: Int, _ ours: Writers, _ floor: Writers, inTurns turns: Writers?
  ) -> [BenchRow] {
    Writers.write([ours, floor] + (turns.map { [$0] } ?? []), rounds: rounds)
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
}
