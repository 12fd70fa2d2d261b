import TerminalKit

// The boxes that the shell itself opens: help, palette, messages.
extension Shell {
  /// Opens the help of what can be done now.
  func openHelp() {
    let help = HelpBox(title: "Help: \(front?.title ?? "")", offers: offers, typing: front?.holdsText ?? false)
    openOverlay(OverlayBox(help) { .ask(.run($0)) }, for: front)
  }

  /// Opens the command palette.
  func openPalette() {
    let commands = offers.map { offer in
      PaletteEntry(
        offer.entry.title, place: offer.entry.section.title, refusal: offer.refusal, ask: .run(offer.entry.id))
    }
    let displays = themes.names.map { PaletteEntry("Display: \($0)", place: "Display", ask: .theme($0)) }
    let fixed = commands + displays
    let box = front
    let host = host
    let palette = PaletteBox { typed in
      (fixed + (typed.isEmpty ? [] : (box?.paletteEntries(for: typed) ?? []) + host.paletteEntries(for: typed)))
        .map { PaletteBox<Ask>.Line(title: $0.title, place: $0.place, refusal: $0.refusal, outcome: $0.ask) }
    }
    openOverlay(OverlayBox(palette) { .ask($0) }, for: front)
  }

  /// Opens the list of all messages.
  func openMessages() {
    let lines = messages.history.map { message in
      StyledText(message.level.word + "  ", message.level.role)
        + StyledText(message.text + (message.count > 1 ? " (\(message.count) times)" : ""))
    }
    let page = TextPage(title: "Messages", lines: lines.isEmpty ? ["Nothing was said yet."] : lines)
    openOverlay(OverlayBox(TextBox(page, atEnd: true)) { _ in .nothing }, for: front)
  }
}
