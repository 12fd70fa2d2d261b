/// One line of the result: a figure, the baseline's figure of the same run if there is one, and the goal.
struct BenchRow {
  let what: String
  let unit: String
  let value: Double
  let baseline: Double?
  /// The most that the ratio to the baseline, or the figure itself where there is none, should be.
  let goal: Double?

  init(_ what: String, _ unit: String, _ value: Double, baseline: Double? = nil, goal: Double? = nil) {
    (self.what, self.unit, self.value, self.baseline, self.goal) = (what, unit, value, baseline, goal)
  }

  /// The figure as a multiple of the baseline's.
  var ratio: Double? { baseline.map { value / $0 } }

  /// Whether the goal is met; true where there is none.
  var meetsGoal: Bool { goal.map { (ratio ?? value) <= $0 } ?? true }
}

/// All that was measured.
struct BenchTable {
  var rows: [BenchRow] = []
  /// Groups that could not be measured.
  var missing: [String] = []

  /// The table for people.
  var text: String {
    let wide = max(46, (rows.map(\.what.count).max() ?? 0) + 2)
    let head = Self.line(wide, "what", "unit", "hms", "baseline", "ratio", "goal")
    return rows.reduce(into: head + "\n") { text, row in
      text += Self.line(
        wide, row.what, row.unit, number(row.value), row.baseline.map(number) ?? "-", row.ratio.map(number) ?? "-",
        row.goal.map { "≤ " + number($0) + (row.ratio == nil ? "" : " ×") + (row.meetsGoal ? "" : "  MISSED") } ?? "-")
      text += "\n"
    }
  }

  /// The table for programs: an array of objects.
  var json: String {
    let objects = rows.map { row in
      let fields = [
        ("\"what\"", "\"\(row.what)\""), ("\"unit\"", "\"\(row.unit)\""), ("\"value\"", number(row.value)),
        ("\"baseline\"", row.baseline.map(number) ?? "null"), ("\"ratio\"", row.ratio.map(number) ?? "null"),
        ("\"goal\"", row.goal.map(number) ?? "null"), ("\"met\"", String(row.meetsGoal)),
      ]
      return "  {" + fields.map { $0 + ": " + $1 }.joined(separator: ", ") + "}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  private static func line(
    _ wide: Int, _ what: String, _ unit: String, _ value: String, _ baseline: String, _ ratio: String, _ goal: String
  ) -> String {
    func left(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return left(what, wide) + left(unit, 7) + right(value, 10) + right(baseline, 10) + right(ratio, 8) + "  " + goal
  }

  /// A number with as many places as it deserves.
  private func number(_ value: Double) -> String {
    if value.rounded() == value { return String(Int(value)) }
    let places: Double = abs(value) >= 100 ? 1 : abs(value) >= 10 ? 10 : 100
    return String((value * places).rounded() / places)
  }
}
