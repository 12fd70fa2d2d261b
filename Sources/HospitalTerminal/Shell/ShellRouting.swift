import TerminalKit

// From a key to what it does.
extension Shell {
  package func receive(_ event: LoopEvent) -> Bool {
    switch event {
    case .resized(let size):
      self.size = size
      return true
    case .woken: return leaveIfDismissed(or: wake())
    case .hangUp:
      for stack in stacks { stack.boxes.forEach { $0.park() } }
      covers.forEach { $0.park() }
      overlays.forEach { $0.park() }
      host.hungUp()
      isFinished = true
      return false
    case .key(let key):
      lastKey = host.now
      press(key)
      return leaveIfDismissed(or: true)
    }
  }

  /// Signs out a person who may not go on; what they were typing is kept. Gives whether the screen changed.
  private func leaveIfDismissed(or changed: Bool) -> Bool {
    guard host.isDismissed else { return changed }
    signOut()
    return true
  }

  /// There is news, or slow work went on.
  private func wake() -> Bool {
    let worked = collectWork() || (running != nil && isWorkShown)
    let news = host.news()
    for item in news { latest[item.topic] = (item, []) }
    if !news.isEmpty { deliverNews() }
    warn()
    return worked || !news.isEmpty
  }

  /// Says what the host warns of; nothing on a screen that is covered, where anybody may stand.
  func warn() {
    guard covers.isEmpty else { return }
    for note in host.notes() { say(.note, note) }
    for warning in host.warnings() { say(.warn, warning) }
  }

  /// Takes a key to the first that wants it: a box over the screen, the field
  /// that is being typed in, a command, the pane.
  func press(_ key: Key) {
    if ScreenLayout(size).kind == .tooSmall { return pressUnseen(key) }
    messages.keyPressed()
    if case .mouse(let event) = key { return point(event) }
    if let overlay = overlays.last {
      if key == .control("k") { return lock() }
      if key == .control("l") { return run("shell.redraw") }
      if !key.isText, keyMap.keys(of: "shell.privacy", usually: Self.privacyKeys).contains(key) { return toggleNames() }
      return press(key, on: overlay)
    }
    if key == .escape, let running {
      running.progress.stop()
      return
    }
    guard let box = front else { return }
    if box.holdsText, take(key, by: box) { return }
    if !(box.holdsText && key.isText), let offer = offer(for: key) { return choose(offer) }
    if !box.holdsText, take(key, by: box) { return }
    if case .paste = key { say(.note, "Pasted text was dropped: no field is open for it.") }
  }

  /// In a window that is too small nobody sees what a key does, so that none does anything but lock.
  private func pressUnseen(_ key: Key) {
    if key == .control("k") { lock() }
    if key == .control("l") { run("shell.redraw") }
  }

  func take(_ key: Key, by box: any PaneBoxing) -> Bool {
    let taken = box.handle(key)
    settle(box)
    return taken
  }

  /// Does a command, or says why it cannot be done.
  func choose(_ offer: CommandOffer) {
    // In a form Esc leaves it, whatever is said meanwhile: the footer says so, and what is typed next is for the list.
    if offer.entry.id == "shell.leave", covers.isEmpty, messages.dismiss(), front?.holdsText == false { return }
    if let why = offer.refusal {
      messages.asked()
      say(.note, why)
      return
    }
    if !offer.entry.isMotion { messages.acted() }
    run(offer.entry.id)
  }

  func press(_ key: Key, on overlay: any OverlayBoxing) {
    guard let effect = overlay.handle(key) else { return }
    overlays.removeAll { $0 === overlay }
    switch effect {
    case .nothing:
      guard let box = overlay.asker else { return }
      box.questionLeft()
      settle(box)
    case .ask(let ask):
      if let box = overlay.asker { grant(ask, to: box) }
    case .reply(let reply):
      guard let box = overlay.asker else { return }
      messages.acted()
      reply.deliver(box)
      settle(box)
    }
  }
}
