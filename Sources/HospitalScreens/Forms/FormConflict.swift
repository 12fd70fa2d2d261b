import HospitalDomain

/// What to show when somebody else changed meanwhile what a form edits: both values of each field that both changed. Nothing
/// that was typed is lost, and nothing is overwritten unseen.
package struct FormConflict: Hashable, Sendable {
  /// Who changed it last, and when.
  package let changed: Recorded
  /// Why; may be empty.
  package let reason: String
  /// The fields that were changed here and there, in the order of the form.
  package let fields: [Field]

  package init(changed: Recorded, reason: String, fields: [Field]) {
    self.changed = changed
    self.reason = reason
    self.fields = fields
  }

  /// One field with its three values, as the form writes them.
  package struct Field: Hashable, Sendable, Identifiable {
    /// The field that both have changed.
    package let id: FormField.ID
    /// Its caption.
    package let caption: String
    /// What it held when the form was opened.
    package let before: String
    /// What it holds now.
    package let theirs: String
    /// What was typed.
    package let mine: String

    package init(id: FormField.ID, caption: String, before: String, theirs: String, mine: String) {
      self.id = id
      self.caption = caption
      self.before = before
      self.theirs = theirs
      self.mine = mine
    }
  }
}

extension Form {
  /// The fields that were changed here, and otherwise in the record that `fresh` was opened on.
  func conflicts(with fresh: Form) -> [FormConflict.Field] {
    fields.filter(\.isOwn).compactMap { field in
      guard let now = fresh[field.id], now.stands != field.stands, now.stands != field.text else { return nil }
      return FormConflict.Field(
        id: field.id, caption: field.caption, before: field.stands, theirs: now.stands, mine: field.text)
    }
  }

  /// Whether anything in it is the person's own but what they gave up, and the reason of the change.
  func holdsOwn(besides theirs: Set<FormField.ID>) -> Bool {
    fields.contains { $0.isOwn && $0.id != "reason" && !theirs.contains($0.id) }
  }

  /// A fresh form of the same record with what was typed here, but for the fields whose value is to be theirs.
  func typed(into fresh: Form, besides theirs: Set<FormField.ID>) -> Form {
    var form = fresh
    for field in fields where field.isOwn && !theirs.contains(field.id) {
      guard let place = form.place(of: field.id) else { continue }
      form.fields[place].chosen = field.chosen
      form.fill(field.id, with: field.text)
    }
    form.focus = form.place(of: focused.id) ?? form.focus
    form.changes = changes + 1
    form.moment = moment
    return form
  }

  /// What stands in the fields now is what the form was opened with.
  mutating func opens() {
    for place in fields.indices { fields[place].openedWith = fields[place].text }
    editsRecord = true
  }

  /// Says that there is something to choose; what was typed stands.
  mutating func say(choosing conflict: FormConflict) {
    say(.warning, "\(conflict.changed.by) was faster; nothing was saved. Choose for each field.")
  }

  /// Says what came into the form from somebody else, and what is left to save.
  mutating func say(settledWith name: String, isAnythingMine: Bool) {
    say(
      .note,
      isAnythingMine
        ? "\(name)'s change is in the form; ^S saves it with what you typed."
        : "\(name)'s values stand; nothing of yours to save. Esc leaves.")
  }
}

extension FormField {
  /// What the record holds: what the form was opened with, unless the field begins otherwise.
  var stands: String { standing ?? openedWith }

  /// Whether what it holds is the person's own and would be saved over what the record holds.
  fileprivate var isOwn: Bool {
    guard !isReadOnly, !kind.isSecret else { return false }
    return standing == nil ? isModified : !entry.isBlank
  }
}

extension Refusal {
  /// Whether it says that somebody else changed the record while a form was open on it.
  var tellsOfAnotherEdition: Bool {
    self == .changedMeanwhile || code == "discharge.orderWritten"
      || code.hasPrefix("bed.") && code.hasSuffix("Meanwhile")
  }
}
