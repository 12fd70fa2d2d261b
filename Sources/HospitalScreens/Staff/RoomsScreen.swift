import HospitalDomain
import HospitalServices

/// The rooms themselves, ward by ward (A6).
package struct RoomsScreen: ManagedDirectory {
  /// A room with its state.
  package struct Row: Identifiable, Sendable {
    package let room: RoomBoardRow
    /// Its state, as the board tells it.
    package let code: BedCode

    package var id: RoomID { room.id }
  }

  package var rows = NarrowedList<Row> { row in
    "\(row.room.number) \(row.room.department.name) \(row.room.bay) \(row.room.kind.title) \(row.room.features) "
      + row.code.title
  }
  package var problem: FormMessage?
  package let title = "Rooms"
  package let noun = "room"
  package let filterHint = "number, ward, kind, feature, state"
  private let session: Session

  /// The rooms as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package func read() throws -> [Row] {
    let now = session.workplace.clock()
    return try BedService(session).board().sorted(by: Self.precedes).map { Row(room: $0, code: $0.code(at: now)) }
  }

  package func history(of row: Row) -> VersionedRecord? { VersionedRecord(.room, row.id.text) }

  package var formName: FormName { .room }

  package var manageRefusal: String? { session.refusal(of: .manageRooms)?.sentence }

  package func newForm() -> DirectoryForm { RoomForms(session).new() }

  package func changeForm(of row: Row) -> DirectoryForm { RoomForms(session).change(row.room) }

  package func ending(of row: Row) -> DirectoryEnding {
    DirectoryEnding(
      title: "Retire room \(row.room.number)?",
      lines: [
        "\(row.room.department.name), \(row.room.kind.title)",
        "It leaves the board for good. What happened in it stays.",
      ],
      act: "Retire")
  }

  package func end(_ row: Row, because reason: String) throws -> String {
    try RoomService(session).retire(row.room.id, because: reason)
    return "Room \(row.room.number) is retired."
  }

  private static func precedes(_ left: RoomBoardRow, _ right: RoomBoardRow) -> Bool {
    left.department.name == right.department.name
      ? NaturalOrder.precedes(left.number, right.number)
      : NaturalOrder.precedes(left.department.name, right.department.name)
  }
}
