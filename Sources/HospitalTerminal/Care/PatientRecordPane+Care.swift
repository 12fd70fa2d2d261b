import HospitalDomain
import HospitalScreens
import TerminalKit

/// Consultations and nurses' notes on the record that is open (B11, C1, C3).
extension PatientRecordPane {
  static let care: [Command<PatientRecordPane>] = .table {
    Command(
      "record.consult", keys: ["c"], title: "Write a consultation…", hint: "Consult…",
      disabled: { $0.screen.refusal(of: .writeConsultation) }
    ) { $0.writeConsultation() }
    Command(
      "record.note", keys: ["n"], title: "Write a nurse's note…", hint: "Note…",
      disabled: { $0.screen.refusal(of: .writeNote) }
    ) { $0.writeNote() }
  }

  /// What can be done with the entry under the cursor.
  static let entries: [Command<PatientRecordPane>] = .table {
    Command(
      "record.amend", keys: ["E"], title: "Amend the consultation or note, within 24 hours…", hint: "Amend…",
      disabled: { $0.refusal { $0.amendmentRefusal(of: $1) } }, isDimmed: { !$0.mayWriteEntry }
    ) { $0.amend() }
    Command(
      "record.strike", keys: ["X"], title: "Strike out the consultation or note, within 24 hours…",
      hint: "Strike out…", disabled: { $0.refusal { $0.amendmentRefusal(of: $1) } }, isDimmed: { !$0.mayWriteEntry }
    ) { $0.askToStrikeOut() }
    Command(
      "record.addendum", keys: ["+"], title: "Add to the consultation, note or prescription…", hint: "Add…",
      disabled: { $0.refusal { $0.addendumRefusal(of: $1) } }, isDimmed: { !$0.mayWriteEntry }
    ) { $0.writeAddendum() }
  }

  /// Whether the cursor is on an entry of a kind that this person may write.
  private var mayWriteEntry: Bool { selectedEntry.map { screen.mayWrite($0) } ?? false }

  /// The consultation, note or prescription that the line with the focus is.
  var selectedEntry: ClinicalEntry? {
    if case .entry(let entry) = list.line?.subject { entry } else { nil }
  }

  private func refusal(_ ask: (PatientRecordScreen, ClinicalEntry) -> String?) -> String? {
    guard let entry = selectedEntry else { return "The cursor is on no consultation, note or prescription." }
    return ask(screen, entry)
  }

  private mutating func writeConsultation() {
    push(ActForm.consultation(of: screen.record, banner: screen.banner, at: desk))
  }

  private mutating func writeNote() { push(ActForm.note(about: screen.record, banner: screen.banner, at: desk)) }

  private mutating func amend() {
    if let entry = selectedEntry { amend(entry) }
  }

  private mutating func amend(_ entry: ClinicalEntry) {
    if let consultation = screen.consultation(entry) {
      push(ActForm.amendment(of: consultation, on: screen.record, banner: screen.banner, at: desk))
    } else if let note = screen.note(entry) {
      push(ActForm.amendment(of: note, on: screen.record, banner: screen.banner, at: desk))
    }
  }

  private mutating func writeAddendum() {
    if let entry = selectedEntry { writeAddendum(to: entry) }
  }

  private mutating func writeAddendum(to entry: ClinicalEntry) {
    push(ActForm.addendum(to: entry, on: screen.record, banner: screen.banner, at: desk))
  }

  private mutating func push(_ form: ActForm?) {
    guard let form else { return }
    push(ActFormPane(form, desk: desk), for: RecordChange.self) { $0.take($1) }
  }

  private mutating func askToStrikeOut() {
    if let entry = selectedEntry { askToStrikeOut(entry) }
  }

  private mutating func askToStrikeOut(_ entry: ClinicalEntry) {
    let draft = NoteDraft(
      .struckEntry, subject: "\(screen.record.id)/\(entry.id)",
      title: "Why a \(entry.noun) of \(screen.banner.name) is struck out", at: desk)
    askReason(
      ReasonQuestion(
        title: "Strike it out?", lines: screen.strikeLines(entry), keep: "Keep", act: "Strike out"),
      about: "entry", keeping: draft
    ) { pane, reason in
      let change = try pane.screen.strikeOut(entry, because: reason)
      pane.list.replace(with: pane.screen.sections)
      pane.remember(change)
    }
  }

  /// Opens the form of a draft of this area.
  mutating func goOn(withCare draft: Draft) throws {
    switch draft.name {
    case .consultation:
      try DraftDoor.allow(screen.refusal(of: .writeConsultation))
      return writeConsultation()
    case .nursingNote:
      try DraftDoor.allow(screen.refusal(of: .writeNote))
      return writeNote()
    default: break
    }
    guard let entry = screen.entry(draft.subjectParts.last) else { throw Refusal.draftIsHomeless }
    guard draft.name != .addendum else {
      try DraftDoor.allow(screen.addendumRefusal(of: entry))
      return writeAddendum(to: entry)
    }
    try DraftDoor.allow(screen.amendmentRefusal(of: entry))
    if draft.name == .struckEntry { askToStrikeOut(entry) } else { amend(entry) }
  }
}
