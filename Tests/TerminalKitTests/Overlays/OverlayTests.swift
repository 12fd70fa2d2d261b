import TerminalKit
import Testing

@Suite("Questions over the screen")
struct OverlayTests {
  private func frame(_ overlay: some Overlay, columns: Int = 80, rows: Int = 18) -> Frame {
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    var overlay = overlay
    overlay.draw(on: &canvas)
    return Frame(canvas: canvas, theme: .plain)
  }

  private static let checkOut = ConfirmQuestion(
    title: "Check out patient?", lines: ["OYELARAN, Tunde  Born 1958/02/03", "Sends bed 4A-09 to cleaning."],
    keep: "Keep patient", act: "Check out", typed: "4A-09", typedName: "the room number")

  @Test(
    "the harmless button has the focus; Enter and Esc are harmless", arguments: [Key.enter, .escape, .function(12)])
  func harmless(key: Key) {
    var box = ConfirmBox(ConfirmQuestion(title: "Void line 4?", lines: ["X-ray knee"], act: "Void"))
    #expect(frame(box).shows(">[ Keep  Esc ]<"))
    #expect(frame(box).role(of: "[ Keep") == .buttonFocused)
    if case .close = box.handle(key) {} else { Issue.record("\(key.label) did not leave the box") }
    #expect(box.dropsTypeAhead)
  }

  @Test("tier 1 acts on ^S; no letter does anything")
  func tierOne() {
    var box = ConfirmBox(ConfirmQuestion(title: "Void line 4?", lines: [], act: "Void"))
    if case .stay = box.handle("y") {} else { Issue.record("y answered") }
    if case .done = box.handle(.control("s")) {} else { Issue.record("^S did not act") }
  }

  @Test("all of a long number that is typed can be read")
  func longWord() {
    var box = ConfirmBox(ConfirmQuestion(title: "Merge?", lines: [], act: "Merge", typed: "000000-153-1"))
    for character in "000000-153-1" { _ = box.handle(.character(character)) }
    #expect(frame(box).shows("[000000-153-1_]"))
  }

  @Test(
    "tier 2 acts only when the word is typed, in small or capital letters",
    arguments: [("4A-0", false), ("4A-09", true), ("4a-09 ", true), ("", false)])
  func tierTwo(typed: String, acts: Bool) {
    var box = ConfirmBox(Self.checkOut)
    #expect(frame(box).role(of: "[ Check out") == .disabled)
    for character in typed { _ = box.handle(.character(character)) }
    #expect(box.isReady == acts)
    if case .done = box.handle(.control("s")) { #expect(acts) } else { #expect(!acts) }
  }

  @Test(
    "a reason must be written; Enter does not act",
    arguments: [("", false), ("  ", false), ("ok", false), ("Seen by ward", true)])
  func reason(text: String, acts: Bool) {
    var box = ReasonBox(ReasonQuestion(title: "Verify against the interaction?", act: "Verify"))
    for character in text { _ = box.handle(.character(character)) }
    if case .stay = box.handle(.enter) {} else { Issue.record("Enter answered") }
    if case .done(let reason) = box.handle(.control("s")) {
      #expect(acts)
      #expect(reason == text)
    } else {
      #expect(!acts)
    }
  }

  @Test(
    "what is too short is called that, and what is not there missing",
    arguments: [("", "Write the"), ("o", "Too short: 2")])
  func shortReason(text: String, says: String) {
    var box = ReasonBox(ReasonQuestion(title: "Send it again?", act: "Send", shortest: 2))
    for character in text { _ = box.handle(.character(character)) }
    _ = box.handle(.control("s"))
    #expect(frame(box, columns: 80, rows: 24).shows(says))
  }

  @Test("typing narrows a list, Enter picks what was chosen by its number in the whole list")
  func pick() {
    let doctors = PickQuestion(
      title: "Doctor",
      choices: [
        .init("ADEYEMI, Bola"), .init("LINDQVIST, Maja", detail: "Orthopaedics"),
        .init("LINDHOLM, Per", refusal: "is on leave"),
      ])
    var box = PickBox(doctors)
    for character in "lind" { _ = box.handle(.character(character)) }
    #expect(!frame(box).shows("ADEYEMI"))
    if case .done(let number) = box.handle(.enter) { #expect(number == 1) } else { Issue.record("not picked") }
    _ = box.handle(.down)
    if case .stay = box.handle(.enter) {} else { Issue.record("picked what cannot be picked") }
    #expect(frame(box).shows("is on leave"))
  }

  @Test(
    "every box fits the least screen, and one that is far too small does not fail",
    arguments: [(60, 13), (20, 5), (3, 2), (0, 0)])
  func small(columns: Int, rows: Int) {
    let offers = (0..<30).map {
      CommandOffer(entry: CommandEntry(id: CommandID("c\($0)"), keys: ["a"], title: "Command \($0)"))
    }
    _ = frame(ConfirmBox(Self.checkOut), columns: columns, rows: rows)
    _ = frame(ReasonBox(ReasonQuestion(title: "Why?", act: "Go")), columns: columns, rows: rows)
    _ = frame(PickBox(PickQuestion(title: "Doctor", choices: [.init("A")])), columns: columns, rows: rows)
    _ = frame(HelpBox(title: "Help", offers: offers, typing: false), columns: columns, rows: rows)
    _ = frame(TextBox(TextPage(title: "Messages", lines: ["One", "Two"])), columns: columns, rows: rows)
    _ = frame(LineBox(LineQuestion(title: "Filter")), columns: columns, rows: rows)
    if columns == 60 { #expect(frame(ConfirmBox(Self.checkOut), columns: 60, rows: 13).shows("[ Check out  ^S ]")) }
  }

  @Test("a text longer than the box scrolls, and says where it is")
  func text() {
    var box = TextBox(TextPage(title: "Messages", lines: (1...50).map { StyledText("Line \($0)") }))
    #expect(frame(box, rows: 12).shows("1-10 of 50"))
    _ = frame(box, rows: 12)
    var canvas = Canvas(size: Size(columns: 80, rows: 12))
    box.draw(on: &canvas)
    _ = box.handle(.pageDown)
    box.draw(on: &canvas)
    #expect(Frame(canvas: canvas, theme: .plain).shows("11-20 of 50"))
  }
}
