import HospitalDomain

/// What is expected of a ward, or of all of them together.
package struct WardForecast: Hashable, Sendable {
  /// The ward; nil for all.
  package let department: DepartmentID?
  package let name: String
  /// How many rooms it has.
  package let total: Int
  /// How many are free now, and can be expected to be free in 2, 6 and 24 hours.
  package let free: [Int]
  /// How long its patients have stayed so far on average, in tenths of a night; nil for no patients.
  package let meanTenthsOfNights: Int?

  /// The average stay in words: `3.4`; empty for no patients.
  package var meanStay: String { meanTenthsOfNights.map { "\($0 / 10).\($0 % 10)" } ?? "" }

  /// All wards together, then each.
  static func all(_ forecast: BedForecast, clock: LocalTime) -> [WardForecast] {
    let wards = forecast.wards
    func stays(_ department: DepartmentID?) -> Int? {
      let nights = forecast.lines.filter { department == nil || $0.room.department.id == department }
        .compactMap(\.room.occupancy)
        .map { LengthOfStay(from: clock.date(of: $0.since), to: clock.date(of: forecast.madeAt)).nights }
      return nights.isEmpty ? nil : (nights.reduce(0, +) * 20 + nights.count) / (nights.count * 2)
    }
    func sum(_ count: (BedForecast.WardLine) -> Int) -> Int { wards.reduce(0) { $0 + count($1) } }
    let all = WardForecast(
      department: nil, name: "All wards", total: sum(\.total),
      free: [sum(\.now), sum(\.within2Hours), sum(\.within6Hours), sum(\.within24Hours)],
      meanTenthsOfNights: stays(nil))
    return [all]
      + wards.map { ward in
        WardForecast(
          department: ward.department.id, name: ward.department.name, total: ward.total,
          free: [ward.now, ward.within2Hours, ward.within6Hours, ward.within24Hours],
          meanTenthsOfNights: stays(ward.department.id))
      }
  }
}
