import BuiltProgramSupport

extension BenchGroup {
  /// From a key to the last byte of its answer.
  static let keys = BenchGroup(name: "keys") { world in
    try [(24, 80), (60, 200)].map { rows, columns in
      let hms = try keyToPaint(of: world.hms, world.runs, rows, columns)
      let list = try keyToPaint(of: world.list, world.runs, rows, columns)
      return BenchRow("key to paint, \(columns)×\(rows)", "ms", hms.median, baseline: list.median, goal: 2)
    }
  }

  /// From a cursor key to the last byte of its answer, in milliseconds.
  static func keyToPaint(of subject: BenchSubject, _ runs: Int, _ rows: Int, _ columns: Int) throws -> Measure {
    let terminal = try subject.startAtList(rows: rows, columns: columns)
    return Measure((0..<max(runs, 10) * 3).compactMap { _ in terminal.answer(to: [.down])?.milliseconds })
  }
}
