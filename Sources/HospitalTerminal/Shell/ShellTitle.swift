import TerminalKit

/// What the title row shows: it is drawn anew only where this has changed.
struct TitleContent: Equatable {
  let status: ShellStatus
  let pane: String
}

/// What the row of tabs shows.
struct TabsContent: Equatable {
  struct Tab: Equatable {
    let number: TabNumber
    let title: String
    let badge: String
  }

  let tabs: [Tab]
  let active: Int
}

/// Where a tab stands in its row, for the mouse.
struct TabPlace {
  let columns: Range<Int>
  let tab: TabNumber
}

// The first two rows: where one is, who one is, and where one can go.
extension Shell {
  func drawTitle(in area: Area, on canvas: inout Canvas) {
    let content = TitleContent(status: host.status, pane: front?.title ?? "")
    canvas.within(area) { titleRow.show(content, on: &$0, content.draw) }
  }

  func drawTabs(in area: Area, on canvas: inout Canvas) {
    let content = TabsContent(
      tabs: stacks.map {
        TabsContent.Tab(number: $0.tab.number, title: $0.tab.title, badge: host.badge(of: $0.tab.number))
      },
      active: active)
    canvas.within(area) { canvas in
      for place in tabRow.show(content, on: &canvas, content.draw) {
        hits.add(
          Area(column: place.columns.lowerBound, row: area.row, columns: place.columns.count, rows: 1), .tab(place.tab))
      }
    }
  }
}

extension TitleContent {
  fileprivate func draw(on canvas: inout Canvas) {
    let live =
      switch status.live {
      case .live: ("LIVE \(status.clock)", StyleRole.titleLive)
      case .stale(let seconds): ("STALE \(seconds) s", StyleRole.titleStale)
      case .readOnly: ("READ-ONLY", StyleRole.titleReadOnly)
      }
    canvas.fill(Area(canvas.size), role: .title)
    let veil = status.hidesNames ? "NAMES HIDDEN   " : ""
    let user = "\(status.user) · \(status.role)   "
    let right = SafeText.width(veil + user) + live.0.utf8.count + 1
    let start = max(0, canvas.columns - right)
    let userStart = canvas.write(veil, column: start, row: 0, role: .titleStale)
    let end = canvas.write(user, column: userStart, row: 0, role: .title)
    canvas.write(live.0, column: end, row: 0, role: live.1)
    let middle = max(1, min((canvas.columns - SafeText.width(pane)) / 2, start - SafeText.width(pane) - 2))
    canvas.write(pane, column: middle, row: 0, role: .titlePane, limit: max(0, start - middle - 1))
    // A place cut to a few letters says nothing.
    let room = max(0, middle - 3)
    if room >= min(10, SafeText.width(status.place)) {
      canvas.write(status.place, column: 1, row: 0, role: .title, limit: room)
    }
  }
}

extension TabsContent {
  fileprivate func draw(on canvas: inout Canvas) -> [TabPlace] {
    canvas.fill(Area(canvas.size), role: .tab)
    let names = tabs.map { "\($0.number.value) \($0.title)" + ($0.badge.isEmpty ? "" : " \($0.badge)") }
    let letters = names.reduce(0) { $0 + SafeText.width($1) }
    let isRoomy = letters + 2 * names.count <= canvas.columns
    let isTight = letters + names.count + 2 <= canvas.columns
    var places: [TabPlace] = []
    var at = 0
    for (index, tab) in tabs.enumerated() {
      let isActive = index == active
      let name = isTight || isActive ? names[index] : "\(tab.number.value)\(tab.badge)"
      let role: StyleRole = isActive ? .tabActive : .tab
      let first = at
      if isActive { canvas.write("[", column: at, row: 0, role: role) }
      at = canvas.write(name, column: at + 1, row: 0, role: role)
      if isActive { canvas.write("]", column: at, row: 0, role: role) }
      places.append(TabPlace(columns: first..<at + 1, tab: tab.number))
      if isRoomy || isActive { at += 1 }
    }
    return places
  }
}
