extension Form {
  /// Types a character into the focused field.
  package mutating func type(_ text: String) {
    switch focused.kind {
    case .yesNo: typeYesNo(text)
    case .choice(let choices) where !continues(text, in: choices): edit { $0.replace(with: text) }
    default: edit(joining: true) { $0.type(text) }
    }
  }

  /// Puts a pasted text into the focused field, cut to what it holds.
  /// What came in unseen is named as a problem at once.
  package mutating func paste(_ text: String) {
    edit { $0.insert(text) }
    if let unsafe = focused.unsafeProblem { fields[focus].problem = unsafe }
  }

  /// Puts a line break into a text of many lines.
  package mutating func breakLine() {
    if focused.kind.allowsLines { edit { $0.insert("\n") } }
  }

  /// Removes the character before the cursor.
  package mutating func backspace() { edit(joining: true) { $0.backspace() } }

  /// Removes the character under the cursor.
  package mutating func delete() { edit { $0.delete() } }

  /// Removes the word before the cursor (^W).
  package mutating func deleteWord() { edit { $0.deleteWord() } }

  /// Empties the focused field (^U).
  package mutating func clearField() { edit { $0.clear() } }

  /// Changes a yes/no field to the other answer; a space anywhere else (Space).
  package mutating func toggle() { focused.kind.isYesNo ? typeYesNo(" ") : type(" ") }

  /// Changes between inserting and overtyping, in every field.
  package mutating func toggleOvertype() {
    let overtypes = !focused.entry.overtypes
    for place in fields.indices { fields[place].entry.overtypes = overtypes }
    note = FormMessage(.note, overtypes ? "Typing replaces what stands there (Ins)." : "Typing inserts (Ins).")
  }

  /// Moves the cursor inside the focused field.
  package mutating func moveCursor(_ move: (inout TextEntry) -> Void) {
    note = nil
    history.seal()
    move(&fields[focus].entry)
  }

  /// Puts a text into a field as one step of undo, wherever the focus is: for a
  /// form that fills in one field from another. What the last act had to say stands.
  package mutating func fill(_ id: FormField.ID, with text: String) {
    guard let place = place(of: id) else { return }
    let said = note
    change(place) { $0.replace(with: text) }
    note = note ?? said
  }

  /// Gives a field other choices, keeping what was typed.
  package mutating func offer(_ lookup: FieldLookup, for id: FormField.ID) {
    if let place = place(of: id) { fields[place].kind = .lookup(lookup) }
  }

  /// Has a field understood in another way from now on, keeping what was typed.
  package mutating func read(_ id: FormField.ID, with reader: FieldReader) {
    guard let place = place(of: id) else { return }
    fields[place].reader = reader
    readAgain(place)
  }

  private mutating func typeYesNo(_ text: String) {
    switch text.lowercased() {
    case "y": edit { $0.replace(with: "yes") }
    case "n": edit { $0.replace(with: "no") }
    case " ": edit { $0.replace(with: $0.text == "yes" ? "no" : "yes") }
    default: note = FormMessage(.note, "\(focused.caption): y or n; Space changes it.")
    }
  }

  /// Whether typing goes on with the code that stands there, or starts a new one.
  private func continues(_ text: String, in choices: [FieldChoice]) -> Bool {
    let typed = focused.text
    guard choices.contains(where: { $0.isNamed(typed) }) else { return true }
    return choices.contains { $0.matches(typed + text) }
  }

  private mutating func edit(joining: Bool = false, _ act: (inout TextEntry) -> EntryNote?) {
    guard !focused.isReadOnly else {
      note = FormMessage(.note, "\(focused.caption) is only shown and cannot be changed here.")
      return
    }
    change(focus, joining: joining, act)
  }

  private mutating func edit(joining: Bool = false, _ act: (inout TextEntry) -> Void) {
    edit(joining: joining) { entry -> EntryNote? in
      act(&entry)
      return nil
    }
  }

  private mutating func change(_ place: Int, _ act: (inout TextEntry) -> Void) {
    change(place, joining: false) { entry -> EntryNote? in
      act(&entry)
      return nil
    }
  }

  /// Every change of a field's text comes through here: it is remembered for undo and a known problem is read again.
  mutating func change(_ place: Int, joining: Bool, _ act: (inout TextEntry) -> EntryNote?) {
    note = nil
    let before = fields[place].entry
    if let said = act(&fields[place].entry) {
      note = FormMessage(.warning, "\(fields[place].caption): \(said.sentence)")
    }
    if let edit = EntryEdit(field: place, from: before, to: fields[place].entry) {
      changes += 1
      history.remember(edit, joining: joining)
      readAgain(place)
    }
  }
}
