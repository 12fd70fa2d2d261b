import HospitalDomain
import HospitalScreens
import TerminalKit

/// Where registration stands among the tabs and in the palette.
extension MainMenu {
  /// Register and Patients, for those who may; a patient's own record.
  static func registrationTabs(_ desk: Desk) -> [ShellTab] {
    var tabs: [ShellTab] = []
    if desk.may(.registerPatient) || desk.may(.registerUnidentified) {
      tabs.append(ShellTab(3, "Register") { RegisterPane(desk: desk) })
    }
    if desk.may(.findPatient) { tabs.append(ShellTab(7, "Patients") { PatientSearchPane(desk: desk) }) }
    if desk.may(.readOwnRecord) { tabs.append(ShellTab(7, "My record") { OwnRecordPane(desk: desk) }) }
    return tabs
  }

  /// `Find patient okafor`, for those who may look.
  static func registrationEntries(for text: String, at desk: Desk) -> [PaletteEntry] {
    let words = text.split(separator: " ").map(String.init)
    let wanted = (["find", "patient"].contains(words.first?.lowercased() ?? "") ? Array(words.dropFirst()) : words)
      .joined(separator: " ")
    guard desk.may(.findPatient), wanted.count > 1 else { return [] }
    let search = PaneBox(PatientSearchPane(desk: desk, typed: wanted))
    return [PaletteEntry("Find patient \(wanted)", place: "Patients", ask: .openAt(7, search))]
  }
}
