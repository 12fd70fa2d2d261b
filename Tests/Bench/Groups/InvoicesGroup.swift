import BuiltProgramSupport

extension BenchGroup {
  /// The Invoices tab of a hospital with 100,000 invoices, beside SQLite alone reading the rows that it shows once.
  static let invoices = BenchGroup(name: "invoices") { world in
    let path = try world.copyWithInvoices("invoices")
    let hms = world.subject(as: "cashier", on: path)
    let opened = Measure(
      try (0..<world.runs).compactMap { _ in
        let terminal = try hms.startAtList()
        let answer = terminal.answer(to: [.text("5")], quiet: 500)
        try terminal.wait(for: "BALANCE")
        return answer?.milliseconds
      })
    let floor = figures(
      try ProgramRun([world.baseline + "/invoices", path, String(world.runs)], environment: [:]).output)
    return [
      BenchRow("list of 100,000 invoices to first paint", "ms", opened.median, baseline: floor.median / 1000, goal: 3)
    ]
  }
}
