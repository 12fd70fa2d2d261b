import TerminalKit

/// What the mouse can be pressed on, besides the pane itself.
enum MouseTarget: Hashable, Sendable {
  /// A tab.
  case tab(TabNumber)
  /// A hint of a key.
  case key(Key)
}

// What the mouse does: the same as the keys.
extension Shell {
  /// Takes the mouse. A tab opens, a hint presses its key, the wheel moves the
  /// focus; the rest goes to the pane, with the place counted from its corner. A box over the
  /// screen takes the wheel and its hints only.
  func point(_ event: MouseEvent) {
    if event.act == .press, let target = hits.target(at: event.point) {
      switch target {
      case .tab(let number): if overlays.isEmpty { goTo(number) }
      case .key(let key): press(key)
      }
      return
    }
    if let overlay = overlays.last {
      switch event.act {
      case .wheelUp: press(.up, on: overlay)
      case .wheelDown: press(.down, on: overlay)
      case .press, .doublePress: break
      }
      return
    }
    guard let box = front else { return }
    let body = covers.isEmpty ? paneArea : Area(size)
    guard body.contains(event.point) else { return }
    let place = Point(column: event.point.column - body.column, row: event.point.row - body.row)
    if take(.mouse(MouseEvent(event.act, at: place)), by: box) { return }
    switch event.act {
    case .wheelUp: press(.up)
    case .wheelDown: press(.down)
    case .press, .doublePress: break
    }
  }

  /// The part of the screen that the pane draws on.
  private var paneArea: Area {
    let layout = ScreenLayout(size)
    guard front?.hasDetail == true, let columns = layout.columns else { return layout.body }
    return columns.list
  }
}
