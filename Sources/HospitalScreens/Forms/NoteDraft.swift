import HospitalDomain

/// The draft of a reason while it is written in a box over a pane (H4). It is found again when the same is asked again.
package final class NoteDraft {
  /// What was written before and not finished; empty for nothing.
  package let text: String
  /// What is said where something was; nil for nothing.
  package let isBack: String?
  private var draft: FormDraft?
  private let title: String
  private let desk: Desk

  /// The draft of a reason that is asked for.
  ///
  /// - Parameters:
  ///   - name: what the reason is for.
  ///   - subject: the record that it is about; empty for none.
  ///   - title: what its owner knows it by: `Reason: decline the refund, DUARTE, Inês`.
  package init(_ name: FormName, subject: String = "", title: String, at desk: Desk) {
    self.title = title
    self.desk = desk
    let kept = desk.draft(of: name, subject: subject)
    draft = FormDraft(name, subject: subject, at: desk, kept: kept)
    text = kept.flatMap { DraftContent($0.content) }?.entries.first?.text ?? ""
    let isKept = !text.isEmpty
    isBack = kept.flatMap { isKept ? "What you wrote at \(desk.moment.local.clock($0.savedAt)) is back." : nil }
  }

  /// Now, in milliseconds UTC.
  package var now: Int64 { desk.now.milliseconds }

  /// Hands what is written to be kept.
  package func keep(_ text: String) {
    guard let name = draft?.form else { return }
    let entries = text.isEmpty ? [] : [DraftContent.Entry(field: "reason", text: text, chosen: nil)]
    draft?.keep(DraftContent(form: name.text, focus: "reason", entries: entries), title: title)
  }

  /// Discards it, because what it was written for is done.
  package func end() { draft?.end() }
}
