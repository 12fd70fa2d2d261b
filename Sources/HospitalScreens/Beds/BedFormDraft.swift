import HospitalDomain
import HospitalServices

extension BedForm {
  /// The name that its drafts are kept under: `beds.admit`.
  package var draftName: String { Self.draftPrefix + act.rawValue }

  /// What its owner knows a draft by: `Admit to 4A-02, DUARTE, Inês`.
  package var draftTitle: String {
    let patient = form.text("patient")
    return patient.isEmpty ? form.title : "\(form.title), \(patient)"
  }

  /// The record that a draft of it belongs to: the room; nothing for many rooms.
  package var draftSubject: String { rooms.only?.id.text ?? "" }

  fileprivate static let draftPrefix = "beds."
}

extension BedBoardScreen {
  /// Whether a draft is of a form of the board.
  package static func isDraftOfBoard(_ draft: Draft) -> Bool { draft.form.hasPrefix(BedForm.draftPrefix) }

  /// Opens the form of an act, with what was typed into it before and not finished.
  ///
  /// - Returns: the form, and the draft that it goes on with.
  package mutating func open(_ act: BedAct, at desk: Desk) -> (form: BedForm, draft: Draft?)? {
    guard var form = open(act) else { return nil }
    let draft = form.draftSubject.isEmpty ? nil : desk.draft(of: form.draftName, subject: form.draftSubject)
    if let draft { form.form.goOn(with: draft) }
    return (form, draft)
  }

  /// Goes to the room of a draft and opens its form again; nil, with the reason on the message row, where the room no longer
  /// allows it.
  package mutating func open(_ draft: Draft, at desk: Desk) -> (form: BedForm, draft: Draft?)? {
    guard let act = BedAct(rawValue: String(draft.form.dropFirst(BedForm.draftPrefix.count))) else { return nil }
    marked = []
    select(RoomID(draft.subject))
    return open(act, at: desk)
  }
}
