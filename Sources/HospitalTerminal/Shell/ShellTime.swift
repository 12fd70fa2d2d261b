import TerminalKit

// What happens because time passes.
extension Shell {
  package var deadline: Int64? {
    let minute = (lastMinute + 1) * 60_000
    let idle = covers.isEmpty ? host.idleLimit.map { lastKey + $0 } : nil
    let work = isWorkShown ? nil : running.map { $0.started + Self.workShowsAfter }
    return [
      minute, messages.expires, host.signsOutAt, closesAt, front?.wakesAt, overlays.compactMap(\.wakesAt).min(), idle,
      work,
    ].compactMap { $0 }.min()
  }

  package func passed(_ now: Int64) -> Bool {
    var changed = messages.passed(now)
    if lastKey > now { lastKey = now }
    if let box = front, now / 60_000 != lastMinute || box.wakesAt.map({ $0 <= now }) ?? false {
      lastMinute = now / 60_000
      box.tick(now)
      settle(box)
      changed = true
    }
    for overlay in overlays where overlay.tick(now) { changed = true }
    if closeOverdue(now) { changed = true }
    if let running, !isWorkShown, now >= running.started + Self.workShowsAfter {
      isWorkShown = true
      changed = true
    }
    if signOutOverdue(now) { changed = true }
    if covers.isEmpty, let limit = host.idleLimit, now - lastKey >= limit {
      lock()
      changed = true
    }
    return changed
  }
}
