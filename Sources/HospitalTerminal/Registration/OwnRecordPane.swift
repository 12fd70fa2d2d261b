import HospitalDomain
import HospitalScreens
import TerminalKit

/// One part of the record of the patient who is signed in (H2), to be read. Nothing can be done from here, and no other
/// patient can be come to.
package struct OwnRecordPane: Pane {
  package static let keyTable: [Command<OwnRecordPane>] =
    RecordList.motions(\.list) + [
      Command("own.show", keys: [.enter], title: "Show all of the line", hint: "Show", isMotion: true) {
        $0.showLine()
      },
      Command("own.refresh", keys: ["r", .function(5)], title: "Read it again", hint: "Refresh", isMotion: true) {
        $0.refresh()
      },
    ]

  package var asks = Asks()
  private var list = RecordList([])
  private var screen: OwnRecordScreen?
  private var problem: (any Error)?
  private let part: OwnRecordScreen.Part
  private let desk: Desk

  /// The pane of a part of a reading; one that failed can be tried again.
  package init(_ part: OwnRecordScreen.Part, _ reading: Result<OwnRecordScreen, any Error>, desk: Desk) {
    self.part = part
    self.desk = desk
    take(reading)
  }

  private mutating func take(_ reading: Result<OwnRecordScreen, any Error>) {
    switch reading {
    case .success(let read):
      (screen, problem) = (read, nil)
      list.replace(with: read.sections(of: part))
    case .failure(let error): problem = error
    }
  }

  package var title: String { part.title }
  package func context(columns: Int) -> StyledText {
    screen.map { StyledText($0.banner, columns: columns) } ?? StyledText("")
  }
  package var hasDetail: Bool { true }

  package mutating func appear() { sayProblem() }

  private mutating func sayProblem() {
    if let problem { asks.sayProblem(problem, subject: "record") } else { asks.mend("record") }
  }

  package mutating func draw(on canvas: inout Canvas) {
    guard let screen else {
      canvas.write("Your record could not be read; r tries again.", column: 1, row: 0, limit: canvas.columns - 1)
      return
    }
    if canvas.lacksContextRow {
      canvas.drawBanner(screen.banner) { list.draw(on: &$0) }
    } else {
      list.draw(on: &canvas)
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) { canvas.writeWrapped(list.line?.detail ?? []) }

  private mutating func showLine() {
    guard let line = list.line else { return }
    show(TextPage(title: line.label.isEmpty ? part.title : line.label, lines: line.detail.map { StyledText($0) }))
  }

  private mutating func refresh() {
    take(Result { try OwnRecordScreen(at: desk) })
    sayProblem()
  }
}
