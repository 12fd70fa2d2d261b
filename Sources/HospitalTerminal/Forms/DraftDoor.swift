import HospitalDomain
import HospitalScreens
import TerminalKit

/// Where drafts of an area are gone on with (H4): the pane that a form belongs to, with the form over it. An area that is
/// added has one in its own folder and appends it to `all`.
package struct DraftDoor: Sendable {
  /// The forms that it leads to.
  package let forms: [FormName]
  /// Opens the pane of a draft and its form; throws why it cannot be.
  let open: @Sendable (inout Asks, Draft, Desk) throws -> Void

  /// Every door; forms that hold secrets alone need none.
  package static let all: [DraftDoor] = [
    .registration, .beds, .checkOut, .account, .invoices, .cash, .staff, .papers, .care, .prescribing, .stock,
    .pharmacy,
  ]
}

extension Asks {
  /// Goes on with a draft, wherever one is; says why where that is not possible, and leaves it among the drafts.
  package mutating func push(_ draft: Draft, at desk: Desk) {
    do {
      guard let door = DraftDoor.all.first(where: { $0.forms.contains(draft.name) }) else {
        throw Refusal.draftIsHomeless
      }
      try door.open(&self, draft, desk)
    } catch {
      sayProblem(error, subject: "draft")
    }
  }
}

extension Refusal {
  /// What a draft was about is no longer there.
  static let draftIsHomeless = Refusal(
    code: "draft.homeless",
    sentence: "What that draft is about is no longer there; what was typed stays among your drafts.")
}
