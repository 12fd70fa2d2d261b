import TerminalKit

// The stacks of panes, and the covers over everything.
extension Shell {
  /// Lets the person who has signed in begin: where they left off at this terminal, or with the first of their tabs. What
  /// was on the screen of who held the seat is put aside for them.
  func startSession() {
    putAside()
    host.sitDown()
    worker = host.holder
    forgetBenches()
    (covers, overlays, messages, latest) = ([], [], MessageLog(), [:])
    (lastKey, underCover) = (host.now, UnderCover())
    if let worker, let bench = benches.removeValue(forKey: worker) { return take(bench) }
    stacks = host.tabs().map(Stack.init)
    (active, undone, done) = (0, [], [])
    if !stacks.isEmpty { open(stacks[0].tab.number) }
  }

  /// Goes to a tab where it was left; to its beginning if it is open already, unless something typed would be lost.
  func goTo(_ number: TabNumber) {
    if let stack = stacks[safe: active], stack.tab.number == number, stack.boxes.count > 1 {
      guard !stack.boxes.contains(where: { $0.wouldLose != nil }) else { return back(quits: false) }
      stack.boxes.forEach { $0.park() }
      stack.boxes.removeSubrange(1...)
    }
    open(number)
  }

  /// Goes to a tab; its first pane is made when it is opened first.
  func open(_ number: TabNumber) {
    guard let index = stacks.firstIndex(where: { $0.tab.number == number }) else {
      say(.note, "There is no pane \(number.value) for your role.")
      return
    }
    if index != active {
      front?.park()
      messages.leftPlace()
    }
    active = index
    if stacks[index].boxes.isEmpty { stacks[index].boxes = [stacks[index].tab.make()] }
    appearFront()
  }

  /// Opens a pane over the one that is seen.
  func push(_ box: any PaneBoxing) {
    guard stacks.indices.contains(active) else { return }
    front?.park()
    messages.leftPlace()
    stacks[active].boxes.append(box)
    appearFront()
  }

  /// Closes `box`, and what lies over it, if it is not the first of its tab.
  func close(_ box: any PaneBoxing, answer: (any Sendable)? = nil) {
    if let index = covers.firstIndex(where: { $0 === box }) {
      covers.removeSubrange(index...)
      appearFront()
      return
    }
    for stack in stacks {
      guard let index = stack.boxes.firstIndex(where: { $0 === box }), index > 0 else { continue }
      box.park()
      stack.boxes.removeSubrange(index...)
      if let answer, let below = stack.boxes.last {
        box.answered?(below, answer)
        settle(below)
      }
      appearFront()
    }
  }

  /// Puts a pane in the place of another.
  func replace(_ box: any PaneBoxing, with new: any PaneBoxing) {
    if let index = covers.firstIndex(where: { $0 === box }) {
      covers[index] = new
    } else {
      for stack in stacks {
        if let index = stack.boxes.firstIndex(where: { $0 === box }) { stack.boxes[index] = new }
      }
    }
    appearFront()
  }

  /// Covers the whole screen. It is blanked first, so that nothing under the cover is left to be seen.
  func cover(_ box: any PaneBoxing) {
    for stack in stacks { stack.boxes.last?.park() }
    overlays.forEach { $0.park() }
    if covers.isEmpty { underCover = UnderCover(overlays: overlays.filter(\.isKept), messages: messages) }
    (overlays, messages) = ([], MessageLog())
    covers.append(box)
    wishes += [.redrawAll, .dropTypeAhead]
    appearFront()
  }

  /// Takes the topmost cover away.
  func uncover() {
    guard covers.popLast() != nil else { return }
    lastKey = host.now
    wishes += [.redrawAll, .dropTypeAhead]
    if covers.isEmpty {
      host.unlocked()
      (overlays, messages, underCover) = (underCover.overlays, underCover.messages, UnderCover())
    }
    appearFront()
    _ = collectWork()
    warn()
  }

  /// Locks the terminal, if somebody is signed in.
  func lock() {
    guard covers.isEmpty, let pane = host.lock() else { return }
    cover(pane)
  }

  /// Ends the session of this person.
  func signOut() {
    for stack in stacks { stack.boxes.forEach { $0.park() } }
    overlays.forEach { $0.park() }
    stacks = []
    (covers, overlays, undone, done, latest) = ([], [], [], [], [:])
    (messages, underCover, worker) = (MessageLog(), UnderCover(), nil)
    (running, afterWork, workBox) = (nil, nil, nil)
    guard let pane = host.signOut() else {
      isFinished = true
      return
    }
    cover(pane)
  }

  /// Tells the pane that is seen now, gives it the news it has not had, and does what it asks.
  func appearFront() {
    guard let box = front else { return }
    // A question that came back from under a cover is still asked.
    if !overlays.contains(where: { $0.asker === box }) { box.questionLeft() }
    box.appear()
    settle(box)
    deliverNews()
  }

  /// Gives the news to the pane that is seen, once each.
  func deliverNews() {
    guard let box = front else { return }
    let name = ObjectIdentifier(box)
    for (topic, entry) in latest where !entry.seen.contains(name) {
      latest[topic]?.seen.insert(name)
      box.receive(entry.news)
    }
    settle(box)
  }
}
