import TerminalKit

extension RecordList {
  /// The keys that move in a list of sections.
  static func motions<Target>(_ list: any WritableKeyPath<Target, RecordList> & Sendable) -> [Command<Target>] {
    func motion(
      _ id: CommandID, _ keys: [Key], _ title: String, hint: String? = nil,
      _ move: @escaping @Sendable (inout RecordList) -> Void
    ) -> Command<Target> {
      Command(id, keys: keys, title: title, hint: hint, section: .move, isMotion: true) { move(&$0[keyPath: list]) }
    }
    return [
      motion("list.up", [.up, "k"], "Line above") { $0.move(by: -1) },
      motion("list.down", [.down, "j"], "Line below") { $0.move(by: 1) },
      motion("list.pageUp", [.pageUp], "Page back") { $0.page(by: -1) },
      motion("list.pageDown", [.pageDown], "Page on") { $0.page(by: 1) },
      motion("list.first", [.home, "g"], "First line") { $0.toEnd(false) },
      motion("list.last", [.end, "G"], "Last line") { $0.toEnd(true) },
      motion("record.next", [.tab], "Next section", hint: "Next section") { $0.section(by: 1) },
      motion("record.previous", [.backTab], "Previous section") { $0.section(by: -1) },
    ]
  }
}
