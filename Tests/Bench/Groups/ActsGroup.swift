import BuiltProgramSupport

extension BenchGroup {
  /// Registrations by many writers at once, beside the same rows written by SQLite alone with the same care for the disk.
  static let acts = BenchGroup(name: "acts") { world in
    try manyWriters { writers in
      let path = try world.copy("ours")
      let ours = served(
        try (0..<writers).map { _ in try world.contender(as: "reception", on: path) }, "hurry \(seconds * 1000)")
      let copy = try world.copy("floor")
      let floor = served(
        try (0..<writers).map {
          try world.conversation([world.baseline + "/acts", copy, String(seconds), String($0)])
        }, "go")
      return rows("registration", "registrations", writers, ours, floor)
    }
  }

  /// Admissions, and then the check-outs (order, exit, waiver, close) of the same patients.
  static let stays = BenchGroup(name: "stays") { world in
    try manyWriters { writers in
      let (path, copy) = try (world.copyWithRooms("ours"), world.copyWithRooms("floor"))
      return try rows(
        of: "admission", "admissions", lot: "admissions", as: "reception", writers, in: world, path, copy)
        + rows(
          of: "check-out", "check-outs", lot: "departures", as: "headdoctor", writers, in: world, path, copy)
    }
  }

  /// Invoices that are issued and paid.
  static let sales = BenchGroup(name: "sales") { world in
    try manyWriters { writers in
      try rows(
        of: "issue and payment", "issues and payments", lot: "sales", as: "cashier", writers, in: world,
        world.copyWithDrafts("ours"),
        world.copyWithDrafts("floor"))
    }
  }

  /// How long the writers write, in seconds.
  private static let seconds = 5

  private static func manyWriters(_ measure: (Int) throws -> [BenchRow]) rethrows -> [BenchRow] {
    try [1, 32, 100].flatMap(measure)
  }

  /// The rows of a kind of act that `hms-contender` does on `path`, and SQLite alone on `copy`.
  static func rows(
    of one: String, _ many: String, lot kind: String, as user: String, floor program: String = "stays", _ writers: Int,
    in world: BenchWorld, _ path: String, _ copy: String
  ) throws -> [BenchRow] {
    let contenders = try (0..<writers).map { _ in try world.contender(as: user, on: path) }
    for (number, contender) in contenders.enumerated() {
      let answer = contender.ask("lot \(kind) \(number) \(writers)") ?? "silent"
      guard answer == "done ready" else { throw NotDone(answer: answer) }
    }
    let ours = served(contenders, "spend \(seconds * 1000)")
    let floor = served(
      try (0..<writers).map {
        try world.conversation([
          world.baseline + "/\(program)", copy, String(seconds), kind, String($0), String(writers),
        ])
      }, "go")
    return rows(one, many, writers, ours, floor)
  }

  private static func rows(_ one: String, _ many: String, _ writers: Int, _ ours: Served, _ floor: Served) -> [BenchRow]
  {
    let who = writers == 1 ? "1 writer" : "\(writers) writers"
    var rows = [
      BenchRow("time for one \(one), \(who)", "ms", ours.perAct, baseline: floor.perAct, goal: 2),
      BenchRow("\(many) a second, \(who)", "", 1000 / ours.perAct, baseline: 1000 / floor.perAct),
      BenchRow("longest \(one), \(who)", "ms", ours.longest, baseline: floor.longest),
    ]
    if writers > 1 { rows.append(BenchRow("most / least served, \(many), \(who)", "×", ours.spread, goal: 2)) }
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
    let done = figures.filter { $0.count == 2 }
    if let other = answers.first(where: { !$0.hasPrefix("done ") }) { tell("a writer ended: \(other)\n") }
    let counts = done.map { $0[0] }
    return Served(
      perAct: Double(seconds) * 1000 / max(1, counts.reduce(0, +)), longest: (done.map { $0[1] }.max() ?? .nan) / 1000,
      spread: (counts.max() ?? .nan) / max(1, counts.min() ?? 0), failed: Double(answers.count - done.count))
  }
}
