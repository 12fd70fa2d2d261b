import HospitalScreens
import TerminalKit

// The wishes whose answer comes back to the pane. The answer finds the pane by
// its box, so the pane may have changed meanwhile; nothing is captured.
extension Pane {
  /// Tier 1: asks with the focus on the harmless button; ^S goes on and calls `then`.
  /// With a `typed` word in the question (tier 2) the person types it first.
  package mutating func confirm(_ question: ConfirmQuestion, then act: @escaping (inout Self) -> Void) {
    asks.add(
      .question(OverlayBox(ConfirmBox(question)) { .reply(PaneReply { box in Self.reach(box) { act(&$0) } }) }))
  }

  /// Asks for a written reason, which must not be empty. What is written is kept as a draft until it is ended, which is
  /// for `then` to do once the act is done; what was written before and not finished stands there already.
  package mutating func askReason(
    _ question: ReasonQuestion, keeping draft: NoteDraft, then act: @escaping (inout Self, String) -> Void
  ) {
    var question = question
    if question.text.isEmpty, let isBack = draft.isBack {
      question.text = draft.text
      asks.note(isBack)
    }
    let box = OverlayBox(ReasonBox(question), keeping: OverlayKeeping(draft) { $0.text }) { reason in
      .reply(PaneReply { box in Self.reach(box) { act(&$0, reason) } })
    }
    asks.add(.question(box))
  }

  /// Asks for the reason of an act that may be refused. Then it says why not and asks again, with what was typed.
  package mutating func askReason(
    _ question: ReasonQuestion, about subject: String, keeping draft: NoteDraft,
    then act: @escaping (inout Self, String) throws -> Void
  ) {
    askReason(question, keeping: draft) { pane, reason in
      pane.asks.mend(subject)
      do {
        try act(&pane, reason)
        draft.end()
      } catch {
        pane.asks.sayProblem(error, subject: subject)
        var again = question
        (again.text, again.problem) = (reason, FormMessage(problem: error).sentence)
        pane.askReason(again, about: subject, keeping: draft, then: act)
      }
    }
  }

  /// Asks for the reason of an act on a restricted record. What is written is not kept: among the drafts it would say
  /// whose record was asked for, and why.
  package mutating func askReasonUnkept(
    _ question: ReasonQuestion, about subject: String, then act: @escaping (inout Self, String) throws -> Void
  ) {
    let reply = OverlayBox(ReasonBox(question)) { reason in
      .reply(
        PaneReply { box in
          Self.reach(box) { pane in
            pane.asks.mend(subject)
            do { try act(&pane, reason) } catch {
              pane.asks.sayProblem(error, subject: subject)
              var again = question
              (again.text, again.problem) = (reason, FormMessage(problem: error).sentence)
              pane.askReasonUnkept(again, about: subject, then: act)
            }
          }
        })
    }
    asks.add(.question(reply))
  }

  /// Lets the person pick one of a list; typing narrows it. `then` gets the number of the choice in `list.choices`.
  package mutating func pick(_ list: PickQuestion, then act: @escaping (inout Self, Int) -> Void) {
    asks.add(
      .question(
        OverlayBox(PickBox(list)) { number in .reply(PaneReply { box in Self.reach(box) { act(&$0, number) } }) }))
  }

  /// Asks for one line of text, for a filter or a number.
  package mutating func askLine(_ question: LineQuestion, then act: @escaping (inout Self, String) -> Void) {
    asks.add(
      .question(
        OverlayBox(LineBox(question)) { text in .reply(PaneReply { box in Self.reach(box) { act(&$0, text) } }) }))
  }

  /// Shows text that only needs to be read.
  package mutating func show(_ text: TextPage) {
    asks.add(.question(OverlayBox(TextBox(text)) { _ in .nothing }))
  }

  /// Opens a pane and takes the answer it closes with.
  package mutating func push<Answer: Sendable>(
    _ pane: some Pane, for answer: Answer.Type, then act: @escaping (inout Self, Answer) -> Void
  ) {
    let box = PaneBox(pane)
    box.answered = { below, value in
      guard let value = value as? Answer else { return }
      Self.reach(below) { act(&$0, value) }
    }
    asks.add(.push(box))
  }

  /// Does slow work on a background queue, with its progress on the message row;
  /// Esc stops it. `then` runs on the keyboard's thread with what came of it.
  package mutating func work<Value: Sendable>(
    _ title: String, _ job: @escaping @Sendable (WorkProgress) throws -> Value,
    then act: @escaping (inout Self, Result<Value, any Error>) -> Void
  ) {
    asks.add(
      .work(
        SlowWork(title: title, job: { try job($0) }) { result, box in
          Self.reach(box) { pane in
            act(&pane, result.flatMap { ($0 as? Value).map { .success($0) } ?? .failure(CancellationError()) })
          }
        }))
  }

  /// Tells the shell how to undo what was just done, so that `u` does it. `redo` is for `^Y`.
  package mutating func reversible(
    _ title: String, undo: @escaping (inout Self) -> Void, redo: ((inout Self) -> Void)? = nil
  ) {
    asks.add(
      .reversible(
        ReversibleAct(
          title: title, undo: { Self.reach($0, undo) }, redo: redo.map { redo in { Self.reach($0, redo) } })))
  }

  /// Acts on the pane in a box, if it is of this kind.
  private static func reach(_ box: any PaneBoxing, _ act: (inout Self) -> Void) {
    if let box = box as? PaneBox<Self> { act(&box.pane) }
  }
}

/// What is to be done to the pane that asked, once there is an answer.
package struct PaneReply {
  /// Does it to the pane in the box.
  package let deliver: (any PaneBoxing) -> Void

  /// Makes a reply.
  package init(_ deliver: @escaping (any PaneBoxing) -> Void) {
    self.deliver = deliver
  }
}

/// Something done that can be undone.
package struct ReversibleAct {
  /// What was done: "Hold on 4A-12".
  package let title: String
  /// Undoes it, by the pane that did it.
  package let undo: (any PaneBoxing) -> Void
  /// Does it again.
  package let redo: ((any PaneBoxing) -> Void)?
}
