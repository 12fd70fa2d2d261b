/// The changes of a form that can be taken back, and those taken back that can be made again.
struct FormHistory: Sendable, Hashable {
  private(set) var done: [EntryEdit] = []
  private(set) var undone: [EntryEdit] = []
  private var isOpen = false

  /// Ends the run of typing: what follows is a step of its own.
  mutating func seal() { isOpen = false }

  /// Keeps a change; `joining` lets it grow the run of typing before it.
  mutating func remember(_ edit: EntryEdit, joining: Bool) {
    undone = []
    defer { isOpen = joining }
    if joining, isOpen, let last = done.indices.last, done[last].absorb(edit) { return }
    done.append(edit)
  }

  /// The last change, which is now taken back.
  mutating func takeBack() -> EntryEdit? {
    seal()
    guard let edit = done.popLast() else { return nil }
    undone.append(edit)
    return edit
  }

  /// The change last taken back, which is now made again.
  mutating func makeAgain() -> EntryEdit? {
    seal()
    guard let edit = undone.popLast() else { return nil }
    done.append(edit)
    return edit
  }
}
