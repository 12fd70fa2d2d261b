import HospitalDomain
import HospitalScreens
import TerminalKit

/// A patient's whole record on one screen (P5), and what can be done to it. What else is done with a patient (admit,
/// prescribe, charge) begins here in commands of the areas that do it.
package struct PatientRecordPane: HistoryKeeping {
  package var asks = Asks()
  var screen: PatientRecordScreen
  var list: RecordList
  let desk: Desk

  /// Opens the record of a patient; throws where this person may not.
  package init(_ id: PatientID, desk: Desk) throws { self.init(try PatientRecordScreen(id, desk: desk), desk: desk) }

  private init(_ screen: PatientRecordScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list = RecordList(screen.sections)
  }

  package var title: String { "Record" }
  package func context(columns: Int) -> StyledText { StyledText(screen.banner, columns: columns) }
  package var hasDetail: Bool { true }
  package var closesAt: Int64? { screen.closesAt?.milliseconds }

  package mutating func appear() {
    if screen.follow() { lookAgain() }
  }

  package mutating func receive(_ news: LiveNews) {
    if news.topic == .record { lookAgain() }
  }

  package mutating func draw(on canvas: inout Canvas) {
    if canvas.lacksContextRow {
      canvas.drawBanner(screen.banner) { list.draw(on: &$0) }
    } else {
      list.draw(on: &canvas)
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    canvas.writeWrapped(list.line?.detail ?? [])
  }

  /// Shows all that is known of the line with the focus.
  mutating func showLine() {
    guard let line = list.line, !openPrescription() else { return }
    show(TextPage(title: line.label.isEmpty ? "Record" : line.label, lines: line.detail.map { StyledText($0) }))
  }

  /// Reads the record again.
  mutating func refresh() {
    do {
      try screen.refresh()
      list.replace(with: screen.sections)
    } catch {
      asks.sayProblem(error, subject: "record")
    }
  }

  /// Shows what has become of the record since it was opened.
  private mutating func lookAgain() {
    do {
      try screen.lookAgain()
      list.replace(with: screen.sections)
    } catch {
      asks.sayProblem(error, subject: "record")
    }
  }

  /// Opens the form or the question of a draft, which goes on with what was typed.
  mutating func goOn(with draft: Draft) throws {
    switch draft.name {
    case .details:
      try DraftDoor.allow(screen.refusal(of: .updatePatient))
      push(PatientChangePane(screen, desk: desk, draft: draft), for: RecordChange.self) { $0.take($1) }
    case .allergies:
      try DraftDoor.allow(screen.refusal(of: .recordAllergies))
      recordAllergies()
    case .merge: try askWhyMerged(into: draft.subjectParts.last)
    default: try askToPart(draft.subjectParts.last)
    }
  }

  package var historyDesk: Desk { desk }

  /// The consultation, stay or paper with the focus; else the details of the patient.
  package var recordWithHistory: VersionedRecord? {
    list.line?.history ?? VersionedRecord(.patient, screen.record.id.text)
  }

  mutating func openLooks() {
    do { asks.push(AuditPane(try desk.looks(at: screen))) } catch { asks.sayProblem(error, subject: "audit") }
  }

  mutating func change() {
    let draft = desk.draft(of: .details, subject: screen.record.id.text)
    push(PatientChangePane(screen, desk: desk, draft: draft), for: RecordChange.self) { $0.take($1) }
  }

  mutating func recordAllergies() {
    guard let form = ActForm.allergies(of: screen.record, banner: screen.banner, at: desk) else { return }
    push(ActFormPane(form, desk: desk), for: RecordChange.self) { $0.take($1) }
  }

  /// A form over this record has saved something: shows it, and lets it be undone.
  mutating func take(_ change: RecordChange) {
    refresh()
    remember(change)
  }

  /// Says what was done, and lets it be undone and done again.
  mutating func remember(_ change: RecordChange) {
    asks.ok(change.sentence)
    guard change.canBeUndone else { return }
    let turn = RecordTurn(change)
    reversible(change.sentence, undo: { $0.take(turn) }, redo: { $0.take(turn) })
  }

  private mutating func take(_ turn: RecordTurn) {
    do {
      guard let done = try screen.takeBack(turn.change) else { return asks.note("That cannot be done again.") }
      turn.change = done
      asks.ok(done.sentence)
      list.replace(with: screen.sections)
    } catch {
      asks.sayProblem(error, subject: "record")
    }
  }
}
