extension Form {
  /// Whether there is a change to take back.
  package var canUndo: Bool { !history.done.isEmpty }

  /// Whether there is a change to make again.
  package var canRedo: Bool { !history.undone.isEmpty }

  /// Takes the last change back and goes to its field (^Z).
  package mutating func undo() {
    note = nil
    guard let edit = history.takeBack() else {
      note = FormMessage(.note, "Nothing more to undo in this form.")
      return
    }
    edit.undo(in: &fields[edit.field].entry)
    focus = edit.field
    changes += 1
    readAgain(edit.field)
  }

  /// Makes the change again that was last taken back (^Y).
  package mutating func redo() {
    note = nil
    guard let edit = history.makeAgain() else {
      note = FormMessage(.note, "Nothing more to redo in this form.")
      return
    }
    edit.redo(in: &fields[edit.field].entry)
    focus = edit.field
    changes += 1
    readAgain(edit.field)
  }
}
