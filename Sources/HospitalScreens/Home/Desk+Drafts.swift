import HospitalDomain
import HospitalServices

extension Desk {
  /// The newest draft that the person at the desk has of a form for a record (H4); nil for none. What waits to be kept is
  /// kept first.
  package func draft(of form: FormName, subject: String) -> Draft? {
    guard let session else { return nil }
    drafts?.finish()
    return (try? DraftService(session).drafts())?.first { $0.name == form && $0.subject == subject }
  }

  /// The person's draft of a form with that identifier; nil for none.
  package func draft(of form: FormName, id: String) -> Draft? {
    guard let session else { return nil }
    drafts?.finish()
    return (try? DraftService(session).drafts())?.first { $0.name == form && $0.id.text == id }
  }
}

extension Desk {
  /// Throws a draft away.
  package func discard(_ draft: Draft) {
    drafts?.discard(draft.id)
    drafts?.finish()
  }
}

extension Form {
  /// Puts back what was typed and left, with the cursor where the person was, and says so. The one way back for every form:
  /// its pane says it on the first screen (`FormPane.appear`).
  mutating func goOn(with draft: Draft) {
    guard let content = DraftContent(draft.content) else { return }
    restore(content)
    // What the record holds by now, where that is not what was typed over, is said before anything else.
    guard note == nil else { return }
    say(.note, "What you typed at \(moment.local.clock(draft.savedAt)) is back; ^Z takes it out again.")
  }
}
