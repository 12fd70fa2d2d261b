import HospitalDomain

/// A patient as the check-out list shows one: who, where, since when, and how far their leaving is.
package struct CheckOutLine: Hashable, Sendable, Identifiable {
  /// How far the leaving of a patient is.
  package enum Stage: Hashable, Sendable {
    /// In the house; nobody has ordered the discharge.
    case here
    /// Away for a while; the room is kept.
    case onLeave
    /// The discharge is ordered; the patient is still in the room.
    case ordered
    /// The patient has left; papers are open.
    case left
  }

  /// The admission, so that the cursor stays on the patient when they change rooms.
  package let id: AdmissionID
  /// The room with what stands around it; nil once the patient has left it.
  package let room: RoomBoardRow?
  /// The room that the patient has, or had last.
  package let roomNumber: String
  /// The ward of that room.
  package let department: String
  package let patient: RoomBoardRow.PatientLine
  /// The name; initials where names are hidden.
  package let name: PersonName
  package let doctor: PersonName
  /// Since when the patient is in the room: the time of today, the date of another day.
  package let since: String
  /// Nights in the hospital since the admission, in whatever rooms.
  package let nights: Int
  /// When the patient is expected to leave; nil for not known.
  package let expectedAt: Timestamp?
  /// How far it is in words: `today 11:00`, `late 09:00`, `late 2 d`, `2026/11/24`, `not known`, `ordered`, `leave 18:00`,
  /// `left 2 open`, `left, ready`, `died`.
  package let expected: String
  /// How far it is.
  package let stage: Stage
  /// Whether they should have left already, or be back already.
  package let isLate: Bool
  /// Whether they are expected to leave today.
  package let isToday: Bool
  /// What the pharmacy or the prescriber still has to do (M1); empty where nothing is open.
  package let prescriptions: [OpenPrescription]
  /// The order in the list.
  private let order: Timestamp

  /// The line of a room; nil for one with nobody in it.
  init?(
    _ room: RoomBoardRow, _ standing: CheckOutStanding?, _ prescriptions: [AdmissionID: [OpenPrescription]],
    hidesNames: Bool, at now: Timestamp, clock: LocalTime
  ) {
    guard let occupancy = room.occupancy else { return nil }
    id = occupancy.admission
    self.prescriptions = prescriptions[id] ?? []
    self.room = room
    (roomNumber, department) = (room.number, room.department.name)
    patient = occupancy.patient
    name = hidesNames ? patient.name.initials : patient.name
    doctor = occupancy.doctorName
    let words = CheckOutWords(now: now, clock: clock)
    since = words.since(occupancy.since)
    nights = words.nights(from: occupancy.admittedAt, until: now)
    expectedAt = occupancy.expectedDischarge
    order = standing?.orderedAt ?? expectedAt ?? Timestamp(milliseconds: .max - 1)
    if let standing, standing.orderedAt != nil {
      (stage, expected, isLate, isToday) = (.ordered, standing.isDeath ? "died" : "ordered", false, true)
    } else if let back = standing?.backAt {
      (stage, expected) = (.onLeave, "leave \(words.short(back))")
      (isLate, isToday) = (back < now, false)
    } else {
      stage = .here
      (expected, isLate, isToday) = words.expected(expectedAt)
    }
  }

  /// The line of a patient who has left with papers open; nil for one who has not.
  init?(
    left standing: CheckOutStanding, _ prescriptions: [AdmissionID: [OpenPrescription]], hidesNames: Bool,
    at now: Timestamp, clock: LocalTime
  ) {
    guard let leftAt = standing.leftAt, standing.status == .discharged else { return nil }
    id = standing.id
    self.prescriptions = prescriptions[id] ?? []
    room = nil
    (roomNumber, department) = (standing.roomNumber, standing.department)
    patient = standing.patient
    name = hidesNames ? patient.name.initials : patient.name
    doctor = standing.doctor
    let words = CheckOutWords(now: now, clock: clock)
    since = words.since(standing.since)
    nights = words.nights(from: standing.admittedAt, until: leftAt)
    expectedAt = nil
    expected = standing.openItems == 0 ? "left, ready" : "left \(standing.openItems) open"
    (stage, isLate, isToday) = (.left, false, false)
    order = leftAt
  }

  /// How many prescriptions are open, and how many of them can be collected: `2 open`, `1 ready`, `1/3 ready`; `1 in part`
  /// where the rest is owed; empty where none is open.
  package var prescriptionCount: String {
    let (all, ready) = (prescriptions.count, prescriptions.count(where: \.isReady))
    if ready > 0 { return ready == all ? "\(all) ready" : "\(ready)/\(all) ready" }
    let parts = prescriptions.count(where: \.isToCollect)
    if parts > 0 { return parts == all ? "\(all) in part" : "\(parts)/\(all) part" }
    return all == 0 ? "" : "\(all) open"
  }

  /// Whether it stands before another: those in the house before those who left; the sooner they should leave, those of
  /// whom it is not known last; then by room.
  func precedes(_ other: CheckOutLine) -> Bool {
    if (stage == .left) != (other.stage == .left) { return other.stage == .left }
    return order != other.order ? order < other.order : NaturalOrder.precedes(roomNumber, other.roomNumber)
  }
}

/// Times as the check-out list writes them.
private struct CheckOutWords {
  let now: Timestamp
  let clock: LocalTime
  private var today: CalendarDate { clock.date(of: now) }

  /// The time of today, the date of another day.
  func short(_ moment: Timestamp) -> String {
    let date = clock.date(of: moment)
    return date == today ? clock.clock(moment) : String(date.description.dropFirst(5))
  }

  func since(_ start: Timestamp) -> String {
    let date = clock.date(of: start)
    return date == today ? clock.clock(start) : date.description
  }

  func nights(from start: Timestamp, until end: Timestamp) -> Int {
    LengthOfStay(from: clock.date(of: start), to: clock.date(of: end)).nights
  }

  func expected(_ expected: Timestamp?) -> (String, isLate: Bool, isToday: Bool) {
    guard let expected else { return ("not known", false, false) }
    let day = clock.date(of: expected)
    let isLate = expected < now
    if day == today { return ("\(isLate ? "late" : "today") \(clock.clock(expected))", isLate, true) }
    return (isLate ? "late \(day.days(until: today)) d" : day.description, isLate, false)
  }
}
