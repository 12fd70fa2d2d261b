import HospitalDomain
import HospitalScreens

/// What the room with the focus was before: its state, its kind and all else that is kept of it (B10).
extension BedsPane {
  package var historyDesk: Desk { desk }
  package var recordWithHistory: VersionedRecord? { screen.selectedRow.map { VersionedRecord(.room, $0.id.text) } }
}
