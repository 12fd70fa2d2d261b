/// A form that somebody has not finished: what was typed, kept for its owner alone.
package struct Draft: Hashable, Sendable, Identifiable {
  /// The draft's identifier.
  package let id: DraftID
  /// The name of the form, such as `registration`.
  package let form: String
  /// The record that the form changes; empty for a new one.
  package let subject: String
  /// What its owner knows it by, such as `DUARTE, Inês`.
  package let title: String
  /// The fields as typed, in the form's own encoding.
  package let content: String
  /// When it was kept last.
  package let savedAt: Timestamp

  package init(id: DraftID, form: String, subject: String, title: String, content: String, savedAt: Timestamp) {
    self.id = id
    self.form = form
    self.subject = subject
    self.title = title
    self.content = content
    self.savedAt = savedAt
  }

  /// The same, with the title that names one of those whose records are kept from its owner replaced (H6).
  package func withholding(_ names: [PersonName]) -> Draft {
    guard names.contains(where: { title.contains($0.listed) }) else { return self }
    return Draft(id: id, form: form, subject: subject, title: Withheld.word, content: content, savedAt: savedAt)
  }
}
