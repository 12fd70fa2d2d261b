import DatabaseKit
import HospitalDomain

extension Migration {
  /// How each item of a prescription is taken, with a structure (M2, FHIR Dosage). Items of before have words alone; the
  /// words of the others are made of this.
  static let dosages = Migration(
    "2026-11-dosages",
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
          CHECK (\(frequencies)))
        """),
      .appendOnly(table: "prescription_dosage"),
      .neverReplaced("prescription_dosage", keys: [.key("item_id")], changing: nil),
    ])

  private static var frequencies: String {
    DoseFrequency.ranges.map { range in
      "(frequency_code = '\(range.code)' AND frequency_count BETWEEN \(range.counts.lowerBound) AND "
        + "\(range.counts.upperBound))"
    }.joined(separator: " OR ")
  }
}
