import HospitalDomain
import HospitalScreens
import TerminalKit

/// The Check-out tab: everyone in the house by when they are expected to leave, live (A7), and those who have left with
/// papers open. Enter opens the checklist of a patient (A4).
package struct CheckOutPane: ListPane {
  package static let keyTable: [Command<CheckOutPane>] =
    Command<CheckOutPane>.motions(\.list) + acts + listKeys("checkOut") { $0.refresh() } + past

  package var asks = Asks()
  package var list = TableState()
  package var screen: CheckOutScreen
  package let desk: Desk

  /// The pane of a list.
  package init(_ screen: CheckOutScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list.rowsChanged(count: screen.rows.shown.count)
  }

  package var title: String { "Check-out" }
  package var filterHint: String { "room, name, doctor, ward, late, today, rx" }

  package mutating func appear() {
    tick(desk.now.milliseconds)
  }

  package mutating func receive(_ news: LiveNews) {
    if news.topic == .prescriptions { change { $0.screen.readAgain() } }
    guard news.topic == .board else { return }
    change { $0.screen.receive(news.payload) }
  }

  package mutating func tick(_ now: Int64) { change { $0.screen.tick(Timestamp(milliseconds: now)) } }

  package mutating func draw(on canvas: inout Canvas) {
    Self.draw(filter: rows.entry, hint: filterHint, on: &canvas) {
      CheckOutTable.table.draw(rows.shown, state: &list, on: &$0)
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    selectedRow.flatMap { screen.detail(of: $0) }?.draw(on: &canvas)
  }

  // MARK: Acts

  private static let acts: [Command<CheckOutPane>] = [
    Command(
      "checkOut.open", keys: [.enter], title: "Open the checklist of the check-out", hint: "Check-out",
      disabled: { $0.nobodyRefusal }
    ) { $0.openSheet() },
    Command(
      "checkOut.record", keys: ["v"], title: "Open the patient's record", hint: "Record",
      disabled: { $0.nobodyRefusal ?? $0.screen.openRefusal }
    ) { $0.openRecord() },
    Command(
      "checkOut.states", keys: ["s"], title: "Show everyone, in the house, ordered, Rx open, on leave or left",
      hint: "State", isMotion: true
    ) { $0.change { $0.screen.nextChoice() } },
    Command(
      "checkOut.leave", keys: ["x", .function(9), "D"], title: "The patient has left the room…", hint: "Patient left…",
      disabled: { $0.refusal(of: .leave) }
    ) { $0.open(.leave) },
    Command(
      "checkOut.expected", keys: ["e"], title: "Say when the patient is expected to leave…", hint: "Expected…",
      disabled: { $0.refusal(of: .planDischarge) }
    ) { $0.open(.planDischarge) },
  ]

  private static let past: [Command<CheckOutPane>] = [
    Command(
      "shell.undo", keys: ["u", .control("z")], title: "Undo the last reversible act", hint: "Undo",
      section: .everywhere, disabled: { $0.screen.board.past.undoRefusal }
    ) { $0.act { $0.undo() } },
    Command(
      "shell.redo", keys: [.control("y")], title: "Do it again", section: .everywhere,
      disabled: { $0.screen.board.past.redoRefusal }
    ) { $0.act { $0.redo() } },
  ]

  package func record(toOpenBefore command: CommandID) -> String? {
    guard let patient = selectedRow?.patient, patient.isWithheld else { return nil }
    return ["checkOut.open", "checkOut.leave", "checkOut.expected"].contains(command) ? patient.id.text : nil
  }

  private var nobodyRefusal: String? { selectedRow == nil ? "Nobody is shown; Esc clears the filter." : nil }

  private func refusal(of act: BedAct) -> String? { screen.refusal(of: act, to: selectedRow) }

  private mutating func openSheet() {
    guard let line = selectedRow else { return }
    do {
      asks.push(CheckOutSheetPane(try screen.sheet(of: line), desk: desk))
    } catch {
      asks.sayProblem(error, subject: "check-out")
    }
  }

  private mutating func openRecord() {
    if let line = selectedRow { asks.pushRecord(line.patient.id, at: desk) }
  }

  private mutating func open(_ act: BedAct) {
    guard let line = selectedRow else { return }
    let opened = screen.open(act, for: line, at: desk)
    speak()
    guard let (form, draft) = opened else { return }
    push(BedFormPane(form, screen: screen.board, desk: desk, draft: draft), for: BedFormAnswer.self) { pane, answer in
      pane.change { $0.screen.take(answer.screen) }
      pane.speak()
    }
  }

  private mutating func refresh() { act { $0.refresh() } }

  private mutating func act(_ act: (inout BedBoardScreen) -> Void) {
    change { $0.screen.change(act) }
    speak()
  }

  private mutating func speak() {
    for message in screen.takeNews() { asks.add(message.ask) }
  }
}
