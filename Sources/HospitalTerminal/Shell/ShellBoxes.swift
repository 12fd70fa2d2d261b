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
    let typing = front?.holdsText ?? false
    let fixed = offers.filter { $0.entry.section != .move }.map { Self.line($0, typing: typing) } + displays
    let box = front
    let host = host
    let elsewhere = elsewhere(but: Set(offers.map(\.entry.id)))
    let palette = PaletteBox { typed in
      if typed.isEmpty { return fixed }
      let made = (box?.paletteEntries(for: typed) ?? []) + host.paletteEntries(for: typed)
      return fixed + made.map { .init(title: $0.title, place: $0.place, refusal: $0.refusal, outcome: $0.ask) }
        + elsewhere
    }
    openOverlay(OverlayBox(palette) { .ask($0) }, for: front)
  }

  /// A command as a line of the palette.
  private static func line(_ offer: CommandOffer, typing: Bool) -> PaletteBox<Ask>.Line {
    .init(
      title: offer.entry.title, place: offer.entry.section.title,
      key: offer.entry.shownKey(typing: typing)?.label ?? "", refusal: offer.refusal, outcome: .run(offer.entry.id))
  }

  /// What can be done on other tabs, but for what is offered here. Choosing it leads there and names the key: what an act is
  /// done to has to be seen before it is done.
  private func elsewhere(but here: Set<CommandID>) -> [PaletteBox<Ask>.Line] {
    var known = here
    return stacks.flatMap { stack in
      stack.tab.acts().flatMap { screen in
        screen.entries.map(keyMap.apply).compactMap { entry in
          guard entry.isOfItsScreen, let key = entry.keys.first?.label else { return nil }
          guard known.insert(entry.id).inserted else { return nil }
          let way = screen.name.isEmpty ? "\(key) does it here." : "\(key) does it on \(screen.name); Enter opens one."
          return .init(
            title: entry.title, place: "\(stack.tab.title): \(key)", refusal: nil,
            outcome: .lead(stack.tab.number, saying: way))
        }
      }
    }
  }

  /// The themes, as lines of the palette: "Display: high contrast".
  private var displays: [PaletteBox<Ask>.Line] {
    themes.names.map { name in
      let words = String(name.map { $0 == "-" ? " " : $0 })
      return .init(title: "Display: \(words)", place: "Display", refusal: nil, outcome: .theme(name))
    }
  }

  /// Opens the list of all messages.
  func openMessages() {
    let lines = messages.history.map { message in
      StyledText(host.clock(at: message.time) + "  ", .caption)
        + StyledText(String((message.level.word + "    ").prefix(5)) + " ", message.level.role)
        + StyledText(message.text + (message.count > 1 ? " (\(message.count) times)" : ""))
    }
    let page = TextPage(title: "Messages", lines: lines.isEmpty ? ["Nothing was said yet."] : lines)
    openOverlay(OverlayBox(TextBox(page, atEnd: true)) { _ in .nothing }, for: front)
  }
}

extension CommandEntry {
  /// Whether it is an act of one screen, not a way of moving about or what every screen has.
  fileprivate var isOfItsScreen: Bool {
    !isMotion && ![.move, .find, .form, .everywhere, .display].contains(section)
  }
}
