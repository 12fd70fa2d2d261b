import HospitalDomain
import HospitalScreens
import TerminalKit

/// The tabs of the program: what each role finds at the top of the screen. An area that is added adds its line here.
package enum MainMenu {
  /// The tabs for who is signed in at the desk.
  package static func tabs(_ desk: Desk) -> [ShellTab] {
    guard desk.person != nil else { return [] }
    if desk.may(.readOwnRecord) { return ownTabs(desk) }
    var tabs: [ShellTab] = []
    tabs += homeTabs(desk) + bedTabs(desk)
    if desk.may(.registerPatient) || desk.may(.registerUnidentified) {
      tabs.append(ShellTab(3, "Register") { RegisterPane(desk: desk) })
    }
    tabs += checkOutTabs(desk) + invoiceTabs(desk) + pharmacyTabs(desk)
    if desk.may(.findPatient) {
      let record = KeyTable("a patient's record", PatientRecordPane.keyTable)
      tabs.append(ShellTab(7, "Patients", opening: [record]) { PatientSearchPane(desk: desk) })
    }
    return tabs + moreTabs(desk)
  }

  /// A patient finds their own record, and who looked at it, and nothing else.
  private static func ownTabs(_ desk: Desk) -> [ShellTab] {
    guard let session = desk.session else { return [] }
    let reading = Result { try OwnRecordScreen(at: desk) }
    let parts = OwnRecordScreen.Part.allCases
    let tabs = parts.enumerated().map { place, part in
      ShellTab(TabNumber(place + 1), part.title) { OwnRecordPane(part, reading, desk: desk) }
    }
    let looks = ShellTab(TabNumber(parts.count + 1), "Who looked") {
      AuditPane(desk.ownLooks(try? reading.get().banner, in: session))
    }
    let own = OwnAccountScreen(desk: desk).map { screen in
      ShellTab(8, "Account") { OwnAccountPane(screen, desk: desk) }
    }
    return tabs + [looks] + [own].compactMap(\.self)
  }

  /// What the command palette offers for a text wherever one is: patients by any part of what they are found by.
  package static func paletteEntries(for text: String, at desk: Desk) -> [PaletteEntry] {
    let places = bedEntries(for: text, at: desk) + moreEntries(for: text, at: desk)
    guard desk.may(.findPatient), let name = text.split(separator: " ", maxSplits: 1).last, text.hasPrefix("find ")
    else {
      return places
    }
    let search = PatientSearchPane(desk: desk, typed: String(name))
    return places + [PaletteEntry("find \(name)", place: "Patients", ask: .openAt(7, PaneBox(search)))]
  }
}
