import HospitalDomain
import HospitalScreens
import TerminalKit

/// Merging two records of one person, and parting them again (P2). Tier 2: the number is typed, and the reason is kept.
extension PatientRecordPane {
  /// The merge that the line with the focus is about.
  var selectedMerge: MergeLine? {
    if case .merge(let merge) = list.line?.subject { merge } else { nil }
  }

  mutating func chooseSurvivor() {
    let name = screen.record.details.name
    let search = PatientSearchPane(desk: desk, choosingTo: "Merge \(screen.record.number)", typed: name.family)
    push(search, for: FoundPatient.self) { $0.askToMerge(into: $1) }
  }

  private mutating func askToMerge(into other: FoundPatient) {
    guard other.id != screen.record.id else {
      asks.note("\(other.number) is this record. Choose the other record of this person.")
      return
    }
    ask(screen.mergeQuestion(into: other), into: other.id)
  }

  private mutating func ask(_ question: MergeQuestion, into other: PatientID) {
    confirm(
      ConfirmQuestion(
        title: "Merge two records?", lines: question.lines, keep: "Keep both", act: "Merge", typed: question.typed,
        typedName: "this record's number")
    ) { pane in pane.askWhyMerged(into: other) }
  }

  private mutating func askWhyMerged(into other: PatientID) {
    let (number, record) = (screen.record.number, screen.record.id.text)
    let draft = NoteDraft(.merge, subject: "\(record)/\(other.text)", title: "Why \(number) is merged", at: desk)
    askReason(
      ReasonQuestion(title: "Why are they one person?", keep: "Keep both", act: "Merge"), about: "merge", keeping: draft
    ) { pane, reason in
      let act = try pane.screen.merge(into: other, because: reason)
      pane.show(act)
    }
  }

  /// Goes on with the merge that a draft of its reason is about: both records are shown and the number is typed again.
  mutating func askWhyMerged(into other: String?) throws {
    try DraftDoor.allow(screen.refusal(of: .mergePatients))
    guard let other else { throw Refusal.draftIsHomeless }
    let record = try PatientRecordScreen(PatientID(other), desk: desk).record
    let question = screen.mergeQuestion(into: record.number, name: record.details.name, born: record.details.birthDate)
    ask(question, into: PatientID(other))
  }

  private mutating func show(_ act: RecordChange) {
    list.replace(with: screen.sections)
    remember(act)
  }

  /// Why the records of the merge with the focus cannot be parted; nil if they can.
  var partRefusal: String? {
    if selectedMerge == nil { return "The cursor is on no merged record." }
    return screen.refusal(ofPermission: .mergePatients)
  }

  mutating func askToPart() {
    if let merge = selectedMerge { askToPart(merge) }
  }

  /// Asks again why a merge is undone, for a draft of the reason.
  mutating func askToPart(_ duplicate: String?) throws {
    let merges = screen.sections.flatMap(\.lines).compactMap { line in
      if case .merge(let merge) = line.subject { merge } else { nil as MergeLine? }
    }
    guard let merge = merges.first(where: { $0.duplicate.id.text == duplicate }) else { throw Refusal.draftIsHomeless }
    askToPart(merge)
  }

  private mutating func askToPart(_ merge: MergeLine) {
    let draft = NoteDraft(
      .parting, subject: "\(screen.record.id.text)/\(merge.duplicate.id.text)",
      title: "Why the merge of \(merge.duplicate.number) is undone", at: desk)
    let lines = [
      "\(merge.duplicate.number)  \(merge.duplicate.name.listed)",
      "\(merge.survivor.number)  \(merge.survivor.name.listed)",
      "become two records again, each with what was recorded on it.",
      "What was recorded since the merge stays with \(merge.survivor.number):",
      "compare allergies and prescriptions of both afterwards.",
    ]
    askReason(
      ReasonQuestion(title: "Undo the merge?", lines: lines, keep: "Keep merged", act: "Undo merge"), about: "merge",
      keeping: draft
    ) { pane, reason in
      let act = try pane.screen.undoMerge(merge, because: reason)
      pane.show(act)
    }
  }

  /// Opens the record on the other side of the merge with the focus.
  mutating func openMerged() {
    guard let merge = selectedMerge else { return }
    let other = merge.survivor.id == screen.record.id ? merge.duplicate.id : merge.survivor.id
    asks.pushRecord(other, at: desk)
  }
}
