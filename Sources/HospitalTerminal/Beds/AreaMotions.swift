import TerminalKit

extension Command where Target: SendableMetatype {
  /// The keys of a pane with two areas whose cursors its screen holds: moving, paging, and going to the other area.
  static func areas(
    move: @escaping @Sendable (inout Target, Int) -> Void, next: @escaping @Sendable (inout Target) -> Void,
    page: @escaping @Sendable (Target) -> Int
  ) -> [Command] {
    func motion(
      _ id: CommandID, _ keys: [Key], _ title: String, hint: String? = nil,
      _ act: @escaping @Sendable (inout Target) -> Void
    ) -> Command {
      Command(id, keys: keys, title: title, hint: hint, section: .move, isMotion: true, act: act)
    }
    return [
      motion("list.up", [.up, "k"], "Row above") { move(&$0, -1) },
      motion("list.down", [.down, "j"], "Row below") { move(&$0, 1) },
      motion("list.pageUp", [.pageUp], "Page back") { move(&$0, -max(1, page($0) - 1)) },
      motion("list.pageDown", [.pageDown], "Page on") { move(&$0, max(1, page($0) - 1)) },
      motion("list.first", [.home, "g"], "First row") { move(&$0, -1_000_000) },
      motion("list.last", [.end, "G"], "Last row") { move(&$0, 1_000_000) },
      motion("list.area", [.tab, .backTab], "Other area", hint: "Next area") { next(&$0) },
    ]
  }
}

extension TableState {
  /// Follows a cursor that the screen holds: the same number of rows moves the focus; another number keeps it at the
  /// height of the screen where it was.
  mutating func follow(count: Int, cursor: Int?) {
    if count != self.count {
      rowsChanged(count: count, selectedNow: cursor)
    } else if let cursor {
      select(cursor)
    }
  }
}
