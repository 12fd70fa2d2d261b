import TerminalKit

// What was done, and taking it back.
extension Shell {
  /// Remembers what was done last.
  func remember(_ past: PastAct) {
    if case .other = past.kind, case .other = done.last?.kind { done.removeLast() }
    done.append(past)
    if done.count > 50 { done.removeFirst() }
    undone = []
  }

  /// Remembers what a pane said to be done and cannot undo, where `u` would go past it to something earlier.
  func noteOther(_ asks: [Ask], by box: any PaneBoxing) {
    var said: String?
    for ask in asks {
      switch ask {
      case .say(.ok, let text, _): said = text
      case .reversible, .barUndo: return
      default: break
      }
    }
    guard let said, done.contains(where: { $0.reversible != nil }) else { return }
    remember(PastAct(kind: .other(said), box: box))
  }

  /// Undoes the last act. One that cannot be undone says how it is taken back; what lies behind one that does not is named
  /// first.
  func undo() {
    switch done.last?.kind {
    case nil: say(.note, "There is nothing to undo.")
    case .bars(let way): say(.note, way)
    case .other(let said): askToUndo(past: said)
    case .reversible: undoLast()
    }
  }

  private func undoLast() {
    guard let past = done.last, let act = past.reversible else { return }
    done.removeLast()
    act.undo(past.box)
    if act.redo != nil { undone.append(past) }
    let kept = (done, undone)
    settle(past.box)
    (done, undone) = kept
  }

  /// Asks before it undoes something that was not done last.
  private func askToUndo(past said: String) {
    guard let earlier = done.dropLast().last, let act = earlier.reversible else {
      return say(.note, "That cannot be undone: \(said)")
    }
    let question = ConfirmQuestion(
      title: "Undo what was done before?",
      lines: ["Done last, and not undone with u: \(said)", "", "Undone now: \(act.title)"], keep: "Leave it",
      act: "Undo it")
    let box = OverlayBox(ConfirmBox(question)) { _ in
      .reply(
        PaneReply { [weak self] _ in
          // What it was about may have left the screen while it was asked, and this with it.
          guard let self, case .other = done.last?.kind else { return }
          done.removeLast()
          undoLast()
        })
    }
    openOverlay(box, for: front)
  }

  /// Does the act that was undone last again.
  func redo() {
    guard let past = undone.popLast(), let act = past.reversible else {
      say(.note, "There is nothing to do again.")
      return
    }
    act.redo?(past.box)
    let kept = (done + [past], undone)
    settle(past.box)
    (done, undone) = kept
  }
}
