import HospitalDomain

/// One room, or one patient who is expected to leave, as a line of the forecast.
package struct ForecastLine: Hashable, Sendable, Identifiable {
  /// The room.
  package let id: RoomID
  package let number: String
  package let code: BedCode
  /// The patient; empty for a room without one.
  package let who: String
  /// When the room can be expected to be free, or the patient to leave: `now`, `any time`, `14:30`, `2026/11/22 11:00`, `not known`.
  package let when: String
  /// Why the room is not free now; empty if it is.
  package let reason: String
  /// How long the patient has stayed: `3 nights`; empty for nobody.
  package let stay: String
  /// Whether it should have happened already.
  package let isLate: Bool
}

/// Finds the words for the lines of a forecast.
struct ForecastLineMaker {
  let now: Timestamp
  let clock: LocalTime
  let hidesNames: Bool

  /// The rooms that can be expected to be free in time, the soonest first; those of which nobody knows last.
  func rooms(_ lines: [BedForecast.Line], _ horizon: ForecastScreen.Horizon) -> [ForecastLine] {
    lines.filter { horizon.takes($0.freeAt, at: now) }
      .sorted { Self.isSooner(($0.freeAt, $0.room.number), ($1.freeAt, $1.room.number)) }
      .map { line in make(line, when: line.reason == nil ? "now" : soon(line.freeAt)) }
  }

  /// The patients who are expected to leave in time, the soonest first; those of whom nobody has said last.
  func discharges(_ lines: [BedForecast.Line], _ horizon: ForecastScreen.Horizon) -> [ForecastLine] {
    lines.filter { line in line.room.occupancy.map { horizon.takes($0.expectedDischarge, at: now) } ?? false }
      .sorted {
        Self.isSooner(
          ($0.room.occupancy?.expectedDischarge, $0.room.number), ($1.room.occupancy?.expectedDischarge, $1.room.number)
        )
      }
      .map { line in make(line, when: text(line.room.occupancy?.expectedDischarge)) }
  }

  private func make(_ line: BedForecast.Line, when: String) -> ForecastLine {
    let room = line.room
    let occupancy = room.occupancy
    let patient = occupancy?.patient.name
    return ForecastLine(
      id: room.id, number: room.number, code: room.code(at: now),
      who: patient.map { hidesNames ? $0.initials.listed : $0.listed } ?? "", when: when, reason: reason(line),
      stay: occupancy.map {
        LengthOfStay(from: clock.date(of: $0.since), to: clock.date(of: now)).description
      } ?? "", isLate: occupancy?.expectedDischarge.map { $0 < now } ?? false)
  }

  /// The reason, without the name of a patient where names are hidden.
  private func reason(_ line: BedForecast.Line) -> String {
    guard let reason = line.reason else { return "" }
    guard hidesNames, let name = line.room.hold?.patient?.name else { return reason }
    return reason.replacing(name.listed, with: name.initials.listed)
  }

  /// A room that should be free already can be so at any time.
  private func soon(_ moment: Timestamp?) -> String {
    if let moment, moment <= now { return "any time" }
    return text(moment)
  }

  private func text(_ moment: Timestamp?) -> String {
    guard let moment else { return "not known" }
    return clock.date(of: moment) == clock.date(of: now) ? clock.clock(moment) : clock.text(moment)
  }

  private static func isSooner(_ one: (Timestamp?, String), _ other: (Timestamp?, String)) -> Bool {
    switch (one.0, other.0) {
    case (let a?, let b?) where a != b: a < b
    case (nil, .some): false
    case (.some, nil): true
    default: NaturalOrder.precedes(one.1, other.1)
    }
  }
}
