import TerminalKit

// The first two rows: where one is, who one is, and where one can go.
extension Shell {
  func drawTitle(in area: Area, on canvas: inout Canvas) {
    let status = host.status
    let live =
      switch status.live {
      case .live: ("LIVE \(status.clock)", StyleRole.titleLive)
      case .stale(let seconds): ("STALE \(seconds) s", StyleRole.titleStale)
      case .readOnly: ("READ-ONLY", StyleRole.titleReadOnly)
      }
    canvas.within(area) { canvas in
      canvas.fill(Area(canvas.size), role: .title)
      let veil = status.hidesNames ? "NAMES HIDDEN   " : ""
      let user = "\(status.user) · \(status.role)   "
      let right = SafeText.width(veil + user) + live.0.utf8.count + 1
      let start = max(0, canvas.columns - right)
      let userStart = canvas.write(veil, column: start, row: 0, role: .titleStale)
      let end = canvas.write(user, column: userStart, row: 0, role: .title)
      canvas.write(live.0, column: end, row: 0, role: live.1)
      let title = front?.title ?? ""
      let middle = max(1, min((canvas.columns - SafeText.width(title)) / 2, start - SafeText.width(title) - 2))
      canvas.write(title, column: middle, row: 0, role: .titlePane, limit: max(0, start - middle - 1))
      // A place cut to a few letters says nothing.
      let room = max(0, middle - 3)
      if room >= min(10, SafeText.width(status.place)) {
        canvas.write(status.place, column: 1, row: 0, role: .title, limit: room)
      }
    }
  }

  func drawTabs(in area: Area, on canvas: inout Canvas) {
    canvas.within(area) { canvas in
      canvas.fill(Area(canvas.size), role: .tab)
      let badges = stacks.map { host.badge(of: $0.tab.number) }
      let names = stacks.enumerated().map { index, stack in
        "\(stack.tab.number.value) \(stack.tab.title)" + (badges[index].isEmpty ? "" : " \(badges[index])")
      }
      let letters = names.reduce(0) { $0 + SafeText.width($1) }
      let isRoomy = letters + 2 * names.count <= canvas.columns
      let isTight = letters + names.count + 2 <= canvas.columns
      var at = 0
      for (index, stack) in stacks.enumerated() {
        let isActive = index == active
        let name = isTight || isActive ? names[index] : "\(stack.tab.number.value)\(badges[index])"
        let role: StyleRole = isActive ? .tabActive : .tab
        let first = at
        if isActive { canvas.write("[", column: at, row: 0, role: role) }
        at = canvas.write(name, column: at + 1, row: 0, role: role)
        if isActive { canvas.write("]", column: at, row: 0, role: role) }
        hits.add(Area(column: first, row: area.row, columns: at - first + 1, rows: 1), .tab(stack.tab.number))
        if isRoomy || isActive { at += 1 }
      }
    }
  }
}
