import BuiltProgramSupport

extension BenchGroup {
  /// Signing in, which reads what lock-out goes by and writes the audit trail, beside the password's hash alone (H3).
  static let signin = BenchGroup(name: "signin") { world in
    let contender = try world.contender(as: "nurse")
    let ours = figures(contender.ask("signin 30 nurse demo"))
    let floor = figures(try ProgramRun([world.baseline + "/hash", "30"], environment: [:]).output)
    return [
      BenchRow(
        "sign-in, beside libsodium's hash alone", "ms", ours.median / 1000, baseline: floor.median / 1000, goal: 1.5)
    ]
  }
}
