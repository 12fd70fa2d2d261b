import BuiltProgramSupport

extension BenchGroup {
  /// What it costs that the hospital grows: the same figures for hospitals of four sizes, up to `--patients`; or for the one
  /// that was named. Making a million patients takes minutes, so this is measured only when it is asked for.
  static let growth = BenchGroup(name: "growth") { world in
    if world.options.hospital != nil { return try figures(of: world) }
    let largest = world.options.patients == 20_000 ? 1_000_000 : world.options.patients
    return try [(1_000, 100), (10_000, 500), (100_000, 2_000), (1_000_000, 5_000)]
      .filter { $0.0 <= largest }
      .flatMap { try figures(of: BenchWorld(world.options, patients: $0.0, rooms: $0.1)) }
  }

  private static func figures(of world: BenchWorld) throws -> [BenchRow] {
    let who = "\(world.patients) patients: "
    let doctor = try world.contender(as: "doctor")
    var rows = [
      BenchRow(who + "first paint", "ms", try firstPaint(of: world.hms, world.runs).median),
      BenchRow(who + "cursor key to paint", "ms", try keyToPaint(of: world.hms, world.runs, 24, 80).median),
    ]
    for typed in ["smi", "smith", "an smi"] {
      let found = figures(doctor.ask("search 300 \(typed)"))
      rows.append(BenchRow(who + "search \"\(typed)\", median", "ms", found.median / 1000))
      rows.append(BenchRow(who + "search \"\(typed)\", p99", "ms", found.p99 / 1000))
    }
    let (first, again) = try letters(in: world)
    rows.append(BenchRow(who + "letter to found and drawn, the first time, p99", "ms", first.p99))
    rows.append(BenchRow(who + "letter to found and drawn, p99", "ms", again.p99, goal: 5))
    let registrations = figures(try world.contender(as: "reception", on: try world.copy("grown")).ask("register 30"))
    rows.append(BenchRow(who + "registration, median", "ms", registrations.median / 1000))
    let actor = try world.contender(as: "headnurse")
    if let room = actor.ask("free")?.dropFirst("done ".count), !room.isEmpty {
      let paints = try boardPaints(100, in: 1, of: world, actor, room: String(room))
      rows.append(BenchRow(who + "commit to paint, median", "ms", paints.waits.median))
    }
    return rows
  }

  /// From each letter of some names, typed as a person does, to the last byte of the list that it finds: when the names are
  /// typed for the first time, with their part of the file still on the disk, and later.
  private static func letters(in world: BenchWorld) throws -> (first: Measure, again: Measure) {
    let terminal = try world.hms.startAtList()
    terminal.press([.text("7")])
    try terminal.wait(for: "Patients")
    _ = terminal.pieces(quiet: 250)
    func taken(_ name: String) -> [Double] {
      defer { _ = terminal.answer(to: [.control("u")]) }
      return name.compactMap { terminal.answer(to: [.text(String($0))])?.milliseconds }
    }
    let names = ["smith", "garcia", "anna", "jo smi", "o'brien", "lee 19", "taylor", "ma"]
    let first = names.flatMap(taken)
    return (Measure(first), Measure((0..<8).flatMap { _ in names.flatMap(taken) }))
  }
}
