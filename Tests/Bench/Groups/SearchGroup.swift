import BuiltProgramSupport

extension BenchGroup {
  /// Search as it is typed, beside one probe of the index by SQLite alone on the same file (P3).
  static let search = BenchGroup(name: "search") { world in
    let doctor = try world.contender(as: "doctor")
    return try ["s", "smi", "smith"].map { typed in
      let ours = figures(doctor.ask("search 50 \(typed)"))
      let probe = try ProgramRun([world.baseline + "/probe", world.database, "50", typed], environment: [:])
      let floor = figures(probe.output)
      return BenchRow(
        "search for \"\(typed)\" among \(world.patients) patients", "ms", ours.median / 1000,
        baseline: floor.median / 1000, goal: 3)
    }
  }

  /// The figures of a line `done 12 34 …`.
  static func figures(_ line: String?) -> Measure {
    Measure((line ?? "").split(whereSeparator: \.isWhitespace).dropFirst().compactMap { Double($0) })
  }
}
