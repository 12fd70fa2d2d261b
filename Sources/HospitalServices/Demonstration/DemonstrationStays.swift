import HospitalDomain
import HospitalRecords

/// Plays the weeks before today on the wards: patients come, move, leave, and their rooms are cleaned; in the end the board
/// shows rooms in every state.
struct DemonstrationStays {
  private let people: DemonstrationTeam
  private let clock: DemonstrationClock
  private let until: Timestamp
  private var waiting: [DemonstrationPatient]
  private var numbers: SeededNumbers
  private var rooms: [Room]

  /// A room as the play knows it.
  private struct Room {
    let id: RoomID
    let ward: Int
    var patient: DemonstrationPatient?
    /// When the patient is to leave, or the room to be clean.
    var due = Timestamp(milliseconds: .max)
    var isDirty = false
    var isFree: Bool { patient == nil && !isDirty }
  }

  /// How many days of history a hospital of that size has: a large one has enough in fewer.
  static func history(rooms: Int) -> Int { rooms > 200 ? 3 : 14 }

  init(
    people: DemonstrationTeam, patients: [DemonstrationPatient], clock: DemonstrationClock, until: Timestamp,
    seed: UInt64
  ) {
    self.people = people
    self.clock = clock
    self.until = until
    waiting = patients
    numbers = SeededNumbers(seed: seed &+ 0x50)
    rooms = people.wards.enumerated().flatMap { index, ward in ward.rooms.map { Room(id: $0, ward: index) } }
  }

  private var beds: BedService { BedService(people.headNurse) }

  /// Plays from the beginning of the history until now; `progress` is told how many of how many watches are over.
  mutating func play(progress: (Int, Int) -> Void) throws {
    let watches = Self.history(rooms: rooms.count) * 8
    for watch in 0..<watches {
      clock.set(to: until - .minutes((watches - watch) * 180 + 120))
      try letGo()
      try clean()
      try admit(upTo: rooms.count * min(78, 30 + watch * 6) / 100)
      if numbers.happens(40) { try transfer() }
      progress(watch, watches)
    }
    try leaveInEveryState()
  }

  /// Lets those go whose time is over; their rooms wait to be cleaned.
  private mutating func letGo() throws {
    for index in rooms.indices where rooms[index].patient != nil && rooms[index].due <= clock.read() {
      try vacate(index, cleanAfter: .minutes(Int.random(in: 20...200, using: &numbers)))
    }
  }

  private mutating func vacate(_ index: Int, cleanAfter delay: Duration) throws {
    guard let patient = rooms[index].patient else { return }
    clock.set(to: clock.read() + .minutes(1))
    _ = try beds.recordExit(
      from: rooms[index].id,
      to: numbers.happens(88) ? .home : numbers.pick([.nursing, .rehabilitation, .otherFacility]))
    rooms[index].patient = nil
    rooms[index].isDirty = true
    rooms[index].due = clock.read() + delay
    waiting.insert(patient, at: waiting.count / 2)
  }

  private mutating func clean() throws {
    for index in rooms.indices where rooms[index].isDirty && rooms[index].due <= clock.read() {
      clock.set(to: clock.read() + .minutes(1))
      _ = try beds.cleaned(rooms[index].id)
      rooms[index].isDirty = false
    }
  }

  /// Admits patients until so many rooms are occupied or nobody suitable waits.
  private mutating func admit(upTo occupied: Int) throws {
    var missing = occupied - rooms.count { $0.patient != nil }
    let free = rooms.indices.filter { rooms[$0].isFree }.shuffled(using: &numbers)
    for index in free where missing > 0 {
      guard let patient = suitable(for: people.wards[rooms[index].ward].plan) else { continue }
      try admit(patient, to: index)
      missing -= 1
    }
  }

  private mutating func admit(_ patient: DemonstrationPatient, to index: Int) throws {
    let ward = people.wards[rooms[index].ward]
    clock.set(to: clock.read() + .minutes(Int.random(in: 1...3, using: &numbers)))
    let leaves = clock.read() + .hours(Int.random(in: 14...150, using: &numbers))
    _ = try BedService(people.reception).admit(
      AdmissionOrder(
        patient: patient.id, room: rooms[index].id, doctor: numbers.pick(ward.doctors),
        staff: numbers.pick(ward.nurses), type: numbers.pick(ward.plan.admissionTypes),
        complaint: numbers.pick(ward.plan.complaints), expectedDischarge: leaves))
    rooms[index].patient = patient
    rooms[index].due = leaves
  }

  /// The next who waits and is treated on that ward.
  private mutating func suitable(for ward: DemonstrationWard) -> DemonstrationPatient? {
    guard let index = waiting.firstIndex(where: { ward.treats($0.sex, age: $0.age) }) else { return nil }
    return waiting.remove(at: index)
  }

  /// Moves one patient to another room of the same ward.
  private mutating func transfer() throws {
    let ward = Int.random(in: 0..<people.wards.count, using: &numbers)
    let own = rooms.indices.filter { rooms[$0].ward == ward }
    guard let from = own.first(where: { rooms[$0].patient != nil }), let to = own.last(where: { rooms[$0].isFree })
    else { return }
    clock.set(to: clock.read() + .minutes(2))
    _ = try beds.transfer(from: rooms[from].id, to: rooms[to].id, reason: "nearer to the desk")
    (rooms[to].patient, rooms[to].due) = (rooms[from].patient, rooms[from].due)
    (rooms[from].patient, rooms[from].isDirty, rooms[from].due) = (nil, true, clock.read() + .minutes(40))
  }
}

extension DemonstrationStays {
  /// The last two hours: on each of the first wards rooms that wait to be cleaned, are held, closed or isolated.
  private mutating func leaveInEveryState() throws {
    clock.set(to: until - .minutes(115))
    try clean()
    let occupied = rooms.indices.filter { rooms[$0].patient != nil }.shuffled(using: &numbers)
    for (index, kind) in zip(occupied, [IsolationKind.contact, .airborne, .droplet, .contact]) {
      _ = try beds.isolate(rooms[index].id, kind, because: "swab positive", blockingBay: false)
    }
    for (step, index) in occupied.prefix(6).dropFirst(3).enumerated() {
      clock.set(to: until - .minutes(95 - step * 25))
      try vacate(index, cleanAfter: .days(1))
    }
    clock.set(to: until - .minutes(20))
    try closeAndHold()
  }

  private mutating func closeAndHold() throws {
    let free = rooms.indices.filter { rooms[$0].isFree }.shuffled(using: &numbers)
    let morning = until + .hours(18)
    for (index, why) in zip(free, ["Water leak under the basin", "Monitor in repair"]) {
      _ = try beds.block(rooms[index].id, because: why, reopensAt: morning)
      rooms[index].isDirty = true
    }
    for (step, index) in free.dropFirst(2).prefix(4).enumerated() {
      clock.set(to: until - .minutes(15 - step * 4))
      let patient = step < 3 ? suitable(for: people.wards[rooms[index].ward].plan) : nil
      _ = try beds.hold(
        rooms[index].id, for: patient?.id, note: patient == nil ? "Theatre list, second case" : "",
        until: until + .minutes(60 + step * 90))
    }
  }
}
