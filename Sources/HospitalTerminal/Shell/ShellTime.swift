import TerminalKit

// What happens because time passes.
extension Shell {
  package var deadline: Int64? {
    let now = host.now
    let idle = covers.isEmpty ? host.idleLimit.map { lastKey + $0 } : nil
    let work = running.map { $0.started + Self.workShowsAfter }.flatMap { $0 > now ? $0 : nil }
    return [(now / 60_000 + 1) * 60_000, messages.expires, front?.wakesAt, idle, work].compactMap { $0 }.min()
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
    if covers.isEmpty, let limit = host.idleLimit, now - lastKey >= limit {
      lock()
      changed = true
    }
    return changed || running != nil
  }
}
