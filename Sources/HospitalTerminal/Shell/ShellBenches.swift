import TerminalKit

/// What lies over the panes while a cover hides them: it comes back with them.
struct UnderCover {
  var overlays: [any OverlayBoxing] = []
  var messages = MessageLog()
}

/// Everything that one person left on the screen of a shared terminal, while others work there (H4).
struct Bench {
  let stacks: [Shell.Stack]
  let active: Int
  let underCover: UnderCover
  let (done, undone): ([PastAct], [PastAct])
  let running: RunningWork?
  let afterWork: ((Result<any Sendable, any Error>) -> Void)?
  let workBox: (any PaneBoxing)?
}

extension Shell {
  /// Puts the screen of who holds the seat aside, drafts kept; nobody else can reach it.
  func putAside() {
    guard let worker, !stacks.isEmpty else { return }
    stacks.forEach { $0.boxes.forEach { $0.park() } }
    benches[worker] = Bench(
      stacks: stacks, active: active, underCover: underCover, done: done, undone: undone, running: running,
      afterWork: afterWork, workBox: workBox)
    stacks = []
    (done, undone, running, afterWork, workBox) = ([], [], nil, nil, nil)
  }

  /// Brings back what a person had left on the screen.
  func take(_ bench: Bench) {
    (stacks, active, done, undone) = (bench.stacks, bench.active, bench.done, bench.undone)
    (overlays, messages) = (bench.underCover.overlays, bench.underCover.messages)
    (running, afterWork, workBox) = (bench.running, bench.afterWork, bench.workBox)
    wishes += [.redrawAll, .dropTypeAhead]
    appearFront()
    _ = collectWork()
  }

  /// Forgets the screens of those who have been signed out meanwhile.
  func forgetBenches() {
    let absent = host.absent
    benches = benches.filter { absent.contains($0.key) || $0.key == worker }
  }

  /// Signs out who was locked for too long; returns whether the screen may have to change.
  func signOutOverdue(_ now: Int64) -> Bool {
    guard host.signsOutAt.map({ $0 <= now }) ?? false else { return false }
    let holderLeaves = host.signOutOverdue()
    forgetBenches()
    if holderLeaves { signOut() }
    return true
  }
}
