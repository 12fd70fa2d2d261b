import HospitalDomain
import HospitalScreens
import TerminalKit

extension OpeningsScreen: DirectoryListing {
  package static let commands: [Command<DirectoryPane<OpeningsScreen>>] =
    Command.motions(\.list) + [
      Command(
        "openings.show", keys: [.enter], title: "Show all of the opening", hint: "Show", isMotion: true,
        disabled: { $0.rowRefusal }
      ) { $0.showOpening() },
      Command(
        "openings.review", keys: ["v"], title: "Review the opening…", hint: "Review…",
        disabled: { pane in pane.rowRefusal ?? pane.selectedRow.flatMap { pane.screen.reviewRefusal(of: $0) } }
      ) { $0.review() },
    ] + DirectoryPane<OpeningsScreen>.listKeys("openings") { $0.refresh() }

  package static let columns: [TableColumn<Line>] = [
    TableColumn("OPENED", width: .fixed(16)) { $0.when },
    TableColumn("BY", width: .flexible(14)) { $0.grant.fullName },
    TableColumn("RECORD", width: .fixed(12)) { "\($0.grant.patient.number)" },
    TableColumn("STATE", width: .fixed(13), role: { $0.waits ? .messageWarn : nil }) { $0.state },
    TableColumn("REASON", width: .flexible(16)) { $0.grant.reason },
  ]

  package static func mark(of row: Line) -> RowMark { row.waits ? .wrong : .none }
  package static var followsBoard: Bool { true }
}

extension DirectoryPane<OpeningsScreen> {
  fileprivate mutating func showOpening() {
    if let line = selectedRow { show(TextPage(title: "Opening", lines: line.details.styled)) }
  }

  fileprivate mutating func review() {
    guard let line = selectedRow else { return }
    let choices: [PickQuestion.Choice] = [.init("Justified"), .init("Not justified")]
    pick(PickQuestion(title: "What do you find?", choices: choices)) { pane, number in
      let question = ReasonQuestion(
        title: "\(choices[number].text): what do you remark?",
        lines: ["\(line.grant.fullName): \(line.grant.reason)"], keep: "Leave it", act: "Keep the review")
      pane.askReasonUnkept(question, about: "openings") { pane, remark in
        defer { pane.refresh() }
        pane.asks.ok(try pane.screen.review(line, isJustified: number == 0, remark: remark))
      }
    }
  }
}
