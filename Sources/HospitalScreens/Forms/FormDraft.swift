import HospitalDomain
import HospitalServices

/// The draft of one form while it is filled in (H4): handed to the desk's keeper, which saves it beside the screen, and
/// discarded once the form is saved.
package struct FormDraft {
  /// The draft's own name.
  package let id: DraftID
  /// The form that it is of.
  package let form: FormName
  /// The record that the form changes; empty for a new one.
  package let subject: String
  private let desk: Desk
  private var kept: DraftContent?
  private var isOver = false

  /// A draft of a form; `kept` is one that was found again. Nil when nobody is signed in.
  package init?(_ form: FormName, subject: String = "", at desk: Desk, kept: Draft? = nil) {
    assert(FormName.all.contains(form), "\(form) is not among the forms of its area; see FormName")
    guard let session = desk.session else { return nil }
    id = kept?.id ?? DraftService(session).newIdentifier()
    self.form = form
    self.subject = subject
    self.desk = desk
    self.kept = kept.flatMap { DraftContent($0.content) }
  }

  /// Hands over what is typed now and where the cursor is, if that differs from what was handed over last; a form that is
  /// as it was opened leaves nothing behind.
  ///
  /// - Parameter title: what its owner knows it by, such as `DUARTE, Inês`.
  package mutating func keep(_ form: Form, title: String) { keep(form.draft, title: title) }

  /// The same for what is typed elsewhere than in a form.
  mutating func keep(_ content: DraftContent, title: String) {
    let before = kept?.entries ?? []
    let isElsewhere = !before.isEmpty && content.focus != kept?.focus
    guard !isOver, content.entries != before || isElsewhere else { return }
    kept = content
    guard !content.entries.isEmpty else {
      desk.drafts?.withdraw(id)
      return
    }
    desk.drafts?.keep(
      Draft(
        id: id, form: form.text, subject: subject, title: title, content: content.description, savedAt: desk.now))
  }

  /// Discards it, because the form is saved or no longer wanted; it does not come back.
  package mutating func end() {
    isOver = true
    desk.drafts?.discard(id)
  }

  /// What stands in place of the time where what is typed can't be kept.
  package static let notKept = "DRAFT NOT KEPT"

  /// `Draft kept 14:01:52`, a warning where it cannot be kept, or nothing yet.
  package var standing: String {
    guard !isOver, let drafts = desk.drafts else { return "" }
    if drafts.failure != nil { return Self.notKept }
    return drafts.savedAt(id).map { "Draft kept \(desk.workplace.localTime.clockWithSeconds($0))" } ?? ""
  }
}

extension LocalTime {
  /// The local time as `HH:mm:ss`.
  func clockWithSeconds(_ moment: Timestamp) -> String {
    let second = (moment.milliseconds / 1_000 % 60 + 60) % 60
    return "\(clock(moment)):\(second < 10 ? "0" : "")\(second)"
  }
}

extension Desk {
  /// Now, for the forms that are filled in here.
  package var moment: FormMoment { FormMoment(now: now, local: workplace.localTime) }
}
