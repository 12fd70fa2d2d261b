import HospitalDomain
import HospitalScreens
import TerminalKit

/// The form that prints. It stays while the documents are on their way, with their progress on the message row and Esc to
/// stop, and closes with the `RecordChange` that says where they went.
package struct PrintPane: FormPane {
  package static let keyTable = formKeys(saves: "Print", hint: "Print")

  package var asks = Asks()
  private var screen: PrintForm
  private var panel: FormSheet
  package var keeping = TypingTimer.draft
  private var draft: FormDraft?
  private let desk: Desk

  /// The pane of a form that prints, with what was typed into it before and not finished.
  init(_ screen: PrintForm, desk: Desk) {
    var screen = screen
    let kept = desk.draft(of: .print, subject: screen.subject)
    if let kept { screen.goOn(with: kept) }
    draft = FormDraft(.print, subject: screen.subject, at: desk, kept: kept)
    self.screen = screen
    self.desk = desk
    panel = FormSheet(screen.form)
  }

  package var sheet: FormSheet {
    get { panel }
    set {
      panel = newValue
      screen.form = newValue.form
    }
  }

  package var moment: FormMoment { desk.moment }
  package var draftKept: String { draft?.standing ?? "" }

  package mutating func keepDraft() { draft?.keep(panel.form, title: panel.form.title) }

  package func context(columns: Int) -> StyledText {
    guard let banner = screen.banner else { return sheet.progress(draftKept: draftKept) }
    return StyledText(banner, columns: columns)
  }

  /// Prints; files that would be replaced are asked about first.
  package mutating func save() {
    guard let question = screen.question else { return start(replacing: false) }
    confirm(ConfirmQuestion(question)) { $0.start(replacing: true) }
  }

  private mutating func start(replacing: Bool) {
    let run = screen.run(replacing: replacing)
    work("Printing") { progress in
      run.go(
        step: { try progress.update(done: $0, of: $1) }, isStopped: { progress.now.isStopped })
    } then: { pane, result in
      switch result {
      case .success(let outcome): pane.end(outcome)
      // Said of work in the background: whoever is elsewhere by now reads it there.
      case .failure(let error): pane.asks.sayProblem(error, subject: MessageLog.background)
      }
    }
  }

  private mutating func end(_ outcome: PrintOutcome) {
    let change = screen.take(outcome)
    panel.form = screen.form
    guard let change else { return speak() }
    draft?.end()
    asks.close(answer: change)
  }
}

extension Pane {
  /// Opens the form that prints; `make` throws where there is nothing to print.
  mutating func openPrinting(at desk: Desk, _ make: () throws -> PrintForm) {
    do {
      push(PrintPane(try make(), desk: desk), for: RecordChange.self) { pane, change in
        pane.asks.ok(change.sentence)
      }
    } catch {
      asks.sayProblem(error, subject: "print")
    }
  }
}
