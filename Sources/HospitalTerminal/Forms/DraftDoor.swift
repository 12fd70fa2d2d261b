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

extension Pane {
  /// Goes on with a draft, wherever one is. What can not be gone on with any more, because somebody was faster or it is gone,
  /// is said in one sentence, with the offer to throw away what was typed; a restricted record asks for its reason first.
  package mutating func goOn(with draft: Draft, at desk: Desk) {
    var wishes = Asks()
    do {
      guard let door = DraftDoor.all.first(where: { $0.forms.contains(draft.name) }) else {
        throw Refusal.draftIsHomeless
      }
      try door.open(&wishes, draft, desk)
      asks.add(wishes)
    } catch let refusal as Refusal where refusal.opens == nil {
      askToDiscard(draft, because: refusal.sentence, at: desk)
    } catch {
      asks.sayProblem(error, subject: "draft")
    }
  }

  /// Asks before a draft is thrown away.
  ///
  /// - Parameter why: why it can not be gone on with, where that is so.
  package mutating func askToDiscard(_ draft: Draft, because why: String? = nil, at desk: Desk) {
    let name = desk.session?.listed(draft) ?? draft.title
    confirm(
      ConfirmQuestion(
        title: why == nil ? "Discard the draft?" : "The draft can not go on. Discard it?",
        lines: [name] + (why.map { [$0] } ?? []) + ["Discarding it loses what was typed; nothing was saved of it."],
        keep: "Keep it", act: "Discard")
    ) { pane in
      desk.discard(draft)
      pane.appear()
      pane.asks.ok("The draft of \(name) is discarded.")
    }
  }
}

extension DraftDoor {
  /// Refuses a draft that can no longer be gone on with; `refusal` is why, nil where it can.
  static func allow(_ refusal: String?) throws {
    if let refusal { throw Refusal.draftIsLate(refusal) }
  }
}
