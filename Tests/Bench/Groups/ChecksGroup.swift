import BuiltProgramSupport

extension BenchGroup {
  /// A prescription of ten items against forty current ones: what is looked up after a pause in typing, and again before it
  /// is saved (M3). There is nothing to compare it with; what people do not notice is the goal.
  static let checks = BenchGroup(name: "checks") { world in
    let doctor = try world.contender(as: "doctor", on: try world.copy("checks"))
    let taken = figures(doctor.ask("checks \(max(10, world.runs))"))
    return [
      BenchRow("checking 10 items against 40 current ones", "ms", taken.median / 1000, goal: 50),
      BenchRow("the slowest of them", "ms", taken.worst / 1000, goal: 100),
    ]
  }
}
