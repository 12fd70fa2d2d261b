import DatabaseKit
import HospitalDomain

extension Migration {
  /// How each item of a prescription is taken, with a structure (M2, FHIR Dosage). Items of before have words alone; the
  /// words of the others are made of this.
  static let dosages = Migration(
    "2026-11-dosages", DosageSchema.table(DosageSchema.firstFrequencies) + DosageSchema.guards)

  /// What is taken every other day, or every so many days; as needed up to 24 times a day.
  static let dosagesByDays = DosageSchema.again(
    "2026-11-dosages-by-days", from: "prescription_dosage_before_days", DosageSchema.frequenciesByDays)

  /// What is taken in the morning, or in the evening.
  static let dosagesByTime = DosageSchema.again(
    "2026-11-dosages-by-time", from: "prescription_dosage_before_time", DoseFrequency.ranges)
}

/// The table of structured dosages. A row is never changed.
private enum DosageSchema {
  /// The frequencies that there were when the table was made.
  static let firstFrequencies: [(code: String, counts: ClosedRange<Int>)] = [
    ("times-a-day", 1...12), ("every-hours", 1...72), ("at-bedtime", 1...1), ("times-a-week", 1...6),
    ("as-needed", 1...12),
  ]

  /// Those that there were before a time of day could be one.
  static let frequenciesByDays: [(code: String, counts: ClosedRange<Int>)] = [
    ("times-a-day", 1...12), ("every-hours", 1...72), ("every-days", 2...90), ("at-bedtime", 1...1),
    ("times-a-week", 1...6), ("as-needed", 1...24),
  ]

  /// The table made anew for more frequencies, with the rows of the one before.
  static func again(_ name: String, from before: String, _ frequencies: [(code: String, counts: ClosedRange<Int>)])
    -> Migration
  {
    Migration(
      name,
      [.define("ALTER TABLE prescription_dosage RENAME TO \(before)")] + table(frequencies)
        + [.define("INSERT INTO prescription_dosage SELECT * FROM \(before)"), .define("DROP TABLE \(before)")]
        + guards)
  }

  static func table(_ frequencies: [(code: String, counts: ClosedRange<Int>)]) -> [MigrationStep] {
    [
      .define(
        """
        CREATE TABLE prescription_dosage (
          item_id TEXT NOT NULL PRIMARY KEY REFERENCES prescription_item (id),
          amount_thousandths BIGINT NOT NULL CHECK (amount_thousandths BETWEEN 1 AND \(DoseAmount.most)),
          unit TEXT NOT NULL CHECK (\(Check.oneOf("unit", DoseUnit.allCases.map(\.rawValue)))),
          route_code TEXT NOT NULL CHECK (\(Check.oneOf("route_code", AdministrationRoute.allCases.map(\.rawValue)))),
          frequency_code TEXT NOT NULL,
          frequency_count INTEGER NOT NULL,
          CHECK (\(check(frequencies))))
        """)
    ]
  }

  static let guards: [MigrationStep] = [
    .appendOnly(table: "prescription_dosage"),
    .neverReplaced("prescription_dosage", keys: [.key("item_id")], changing: nil),
  ]

  private static func check(_ frequencies: [(code: String, counts: ClosedRange<Int>)]) -> String {
    frequencies.map { range in
      "(frequency_code = '\(range.code)' AND frequency_count BETWEEN \(range.counts.lowerBound) AND "
        + "\(range.counts.upperBound))"
    }.joined(separator: " OR ")
  }
}
