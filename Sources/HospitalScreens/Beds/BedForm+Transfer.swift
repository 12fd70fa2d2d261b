import HospitalDomain
import HospitalServices

extension BedForm {
  /// Moving the patient of a room to another (A3). The list names the free rooms first and says of every other why not.
  static func transfer(
    from room: RoomBoardRow, among board: [RoomBoardRow], directory: BedDirectory, at moment: FormMoment,
    hidesNames: Bool = false
  ) -> BedForm {
    let guest = RoomGuest(in: room)
    let rooms = FieldLookup.rooms(for: guest, among: board, at: moment, hidesNames: hidesNames)
    let form = Form(
      id: "transfer", title: "Transfer from \(room.number)",
      pages: [
        [
          FormSection(
            "TO",
            rows: [
              [.lookup("room", "Room", rooms, required: true, width: 12)],
              [.staff(in: room, from: directory, required: false)],
              [.reason()],
            ])
        ]
      ], moment: moment,
      checks: [
        { form in
          guard let why = form.choice("room").flatMap({ RoomTargets.obstacle(in: $0) }) else { return [] }
          return [FieldProblem(field: "room", sentence: "\(why); choose another room")]
        }
      ])
    return BedForm(.transfer, [room], form, for: guest) { form, room, service in
      try service.transfer(
        room.expectedBedside(at: form.moment.now), to: RoomID(form.value("room") ?? ""),
        staff: form.value("staff").map { StaffID($0) },
        reason: form.text("reason"))
    }
  }
}

extension FieldLookup {
  /// The rooms that somebody could be given, from the board as it stands in memory: asked at each key.
  static func rooms(
    for guest: RoomGuest, among board: [RoomBoardRow], at moment: FormMoment, hidesNames: Bool
  ) -> FieldLookup {
    FieldLookup(
      noun: "room", choices: RoomTargets(for: guest, among: board, at: moment, hidesNames: hidesNames).choices)
  }
}

/// Whom a room is looked for.
struct RoomGuest: Hashable, Sendable {
  /// The patient; nil while nobody is chosen.
  let patient: PatientID?
  /// Their sex, for wards that are meant for one.
  let sex: Sex?
  /// The ward whose rooms come first.
  let ward: DepartmentID
  /// The room that they are in; nil for somebody who is to be admitted.
  let room: RoomID?

  /// The patient in a room, who is to be moved.
  init(in room: RoomBoardRow) {
    (patient, sex) = (room.occupancy?.patient.id, room.occupancy?.patient.sex)
    (ward, self.room) = (room.department.id, room.id)
  }

  /// The same for another patient who is chosen in the form.
  func with(_ patient: PatientID?, _ sex: Sex?) -> RoomGuest {
    RoomGuest(patient: patient, sex: sex, ward: ward, room: room)
  }

  private init(patient: PatientID?, sex: Sex?, ward: DepartmentID, room: RoomID?) {
    (self.patient, self.sex, self.ward, self.room) = (patient, sex, ward, room)
  }

  /// Somebody who is to be admitted, best to a room of a ward.
  init(_ patient: RoomBoardRow.PatientLine?, near ward: DepartmentID) {
    (self.patient, sex, self.ward, room) = (patient?.id, patient?.sex, ward, nil)
  }
}

/// The rooms that a patient could be given, the likeliest first, and what stands in the way of the others.
struct RoomTargets: Sendable {
  /// One line for each room: its number, and what it has or why it cannot be taken.
  let choices: [FieldChoice]

  /// Why the room of a line cannot be taken, such as `occupied by DUARTE, Inês`; nil if it can.
  static func obstacle(in choice: FieldChoice) -> String? {
    choice.isRuledOut ? String(choice.detail.dropFirst(FieldChoice.no.count)) : nil
  }

  init(for guest: RoomGuest, among board: [RoomBoardRow], at moment: FormMoment, hidesNames: Bool = false) {
    var free: [(row: RoomBoardRow, choice: FieldChoice)] = []
    var taken: [FieldChoice] = []
    for row in board where row.id != guest.room {
      if let why = Self.obstacle(row, to: guest, at: moment, hidesNames) {
        taken.append(FieldChoice(row.number, value: row.id.text, detail: FieldChoice.no + why))
      } else {
        free.append((row, FieldChoice(row.number, value: row.id.text, detail: Self.merits(row, for: guest))))
      }
    }
    let near = free.filter { $0.row.department.id == guest.ward }
    let far = free.filter { $0.row.department.id != guest.ward }
    choices = (near + far).map(\.choice) + taken
  }

  private static func merits(_ row: RoomBoardRow, for guest: RoomGuest) -> String {
    let concern = guest.sex.flatMap { row.department.genderRule.concern(for: $0, room: row.number) }
    let warning = concern == nil ? "" : "for \(row.department.genderRule.title), needs a reason"
    return [row.department.name, row.kind.title, row.features, warning].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What stands in the way of a room. A hold for the patient who is to have it does not.
  private static func obstacle(
    _ row: RoomBoardRow, to guest: RoomGuest, at moment: FormMoment, _ hidesNames: Bool
  ) -> String? {
    switch row.code(at: moment.now) {
    case .free: nil
    case .occupied, .isolated:
      "occupied by \(row.occupancy.map { hidesNames ? $0.patient.name.initials.listed : $0.patient.name.listed } ?? "a patient")"
    case .housekeeping, .contaminated: row.service.state.condition
    case .closed: "closed: \(row.service.reason)"
    case .held:
      if let hold = row.hold, hold.patient?.id != guest.patient || hold.patient == nil {
        "held for \(hidesNames ? hold.patient?.name.initials.listed ?? hold.note : hold.label) until \(moment.local.text(hold.expiresAt))"
      } else {
        nil
      }
    }
  }
}
