import HospitalDomain
import HospitalServices

/// The rooms of the hospital, added, changed and retired by an administrator (A6).
package enum RoomCatalogue: CatalogueKind {
  package static let title = "Rooms"
  package static let noun = "room"
  package static let permission = Permission.manageRooms

  package static let columns: [CatalogueColumn<RoomBoardRow>] = [
    CatalogueColumn("ROOM", 8) { $0.number },
    CatalogueColumn("DEPARTMENT", 14, isFlexible: true) { $0.department.name },
    CatalogueColumn("KIND", 15) { $0.kind.title },
    CatalogueColumn("BAY", 6, rank: 1) { $0.bay },
    CatalogueColumn("FEATURES", 12, isFlexible: true, rank: 2) { $0.features },
    CatalogueColumn("STATE", 12, rank: 1) { $0.occupancy == nil ? $0.service.state.title : "occupied" },
  ]

  package static func items(_ session: Session) throws -> [RoomBoardRow] {
    try BedService(session).board().sorted {
      $0.department.name != $1.department.name
        ? NaturalOrder.precedes($0.department.name, $1.department.name) : NaturalOrder.precedes($0.number, $1.number)
    }
  }

  package static func id(of item: RoomBoardRow) -> String { item.id.text }

  package static func form(for item: RoomBoardRow?, _ session: Session, at moment: FormMoment) throws -> Form {
    let departments = try StaffService(session).departments()
    let kinds = RoomKind.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
    return Form(
      id: "room", title: item.map { "Room \($0.number)" } ?? "New room",
      pages: [
        [
          FormSection(
            "",
            rows: [
              [.department(among: departments, chosen: item?.department.id)],
              [
                .text(
                  "number", "Number", required: true, width: 12, limit: 20, hint: "4A-12", text: item?.number ?? ""),
                .text("bay", "Bay", width: 10, limit: 20, hint: "4A-12 of 4A-12-B", text: item?.bay ?? ""),
              ],
              [
                .lookup(
                  "kind", "Kind", FieldLookup(noun: "kind", choices: kinds), required: true, width: 16,
                  chosen: kinds.first { $0.value == item?.kind.rawValue })
              ],
              [
                .text(
                  "features", "Features", width: 44, limit: SafeText.lineLimit, hint: "side room, oxygen",
                  text: item?.features ?? "")
              ],
            ] + FormField.reasons(forChange: item != nil))
        ]
      ], moment: moment)
  }

  package static func save(_ form: Form, _ item: RoomBoardRow?, _ session: Session) throws -> String {
    let entry = RoomEntry(form.texts(of: RoomEntry.Field.self))
    let description = try entry.check(departments: try StaffService(session).departments())
    if let item {
      try RoomService(session).change(item, to: description, because: form.text("reason"))
      return "Room \(description.number) is changed"
    }
    _ = try RoomService(session).add(description)
    return "Room \(description.number) is added, in service and free"
  }

  package static func question(of item: RoomBoardRow) -> CatalogueQuestion {
    CatalogueQuestion(
      "Retire room \(item.number)?",
      lines: [
        "\(item.department.name), \(item.kind.title)", "It leaves every board for good; what happened in it stays.",
      ],
      act: "Retire")
  }

  package static func retire(_ item: RoomBoardRow, because reason: String, _ session: Session) throws -> String {
    try RoomService(session).retire(item.id, because: reason)
    return "Room \(item.number) is retired"
  }
}
