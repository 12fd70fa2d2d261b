import TerminalKit

// What works on every screen, as data like the commands of any pane.
extension Shell {
  /// The commands that every screen has.
  package static let keyTable: [Command<Shell>] =
    [
      Command("shell.help", keys: ["?", .function(1)], title: "Help", hint: "Help", section: .everywhere) {
        $0.openHelp()
      },
      Command(
        "shell.palette", keys: [":", .control("p"), .function(2)], title: "Command palette", hint: "Commands",
        section: .everywhere
      ) { $0.openPalette() },
      Command("shell.back", keys: ["q", .function(3)], title: "Back", hint: "Back", section: .everywhere) {
        $0.back(quits: true)
      },
      Command(
        "shell.leave", keys: [.escape, .function(12)], title: "Leave, clear the filter, then back; never quits",
        section: .everywhere
      ) { $0.back(quits: false) },
      Command(
        "shell.lock", keys: [.control("k")], title: "Lock the terminal now", hint: "Lock", section: .everywhere
      ) { $0.lock() },
      Command(
        "shell.privacy", keys: privacyKeys, title: "Hide the names of patients on every list, or show them",
        section: .everywhere
      ) { $0.toggleNames() },
      Command(
        "shell.undo", keys: ["u", .control("z")], title: "Undo the last reversible act", hint: "Undo",
        section: .everywhere, disabled: { $0.done.isEmpty ? "There is nothing to undo." : nil }
      ) { $0.undo() },
      Command(
        "shell.redo", keys: [.control("y")], title: "Do it again", section: .everywhere,
        disabled: { $0.undone.isEmpty ? "There is nothing to do again." : nil }
      ) { $0.redo() },
      Command("shell.messages", keys: ["m", .control("g")], title: "All messages", section: .everywhere) {
        $0.openMessages()
      },
      Command("shell.redraw", keys: [.control("l")], title: "Draw the screen again", section: .display) {
        $0.wishes.append(.redrawAll)
      },
      Command("shell.mouse", keys: [], title: "Mouse on or off", section: .display) { $0.toggleMouse() },
      Command("shell.signOut", keys: [], title: "Sign out…", section: .everywhere) { $0.askSignOut() },
    ] + tabCommands.map(\.command)

  /// Those that the footer shows.
  private static let hinted = keyTable.filter { $0.hint != nil }

  /// What hides names, in a form and under a box too.
  static let privacyKeys: [Key] = [.function(8), .control("n")]

  /// The commands that go to the tabs.
  static let tabCommands: [(number: TabNumber, command: Command<Shell>)] = (1...8).map { number in
    let command = Command<Shell>(
      CommandID("shell.tab\(number)"), keys: [.character(Character("\(number)"))], title: "Go to pane \(number)",
      section: .everywhere, isMotion: true
    ) { $0.goTo(TabNumber(number)) }
    return (TabNumber(number), command)
  }

  /// The name of the tab that a command goes to; nil if it goes to none that the person has.
  private func tabTitle(_ id: CommandID) -> String? {
    guard let number = Self.tabCommands.first(where: { $0.command.id == id })?.number else { return nil }
    return stacks.first { $0.tab.number == number }?.tab.title
  }

  /// Everything that can be done now: the pane's first, then what works everywhere
  /// and is not done by the pane itself under the same name. Tabs that the person
  /// has not are left out.
  var offers: [CommandOffer] {
    var all = keyMap.apply(front?.offers ?? [])
    guard covers.isEmpty else { return all }
    for command in Self.keyTable where !(front?.has(command.id) ?? false) {
      var offer = keyMap.apply(command.offer(for: self))
      if command.id.isTab {
        guard let title = tabTitle(command.id) else { continue }
        offer.entry.title = "Go to \(title)"
      }
      all.append(offer)
    }
    return all
  }

  /// What the footer shows of it.
  var hints: [CommandHint] {
    let own = front?.hints ?? []
    var all = own
    if covers.isEmpty {
      // A pane that does one of them itself shows its own.
      for command in Self.hinted where !own.contains(where: { $0.entry.id == command.id }) {
        if let hint = command.hint(for: self) { all.append(hint) }
      }
    }
    return keyMap.keys.isEmpty ? all : all.map { CommandHint(entry: keyMap.apply($0.entry), isDimmed: $0.isDimmed) }
  }

  /// The command that `key` does now; nil if it does none.
  func offer(for key: Key) -> CommandOffer? {
    func has(_ id: CommandID, _ keys: [Key]) -> Bool { keyMap.keys(of: id, usually: keys).contains(key) }
    if let own = front?.offer(where: has) { return keyMap.apply(own) }
    guard covers.isEmpty, let command = Self.keyTable.first(where: { has($0.id, $0.keys) }) else { return nil }
    if front?.has(command.id) ?? false { return nil }
    return command.offer(for: self)
  }

  /// Does a command by its name: the pane's, or one of every screen.
  func run(_ id: CommandID) {
    if let box = front, box.run(id) {
      settle(box)
    } else if let command = Self.keyTable.first(where: { $0.id == id }) {
      var shell = self
      command.act(&shell)
    }
  }

  /// Leaves the innermost thing that can be left. At the top of a tab only q asks to sign out.
  func back(quits: Bool) {
    guard let box = front else { return }
    let handled = box.back()
    settle(box)
    guard !handled, covers.isEmpty, front === box else { return }
    if let loss = box.wouldLose {
      let question = ConfirmQuestion(
        title: "Leave \(box.title)?", lines: [loss], keep: "Stay", act: "Leave")
      openOverlay(OverlayBox(ConfirmBox(question)) { .reply(PaneReply { [weak self] in self?.close($0) }) }, for: box)
    } else if stacks[active].boxes.count > 1 {
      close(box)
    } else if quits {
      askSignOut()
    }
  }

  /// Asks whether the person wants to leave.
  func askSignOut() {
    let question = ConfirmQuestion(
      title: "Sign out?", lines: ["Unfinished forms are kept as drafts for 12 hours."], keep: "Stay", act: "Sign out")
    openOverlay(OverlayBox(ConfirmBox(question)) { .ask(.signOut) }, for: front)
  }

  /// Hides the names of patients, or shows them again; what is seen now changes at once.
  func toggleNames() {
    guard let said = host.toggleNames() else { return }
    overlays.removeAll(where: \.isPage)
    front?.appear()
    if let front { settle(front) }
    say(.note, said)
  }

  /// Lets the mouse be used, or leaves it to the terminal.
  func toggleMouse() {
    hasMouse.toggle()
    wishes.append(.mouse(hasMouse))
    say(.ok, hasMouse ? "The mouse is on." : "The mouse is off.")
  }
}

extension CommandID {
  /// Whether it goes to a tab.
  var isTab: Bool { name.hasPrefix("shell.tab") }
}
