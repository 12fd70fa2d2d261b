import TerminalKit

// What panes ask for.
extension Shell {
  /// Does what a pane has asked, in order, until it asks no more.
  func settle(_ box: any PaneBoxing) {
    var asks = box.takeAsks()
    while !asks.isEmpty {
      for ask in asks { grant(ask, to: box) }
      noteOther(asks, by: box)
      asks = box.takeAsks()
    }
  }

  /// Does one thing that `box` asked.
  func grant(_ ask: Ask, to box: any PaneBoxing) {
    switch ask {
    case .say(let level, let text, let subject): say(level, text, subject: subject)
    case .mend(let subject): messages.mend(subject)
    case .push(let pane): push(pane)
    case .replace(let pane): replace(box, with: pane)
    case .close(let answer): close(box, answer: answer)
    case .open(let tab): open(tab)
    case .lead(let tab, let words):
      open(tab)
      say(.note, words)
    case .openAt(let tab, let pane):
      open(tab)
      push(pane)
    case .question(let overlay): openOverlay(overlay, for: box)
    case .work(let work): start(work, for: box)
    case .reversible(let act): remember(PastAct(kind: .reversible(act), box: box))
    case .barUndo(let way):
      done = []
      remember(PastAct(kind: .bars(way), box: box))
    case .theme(let name): use(theme: name)
    case .cover(let pane): cover(pane)
    case .uncover: uncover()
    case .lock: lock()
    case .startSession: startSession()
    case .signOut: signOut()
    case .quit: isFinished = true
    case .run(let id): run(id)
    case .askWhyOpened(let record): if let door = host.door(to: record) { push(door) }
    }
  }

  /// Puts a box over the screen. Keys typed before a question opened never answer it.
  func openOverlay(_ overlay: any OverlayBoxing, for box: (any PaneBoxing)?) {
    overlay.asker = box
    overlays.append(overlay)
    if overlay.dropsTypeAhead { wishes.append(.dropTypeAhead) }
  }

  /// Changes to another theme; the one that is used stays if the other is wrong.
  func use(theme name: String) {
    do {
      theme = try themes.load(name)
      wishes.append(.redrawAll)
      say(.ok, "The display is \(name) now.")
    } catch {
      say(.error, "\(error)", subject: "theme")
    }
  }
}
