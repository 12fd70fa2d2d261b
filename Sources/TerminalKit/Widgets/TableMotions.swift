extension Command {
  /// The keys that move about in a list, as commands of a pane that holds the
  /// list's state at `path`.
  package static func motions(
    _ path: any WritableKeyPath<Target, TableState> & Sendable, section: CommandSection = .move
  ) -> [Command] {
    func motion(
      _ id: CommandID, _ keys: [Key], _ title: String, _ move: @escaping @Sendable (inout TableState) -> Void
    ) -> Command {
      Command(id, keys: keys, title: title, section: section, isMotion: true) { move(&$0[keyPath: path]) }
    }
    return [
      motion("list.up", [.up, "k"], "Row above") { $0.move(by: -1) },
      motion("list.down", [.down, "j"], "Row below") { $0.move(by: 1) },
      motion("list.pageUp", [.pageUp], "Page back") { $0.page(by: -1) },
      motion("list.pageDown", [.pageDown], "Page on") { $0.page(by: 1) },
      motion("list.first", [.home, "g"], "First row") { $0.select(0) },
      motion("list.last", [.end, "G"], "Last row") { $0.select($0.count - 1) },
    ]
  }

  /// The keys that mark rows in a list, so that acts apply to the marked ones.
  package static func marks(_ path: any WritableKeyPath<Target, TableState> & Sendable) -> [Command] {
    [
      Command("list.mark", keys: [" "], title: "Mark row; acts then apply to marks") {
        $0[keyPath: path].toggleMark()
      },
      Command("list.markAll", keys: ["*"], title: "Mark all shown, or none") { $0[keyPath: path].toggleAllMarks() },
    ]
  }
}
