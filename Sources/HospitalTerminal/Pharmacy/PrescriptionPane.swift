import HospitalDomain
import HospitalScreens
import TerminalKit

/// One prescription (P5): its items, what speaks against it, what was passed, its states, and what can be done to it.
package struct PrescriptionPane: Pane {
  package static let keyTable: [Command<PrescriptionPane>] =
    RecordList.motions(\.list) + [
      Command(
        "rx.change", keys: ["e"], title: "Change it, as a new version…", hint: "Change…",
        disabled: { $0.screen.changeRefusal }
      ) { $0.change() },
      Command(
        "rx.renew", keys: ["n"], title: "Renew it against its refills…", hint: "Renew…",
        disabled: { $0.screen.renewRefusal }
      ) { $0.askToRenew() },
      Command(
        "rx.stop", keys: [.function(9), "D"], title: "Stop it…", hint: "Stop…", disabled: { $0.screen.stopRefusal }
      ) { $0.askToStop() },
      Command(
        "rx.show", keys: [.enter, "o"], title: "Show all of the line, or the prescription before or after it",
        hint: "Show", isMotion: true
      ) { pane in pane.other.map { pane.open($0) } ?? pane.showLine() },
      Command("rx.refresh", keys: ["r", .function(5)], title: "Read the prescription again") { $0.refresh() },
    ]

  package var asks = Asks()
  var screen: PrescriptionScreen
  var list: RecordList
  private let desk: Desk

  /// Opens a prescription of a patient whose record is open. Throws where this person may not.
  init(_ screen: PrescriptionScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list = RecordList(screen.sections)
  }

  package var title: String { "Rx \(screen.detail.prescription.number)" }
  package func context(columns: Int) -> StyledText { StyledText(screen.banner, columns: columns) }
  package var hasDetail: Bool { true }
  package var closesAt: Int64? { screen.closesAt?.milliseconds }

  package mutating func draw(on canvas: inout Canvas) {
    if canvas.lacksContextRow {
      canvas.drawBanner(screen.banner) { list.draw(on: &$0) }
    } else {
      list.draw(on: &canvas)
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) { canvas.writeWrapped(list.line?.detail ?? []) }

  package mutating func appear() {
    if screen.follow() { refresh() }
  }

  package mutating func receive(_ news: LiveNews) {
    if news.topic == .record { refresh() }
  }

  private var other: String? {
    if case .entry(.prescription(let id)) = list.line?.subject { id } else { nil }
  }

  /// Shows all that is known of the line with the focus.
  private mutating func showLine() {
    guard let line = list.line else { return }
    show(TextPage(title: line.label.isEmpty ? title : line.label, lines: line.detail.map { StyledText($0) }))
  }

  /// What was said of a question that was left is over with it.
  package mutating func questionLeft() { asks.mend("rx") }

  private mutating func open(_ id: String) {
    do {
      asks.replace(with: PrescriptionPane(try screen.opening(id), desk: desk))
    } catch { asks.sayProblem(error, subject: "rx") }
  }

  private mutating func refresh() {
    do {
      try screen.refresh()
      list.replace(with: screen.sections)
    } catch { asks.sayProblem(error, subject: "rx") }
  }

  /// Opens the form of a changed version.
  private mutating func change() {
    do { try openChange() } catch { asks.sayProblem(error, subject: "rx") }
  }

  /// The same; throws why it can not be.
  mutating func openChange() throws {
    push(PrescribePane(try screen.changing(), desk: desk), for: RecordChange.self) { $0.take($1, openingMade: true) }
  }

  mutating func askToStop() {
    let draft = NoteDraft(
      .stoppedPrescription, subject: screen.draftSubject,
      title: "Why Rx \(screen.detail.prescription.number) is stopped", at: desk)
    askReason(
      ReasonQuestion(title: "Stop the prescription?", lines: screen.stopLines, keep: "Keep it", act: "Stop it"),
      about: "rx", keeping: draft
    ) { pane, reason in
      let change = try pane.screen.stop(because: reason)
      pane.take(change)
    }
  }

  mutating func askToRenew() {
    let draft = NoteDraft(
      .renewedPrescription, subject: screen.draftSubject,
      title: "Why Rx \(screen.detail.prescription.number) is renewed", at: desk)
    askReason(
      ReasonQuestion(
        title: "Who asked to renew it, and why?", lines: screen.renewLines, keep: "Leave", act: "Renew"),
      about: "rx", keeping: draft
    ) { pane, reason in
      let change = try pane.screen.renew(because: reason)
      pane.take(change)
    }
  }

  /// Shows what became of it; a changed version takes its place on the screen too.
  private mutating func take(_ change: RecordChange, openingMade: Bool = false) {
    asks.ok(change.sentence)
    if openingMade, let made = change.made { open(made) } else { refresh() }
  }
}
