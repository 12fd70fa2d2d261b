import HospitalDomain

/// A patient in the house as the check-out list shows one: who, where, since when, and when they are expected to leave.
package struct CheckOutLine: Hashable, Sendable, Identifiable {
  /// The admission, so that the cursor stays on the patient when they change rooms.
  package let id: AdmissionID
  /// The room with what stands around it.
  package let room: RoomBoardRow
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
  /// The same in words: `today 11:00`, `late 09:00`, `late 2 d`, `2026/11/24`, `not known`.
  package let expected: String
  /// Whether they should have left already.
  package let isLate: Bool
  /// Whether they are expected to leave today.
  package let isToday: Bool

  /// The line of a room; nil for one with nobody in it.
  init?(_ room: RoomBoardRow, hidesNames: Bool, at now: Timestamp, clock: LocalTime) {
    guard let occupancy = room.occupancy else { return nil }
    id = occupancy.admission
    self.room = room
    patient = occupancy.patient
    name = hidesNames ? patient.name.initials : patient.name
    doctor = occupancy.doctorName
    let today = clock.date(of: now)
    let date = clock.date(of: occupancy.since)
    since = date == today ? clock.clock(occupancy.since) : date.description
    nights = LengthOfStay(from: clock.date(of: occupancy.admittedAt), to: today).nights
    expectedAt = occupancy.expectedDischarge
    guard let expectedAt else {
      (expected, isLate, isToday) = ("not known", false, false)
      return
    }
    let day = clock.date(of: expectedAt)
    isLate = expectedAt < now
    isToday = day == today
    let daysLate = day.days(until: today)
    expected =
      isToday
      ? "\(isLate ? "late" : "today") \(clock.clock(expectedAt))" : isLate ? "late \(daysLate) d" : day.description
  }

  /// Whether it stands before another: the sooner they should leave, those of whom it is not known last; then by room.
  func precedes(_ other: CheckOutLine) -> Bool {
    let never = Timestamp(milliseconds: .max)
    let (mine, theirs) = (expectedAt ?? never, other.expectedAt ?? never)
    return mine != theirs ? mine < theirs : NaturalOrder.precedes(room.number, other.room.number)
  }
}
