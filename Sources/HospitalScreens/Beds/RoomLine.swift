import HospitalDomain

/// A room as one line of the board, in words. Made for the rows that are seen, when they are drawn.
package struct RoomLine: Hashable, Sendable, Identifiable {
  package let id: RoomID
  package let number: String
  package let code: BedCode
  /// The patient; nil for a line that names nobody.
  package let name: PersonName?
  /// How many on the board have the patient's name; 1 for nobody else.
  package let namesakes: Int
  /// The patient's date of birth.
  package let birthDate: BirthDate?
  /// What is said where no patient is named: features, why it is closed, how long it has been cleaned.
  package let note: String
  /// `F`, `M`, `X`, `U`; empty for nobody.
  package let sex: String
  /// `35 y`; empty for nobody.
  package let age: String
  /// Since when the room is so: the time of today, the date of another day.
  package let since: String
  /// How long it has been so, in the largest unit: `38 min`, `2 h`, `9 d`.
  package let elapsed: String
  /// What is expected next: `~14:10`, `until 15:00`, `leaves 11:00`; the date alone for another day.
  package let next: String
  /// Whether `next` should have happened already.
  package let isLate: Bool
  /// Whether it changed in the last minute.
  package let isChanged: Bool
  /// Whether it is marked for an act on many.
  package let isMarked: Bool

  /// The patient or note in so many columns: the given name is cut first; a namesake keeps count and birth date.
  ///
  /// - Parameter width: how many columns a character takes.
  package func who(fitting columns: Int, width: (Character) -> Int = { _ in 1 }) -> String {
    guard let name else { return note }
    guard namesakes > 1, let birthDate else { return name.listed(fitting: columns, width: width) }
    let tail = " (\(namesakes)) \(birthDate)"
    // Three letters of a family name tell less than the whole of it without the date.
    guard columns >= tail.count + 7 else {
      return name.listed(fitting: max(4, columns - 4), width: width) + " (\(namesakes))"
    }
    return name.listed(fitting: columns - tail.count, width: width) + tail
  }
}

/// What lines of the board are made with: the clock, and whether names are hidden.
struct RoomLineMaker {
  let now: Timestamp
  let clock: LocalTime
  let hidesNames: Bool

  func line(_ row: RoomBoardRow, code: BedCode, namesakes: Int, was: BedCode?, isMarked: Bool) -> RoomLine {
    let patient = row.occupancy?.patient ?? (code == .held ? row.hold?.patient : nil)
    let next = next(row, code)
    return RoomLine(
      id: row.id, number: row.number, code: code,
      name: patient.map { hidesNames ? $0.name.initials : $0.name }, namesakes: hidesNames ? 1 : namesakes,
      birthDate: hidesNames ? nil : patient?.birthDate, note: note(row, code, was: was),
      sex: patient?.sex.rawValue ?? "",
      age: patient.map { $0.birthDate.age(on: clock.date(of: now)) } ?? "",
      since: dayOrTime(row.since(at: now)), elapsed: elapsed(since: row.since(at: now)), next: next.text,
      isLate: next.isLate, isChanged: was != nil,
      isMarked: isMarked)
  }

  /// The time of a moment of today, the date of another.
  func dayOrTime(_ moment: Timestamp) -> String {
    let date = clock.date(of: moment)
    return date == clock.date(of: now) ? clock.clock(moment) : date.description
  }

  private func elapsed(since moment: Timestamp) -> String {
    let minutes = max(.zero, now - moment).wholeMinutes
    if minutes < 60 { return "\(minutes) min" }
    return minutes < 2 * 1_440 ? "\(minutes / 60) h" : "\(minutes / 1_440) d"
  }

  /// A word with the time of a moment of today; the date alone of another.
  private func expecting(_ word: String, _ moment: Timestamp) -> String {
    let text = dayOrTime(moment)
    return text.count > 5 ? text : "\(word) \(text)"
  }

  /// Why a room is as it is, where no patient says it.
  private func note(_ row: RoomBoardRow, _ code: BedCode, was: BedCode?) -> String {
    if let was, was != code, code == .free { return "was \(was.title)" }
    return switch code {
    case .free: row.features
    case .housekeeping, .contaminated: max(.zero, now - row.service.since).spoken
    case .closed: row.service.reason
    case .held: row.hold?.note ?? ""
    case .occupied, .isolated: ""
    }
  }

  private func next(_ row: RoomBoardRow, _ code: BedCode) -> (text: String, isLate: Bool) {
    switch code {
    case .occupied, .isolated:
      guard let leaves = row.occupancy?.expectedDischarge else { return ("", false) }
      return (expecting(leaves < now ? "late," : "leaves", leaves), leaves < now)
    case .housekeeping, .contaminated:
      let ready = row.service.since + (row.service.state.usualDuration ?? .zero)
      return ready < now ? ("late, \(clock.clock(ready))", true) : ("~\(clock.clock(ready))", false)
    case .held:
      guard let end = row.hold?.expiresAt else { return ("", false) }
      return (expecting("until", end), false)
    case .closed:
      guard let opens = row.service.reopensAt else { return ("", false) }
      return (expecting("opens", opens), opens < now)
    case .free: return ("", false)
    }
  }
}
