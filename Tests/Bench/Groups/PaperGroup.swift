import BuiltProgramSupport

extension BenchGroup {
  /// From the command to the invoice as a PDF in its place: sign-in, ledger, audit entry, typesetting, disk.
  static let paper = BenchGroup(name: "paper") { world in
    let file = world.folder + "/bench.pdf"
    let hms = try time(world.runs) {
      try world.run([
        BuiltProgram.path, "print", "INV-2026-0001", "--user", "cashier", "-o", file, "--replace",
      ])
    }
    let least = try time(world.runs) { try world.run([world.baseline + "/paper", file]) }
    return [BenchRow("one invoice as a PDF", "ms", hms.median, baseline: least.median, goal: 6)]
  }

  /// How long runs of a program take, in milliseconds; each must end well.
  private static func time(_ runs: Int, _ run: () throws -> ProgramRun) throws -> Measure {
    Measure(
      try (0..<runs).map { _ in
        let began = monotonicMilliseconds()
        let made = try run()
        guard made.end == .exited(0) else { throw NoPaper(words: made.errors) }
        return monotonicMilliseconds() - began
      })
  }

  /// A program did not make what it was to make.
  private struct NoPaper: Error {
    let words: String
  }
}
