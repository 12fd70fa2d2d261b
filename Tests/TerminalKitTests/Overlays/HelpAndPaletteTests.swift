import TerminalKit
import Testing

@Suite("Help and command palette")
struct HelpAndPaletteTests {
  private static let offers = [
    CommandOffer(entry: CommandEntry(id: "beds.hold", keys: ["h"], title: "Hold the room…")),
    CommandOffer(
      entry: CommandEntry(id: "beds.leave", keys: [.function(9), "D"], title: "Discharge patient…"),
      refusal: "The bed is free."),
    CommandOffer(
      entry: CommandEntry(id: "shell.lock", keys: [.control("k")], title: "Lock the terminal now", section: .everywhere)
    ),
  ]

  private func frame(_ overlay: some Overlay) -> Frame {
    var canvas = Canvas(size: Size(columns: 80, rows: 18))
    var overlay = overlay
    overlay.draw(on: &canvas)
    return Frame(canvas: canvas, theme: .plain)
  }

  @Test("help shows every command by section with its keys, and why one cannot be done")
  func help() throws {
    let frame = frame(HelpBox(title: "Help: Beds", offers: Self.offers, typing: false))
    #expect(frame.shows("Help: Beds"))
    #expect(frame.shows("F9 D"))
    #expect(frame.shows("The bed is free."))
    #expect(frame.role(of: "Discharge patient…") == .disabled)
    #expect(try #require(frame.row(of: "EVERYWHERE")) > #require(frame.row(of: "THIS PANE")))
  }

  @Test("in a form, help leaves out the keys that are text there")
  func typing() {
    #expect(!frame(HelpBox(title: "Help", offers: Self.offers, typing: true)).shows("F9 D"))
  }

  @Test("typing searches the help; Enter runs, but not what cannot be done")
  func searched() {
    var help = HelpBox(title: "Help", offers: Self.offers, typing: false)
    for character in "lock" { _ = help.handle(.character(character)) }
    if case .done(let id) = help.handle(.enter) { #expect(id == "shell.lock") } else { Issue.record("not run") }
    help = HelpBox(title: "Help", offers: Self.offers, typing: false)
    for character in "disch" { _ = help.handle(.character(character)) }
    if case .stay = help.handle(.enter) {} else { Issue.record("ran what cannot be done") }
    #expect(frame(help).shows("The bed is free."))
  }

  private func palette() -> PaletteBox<String> {
    PaletteBox { typed in
      let fixed = Self.offers.map {
        PaletteBox<String>.Line(
          title: $0.entry.title, place: $0.entry.section.title, refusal: $0.refusal, outcome: $0.entry.id.name)
      }
      guard let number = typed.split(separator: " ").last.flatMap({ Int($0) }) else { return fixed }
      return fixed + [.init(title: "Bed \(number)", place: "Beds", refusal: nil, outcome: "bed.\(number)")]
    }
  }

  @Test("the palette finds commands by beginnings of words, and what can be done first")
  func palettes() throws {
    var box = palette()
    for character in "the" { _ = box.handle(.character(character)) }
    #expect(frame(box).shows("> Hold the room…"))
    box = palette()
    #expect(try #require(frame(box).row(of: "Discharge")) > #require(frame(box).row(of: "Lock")))
  }

  @Test("the palette offers what the program makes of the words: bed 7")
  func dynamic() {
    var box = palette()
    for character in "bed 7" { _ = box.handle(.character(character)) }
    if case .done(let outcome) = box.handle(.enter) { #expect(outcome == "bed.7") } else { Issue.record("not run") }
  }

  @Test("Tab completes, Esc leaves, what cannot be done says why and is not run")
  func keys() {
    var box = palette()
    for character in "loc" { _ = box.handle(.character(character)) }
    _ = box.handle(.tab)
    #expect(frame(box).shows("[Lock the terminal now"))
    if case .close = box.handle(.escape) {} else { Issue.record("Esc did not leave") }
    box = palette()
    for character in "disc" { _ = box.handle(.character(character)) }
    if case .stay = box.handle(.enter) {} else { Issue.record("ran what cannot be done") }
    #expect(frame(box).shows("The bed is free."))
  }
}
