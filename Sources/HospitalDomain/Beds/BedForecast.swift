/// Which rooms can be expected to be free, and when (A7): from expected discharges, the usual time that cleaning
/// takes, the ends of holds and expected reopenings. An expectation, never a promise.
package struct BedForecast: Hashable, Sendable {
  /// What is expected of one room.
  package struct Line: Hashable, Sendable {
    /// The room.
    package let room: RoomBoardRow
    /// When it can be expected to be free; now if it is, nothing if nobody has said when.
    package let freeAt: Timestamp?
    /// Why it is not free now, in words; nothing if it is.
    package let reason: String?
  }

  /// How many rooms of a ward can be expected to be free within a time; each count takes in the ones before it.
  package struct WardLine: Hashable, Sendable {
    /// The ward.
    package let department: RoomBoardRow.DepartmentLabel
    /// How many rooms it has.
    package let total: Int
    /// Free now.
    package let now: Int
    /// Free within 2, 6 and 24 hours.
    package let within2Hours, within6Hours, within24Hours: Int
  }

  /// One line for each room, in the order given.
  package let lines: [Line]
  /// The moment that the forecast was made for.
  package let madeAt: Timestamp

  /// The forecast for these rooms at a moment.
  package init(_ rooms: [RoomBoardRow], at now: Timestamp, clock: LocalTime) {
    madeAt = now
    lines = rooms.map { Self.line($0, at: now, clock: clock) }
  }

  /// The counts of every ward, in the order of their names.
  package var wards: [WardLine] {
    Dictionary(grouping: lines, by: \.room.department)
      .map { department, lines in
        func free(within span: Duration) -> Int { lines.count { ($0.freeAt.map { $0 <= madeAt + span }) ?? false } }
        return WardLine(
          department: department, total: lines.count,
          now: lines.count { $0.reason == nil }, within2Hours: free(within: .hours(2)),
          within6Hours: free(within: .hours(6)), within24Hours: free(within: .hours(24)))
      }
      .sorted { NaturalOrder.precedes($0.department.name, $1.department.name) }
  }
}
