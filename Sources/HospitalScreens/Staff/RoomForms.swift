import HospitalDomain
import HospitalServices

/// The forms of rooms: a new one, a run of new ones, and a change (A6).
struct RoomForms {
  private let session: Session
  private let departments: [Department]

  init(_ session: Session) {
    self.session = session
    departments = (try? StaffService(session).departments()) ?? []
  }

  /// One room, or with a last number the whole run.
  func new() -> DirectoryForm {
    let (session, departments) = (session, departments)
    let last = FormField.text(
      "last", "to", width: 12, limit: 40, hint: "for a run: 4A-24",
      help: "The number of the last room, to add a run of rooms in one act. Empty for one room.")
    let form = Form.single(
      "room", "Rooms · new", heading: "NEW ROOM", rows: fields(nil, beside: [last]), moment: session.moment)
    return DirectoryForm(.room, form) { form in
      let rooms = try Self.rooms(form, departments)
      try RoomService(session).add(rooms)
      guard let first = rooms.first, let last = rooms.last, rooms.count > 1 else {
        return "Room \(rooms.first?.number ?? "") is added."
      }
      return "\(rooms.count) rooms are added, \(first.number) to \(last.number)."
    }
  }

  /// A change of a room.
  func change(_ room: RoomBoardRow) -> DirectoryForm {
    let (session, departments) = (session, departments)
    let form = Form.single(
      "room", "Rooms · \(room.number)", heading: "ROOM \(room.number)",
      rows: fields(room, beside: []) + [[.whyChanged]],
      moment: session.moment)
    return DirectoryForm(.room, subject: room.id.text, form) { form in
      let details = try Self.entry(form, departments).check(departments: departments)
      try RoomService(session).change(room, to: details, because: form.text("reason"))
      return "Room \(details.number) is changed."
    }
  }

  private func fields(_ room: RoomBoardRow?, beside others: [FormField]) -> [[FormField]] {
    let kinds = RoomKind.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
    let number = FormField.text(
      "number", "Number", required: true, width: 12, limit: 40, help: "The number on the door, such as 4A-12.",
      text: room?.number ?? "")
    return [
      [.department(of: departments, chosen: room?.department.id)],
      [number] + others,
      [
        .text(
          "bay", "Bay", width: 12, limit: 40, hint: "empty for a room of its own",
          help: "The number of the bay that this is a bed space of, such as 3B-12.", text: room?.bay ?? "")
      ],
      [
        .lookup(
          "kind", "Kind", FieldLookup(noun: "kind of room", choices: kinds), required: true, width: 20,
          chosen: kinds.first { $0.value == (room?.kind ?? .private).rawValue })
      ],
      [
        .text(
          "features", "Features", width: 46, limit: SafeText.lineLimit, hint: "oxygen, monitor",
          text: room?.features ?? "", reader: .line())
      ],
    ]
  }

  private static func entry(_ form: Form, _ departments: [Department]) -> RoomEntry {
    RoomEntry([
      .department: form.departmentName(among: departments), .number: form.text("number"), .bay: form.text("bay"),
      .kind: form.value("kind") ?? form.text("kind"), .features: form.text("features"),
    ])
  }

  /// Every room that the form stands for, or what is wrong in it.
  private static func rooms(_ form: Form, _ departments: [Department]) throws -> [RoomDescription] {
    var entry = entry(form, departments)
    let first = try entry.check(departments: departments)
    guard !form.text("last").isEmpty else { return [first] }
    let numbers: [String]
    do throws(Misentry) { numbers = try RoomRun.numbers(from: first.number, to: form.text("last")) } catch {
      throw InvalidEntry(problems: [error.at("last")])
    }
    return try numbers.map { number in
      entry[.number] = number
      return try entry.check(departments: departments)
    }
  }
}
