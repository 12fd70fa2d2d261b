import HospitalDomain
import HospitalRecords

extension DemonstrationWorld {
  /// Past stays and those of today, and a room in every state.
  mutating func fillRooms(_ today: Records) throws {
    var waiting = Array(patients.prefix(4_000)).shuffled(using: &chance)
    for index in wards.indices {
      for (place, room) in wards[index].rooms.enumerated() {
        let isFull = chance.happens(wards[index].plan.fullness)
        let since = hoursAgo(isFull ? chance.number(1...200) : 0)
        try fillPast(of: room, in: wards[index], before: since, &waiting, today)
        if isFull, let resident = take(from: &waiting, for: wards[index].plan) {
          try admit(resident, to: room, in: wards[index], at: since, today)
        } else {
          try leaveEmpty(room, place: place, &waiting, today)
        }
      }
    }
    try admitUnidentified(today)
  }

  /// One or two earlier stays in a room, oldest first, so that none overlaps.
  private mutating func fillPast(
    of room: RoomID, in ward: Ward, before end: Timestamp, _ waiting: inout [Resident], _ today: Records
  ) throws {
    guard waiting.count > wards.count * 30 else { return }
    for weeks in [chance.number(5...9), chance.number(2...3)] {
      guard let resident = take(from: &waiting, for: ward.plan) else { return }
      let start = end - .days(weeks * 7)
      let nights = chance.number(1...9)
      let admission = try open(resident, in: room, of: ward, at: start, expected: nil, today)
      let then = records(today, at: start + .days(nights))
      if let row = try then.board.row(room)?.occupancy { try then.stays.end(row.stay, because: "") }
      try leave(admission.id, then)
      admitted.append((resident, admission.id, admission.doctor, nights, false))
    }
  }

  private mutating func admit(
    _ resident: Resident, to room: RoomID, in ward: Ward, at start: Timestamp, _ today: Records
  ) throws {
    let expected: Timestamp? = chance.happens(80) ? now + .hours(chance.number(-3...96)) : nil
    let admission = try open(
      resident, in: room, of: ward, at: start, expected: expected.map { max($0, start + .hours(1)) }, today)
    admitted.append((resident, admission.id, admission.doctor, Int((now - start).components.seconds / 86_400), true))
    guard chance.happens(7) else { return }
    let kind = chance.one(of: IsolationKind.allCases)
    try records(today, at: start).stays.isolate(admission.id, kind, because: "positive swab on admission")
  }

  private mutating func open(
    _ resident: Resident, in room: RoomID, of ward: Ward, at start: Timestamp, expected: Timestamp?, _ today: Records
  ) throws -> Admission {
    let then = records(today, at: start)
    let admission = Admission(
      id: then.newIdentifier(), patient: resident.id,
      admissionClass: ward.plan.kind == .emergency ? .emergency : .inpatient,
      type: ward.plan.kind == .emergency ? .emergency : chance.one(of: [.routine, .urgent, .elective]),
      status: .inProgress, doctor: chance.one(of: ward.doctors), complaint: chance.one(of: Self.complaints),
      admittedAt: start, expectedDischarge: expected)
    try then.admissions.add(admission)
    _ = try then.stays.open(admission.id, in: room, with: chance.one(of: ward.nurses))
    return admission
  }

  /// An empty room is free, in housekeeping, contaminated, closed or held.
  private mutating func leaveEmpty(
    _ room: RoomID, place: Int, _ waiting: inout [Resident], _ today: Records
  ) throws {
    let then = records(today, at: now - .minutes(chance.number(3...300)))
    switch place % 6 {
    case 1: _ = try then.rooms.setService(.housekeeping, from: .inService, of: room, because: "left")
    case 3:
      let patient = chance.happens(60) ? waiting.popLast()?.id : nil
      _ = try records(today, at: now - .minutes(20)).holds.hold(
        room, for: patient, note: patient == nil ? "transfer from Mercy" : "",
        until: now + .minutes(chance.number(20...900)))
    case 4 where chance.happens(60):
      _ = try then.rooms.setService(
        .closed, from: .inService, of: room, because: chance.one(of: ["broken call bell", "leaking tap", "painting"]),
        reopensAt: now + .hours(chance.number(4...60)))
    case 5 where chance.happens(50):
      _ = try then.rooms.setService(.contaminated, from: .inService, of: room, because: "left")
    default: break
    }
  }

  /// Somebody whose name nobody knows yet, in the first free room of the emergency ward.
  private mutating func admitUnidentified(_ today: Records) throws {
    guard let ward = wards.first else { return }
    let unknown = try UnidentifiedPatient(
      alias: "Harbour Steps", sex: .male, ageBand: .adult, placeFound: "Harbour steps, Dunleary")
    let then = records(today, at: now - .minutes(55))
    guard let room = try ward.rooms.first(where: { try then.board.row($0)?.code(at: now) == .free }) else { return }
    let details = unknown.details(today: localTime.date(of: now))
    let id: PatientID = then.newIdentifier()
    _ = try then.patients.add(details, as: id, pharmacy: nil, isUnidentified: true)
    let resident = Resident(id: id, name: details.name, sex: details.sex, age: 40)
    _ = try open(resident, in: room, of: ward, at: now - .minutes(50), expected: nil, today)
  }

  /// The next who fits a ward by age and sex, and is not in a room already.
  private mutating func take(from waiting: inout [Resident], for ward: DemonstrationWard) -> Resident? {
    let fits = waiting.lastIndex { resident in
      ward.ages.contains(resident.age) && (ward.genderRule != .women || resident.sex == .female)
    }
    return fits.map { waiting.remove(at: $0) }
  }

  private static let complaints = [
    "Chest pain on exertion", "Elective knee arthroscopy", "Community-acquired pneumonia", "Fall at home, hip pain",
    "Abdominal pain, query appendicitis", "Asthma, exacerbation", "Observation after a faint", "Cellulitis of the leg",
    "Kidney stone", "Dehydration and fever", "Heart failure, breathless", "Post-operative observation",
    "Unstable diabetes", "Urinary infection with confusion",
  ]
}
