import HospitalDomain
import HospitalScreens
import TerminalKit

extension RoomsScreen: DirectoryListing {
  package static let commands = DirectoryPane<RoomsScreen>.managing(
    DirectoryKeys(
      area: "rooms", new: "Add a room, or a run of rooms…", change: ("Change the room…", "Change…"),
      end: ("retire", [.function(9), "D"], "Retire the room…", "Retire…")))

  package static let columns: [TableColumn<Row>] = [
    TableColumn("ROOM", width: .fixed(9)) { $0.room.number },
    TableColumn("DEPARTMENT", width: .flexible(16)) { $0.room.department.name },
    TableColumn("BAY", width: .fixed(8), rank: 2) { $0.room.bay },
    TableColumn("KIND", width: .fixed(15)) { $0.room.kind.title },
    TableColumn("STATE", width: .fixed(12), role: { $0.code.role }) { $0.code.title },
    TableColumn("FEATURES", width: .flexible(12), rank: 1) { $0.room.features },
  ]

  package static var followsBoard: Bool { true }
}
