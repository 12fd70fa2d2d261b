import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// A form that is gone on with stands as its owner left it: every form the same way, because one mechanism does it.
@Suite("A form that is gone on with stands as it was left (H4)")
struct ReturnedDraftTests {
  @Test(
    "it says that what was typed is back, with the cursor in the field where the person was",
    arguments: EveryFormTests.kept)
  func cursor(_ name: FormName) throws {
    let world = try FormWorld()
    let form = try #require(try world.form(name))
    let station = FormStation(name, form, in: world.hospital)
    // Reasons are one field in a box; the test of every form looks at them.
    guard station.shell.offers.contains(where: { $0.entry.id == "form.save" }) else { return }
    station.terminal.type("Quok")
    world.hospital.clock.advance(by: .seconds(2))
    station.terminal.passTime(to: world.hospital.clock.now.milliseconds)
    try station.waitForDraft()
    // Nothing is typed after this: only where the cursor is differs from what was kept.
    station.terminal.press(.tab, .tab)
    let left = try #require(station.captionAtCursor)
    station.terminal.press(.escape)
    try station.waitForDraft()

    let again = FormStation(name, form, in: world.hospital)
    #expect(again.terminal.frame.shows("What you typed at"), "\(name) does not say so:\n\(again.terminal.frame)")
    #expect(again.captionAtCursor == left, "\(name)")
  }
}

extension ReturnedDraftTests {
  @Test("opened from the record instead of from Home, the change of a patient's details goes on too")
  func fromTheRecord() throws {
    let station = try Workstation(.reception)
    station.terminal.press("7")
    station.terminal.type("duarte")
    station.terminal.press(.enter, "e")
    station.terminal.type("Quok")
    station.terminal.press(.escape)
    #expect(!station.frame.shows("Quok"))
    station.terminal.press("e")
    #expect(station.frame.shows("Quok") && station.frame.shows("What you typed at"), "\(station.frame)")
    station.desk.drafts?.finish()
    #expect(try DraftService(station.hospital.session(.reception)).drafts().count == 1)
  }
}

extension FormStation {
  /// The words of the cursor's row before the field that it stands in.
  fileprivate var captionAtCursor: String? {
    guard let cursor = terminal.frame.cursor else { return nil }
    let before = terminal.frame.line(cursor.row).prefix(cursor.column)
    return String(before.prefix { $0 != "[" }.drop { " !>".contains($0) })
  }
}
