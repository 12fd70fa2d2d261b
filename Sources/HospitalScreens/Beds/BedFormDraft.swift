import HospitalDomain
import HospitalServices

extension BedForm {
  /// What its drafts are kept under.
  package var draftName: FormName { .bed(act) }

  /// What its owner knows a draft by: `Admit to 4A-02, DUARTE, Inês`.
  package var draftTitle: String {
    let patient = form.text("patient")
    return patient.isEmpty ? form.title : "\(form.title), \(patient)"
  }

  /// What a draft of it belongs to: its rooms, or the admission of the patient in the room.
  package var draftSubject: String { BedDraftSubject(self).description }
}

extension BedBoardScreen {
  /// Opens the form of an act, with what was typed into it before and not finished.
  ///
  /// - Returns: the form, and the draft that it goes on with.
  package mutating func open(_ act: BedAct, at desk: Desk) -> (form: BedForm, draft: Draft?)? {
    guard var form = open(act) else { return nil }
    let draft = desk.draft(of: form.draftName, subject: form.draftSubject)
    if let draft { form.form.goOn(with: draft) }
    return (form, draft)
  }

  /// Goes to the rooms of a draft, or to where its patient is now, and opens its form again. Throws why that is no longer
  /// possible.
  package mutating func open(_ draft: Draft) throws -> BedForm {
    let subject = BedDraftSubject(draft.subject)
    let rooms = subject.rooms(on: list)
    guard let act = BedAct.allCases.first(where: { .bed($0) == draft.name }), let first = rooms.first else {
      throw subject.isPatient ? Refusal.patientOfDraftLeft : .roomsOfDraftGone
    }
    reread(rooms)
    _ = clearFilter()
    chooseWard(at: 0)
    select(first)
    marked = rooms.count > 1 ? Set(rooms) : []
    // Whoever was to be admitted to a room that is taken by now can be given another one in the form.
    if let refusal = act == .admit ? session.refusal(of: act.permission)?.sentence : refusal(of: act) {
      throw Refusal.draftIsLate(refusal)
    }
    guard var form = form(of: act) else { throw Refusal.roomsOfDraftGone }
    form.form.goOn(with: draft)
    return form
  }
}

extension Refusal {
  /// A draft is about somebody who is no longer in a room.
  fileprivate static let patientOfDraftLeft = Refusal(
    code: "draft.patientLeft", sentence: "The patient of that draft has left.")
  /// A draft is about rooms that are not on the board any more.
  fileprivate static let roomsOfDraftGone = Refusal(
    code: "draft.roomsGone", sentence: "The rooms of that draft are no longer in use.")
}

/// What a draft of the board's forms belongs to, as it is kept with the draft: `admission/ID` for a form about the patient
/// in a room, so that it never opens on the next patient there; `rooms/ID,ID` for a form about rooms.
struct BedDraftSubject: CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  init(_ form: BedForm) {
    if form.act != .admit, let admission = form.rooms.only?.occupancy?.admission {
      description = "admission/" + admission.text
    } else {
      description = "rooms/" + form.rooms.map(\.id.text).sorted().joined(separator: ",")
    }
  }

  /// Whether it is about the patient in a room.
  var isPatient: Bool { description.hasPrefix("admission/") }

  /// The rooms that it is about now: where the patient is, or those of the rooms that are on the board.
  func rooms(on list: BoardList) -> [RoomID] {
    let parts = description.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return [] }
    if parts[0] == "admission" {
      return list.rows.filter { $0.occupancy?.admission.text == parts[1] }.map(\.id)
    }
    return parts[1].split(separator: ",").map { RoomID(String($0)) }.filter { list.place(of: $0) != nil }
  }
}
