import HospitalDomain
import HospitalScreens
import TerminalKit

/// Where rooms, departments, doctors and staff are kept: lines of the tab More.
extension MainMenu {
  /// The lists for those who may see them; only those who may change them find the keys that do.
  static func staffEntries(_ desk: Desk) -> [MoreEntry] {
    guard let session = desk.session, desk.may(.seeStaff) else { return [] }
    var entries: [MoreEntry] = []
    if desk.may(.seeBoard) {
      entries.append(
        MoreEntry("Rooms", "add, change and retire rooms") {
          CataloguePane(CatalogueScreen<RoomCatalogue>(session: session), desk: desk)
        })
    }
    return entries + [
      MoreEntry("Departments", "add, change and retire departments and wards") {
        CataloguePane(CatalogueScreen<DepartmentCatalogue>(session: session), desk: desk)
      },
      MoreEntry("Doctors", "who they are, their speciality and department") {
        CataloguePane(CatalogueScreen<DoctorCatalogue>(session: session), desk: desk)
      },
      MoreEntry("Staff", "who they are, what they do, their department") {
        CataloguePane(CatalogueScreen<StaffCatalogue>(session: session), desk: desk)
      },
    ]
  }
}
