/// One change of one field's text, small enough to keep thousands of: what was
/// taken out and what was put in at one place, counted in code points.
struct EntryEdit: Sendable, Hashable {
  let field: Int
  private(set) var place: Int
  private(set) var removed: [Unicode.Scalar]
  private(set) var inserted: [Unicode.Scalar]
  let cursorBefore: Int
  private(set) var cursorAfter: Int

  /// The difference between two states of a field's text, or nil if there is none.
  init?(field: Int, from before: TextEntry, to after: TextEntry) {
    let old = Array(before.text.unicodeScalars)
    let new = Array(after.text.unicodeScalars)
    guard old != new else { return nil }
    let shorter = min(old.count, new.count)
    let head = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
    let tail = (0..<(shorter - head)).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] } ?? shorter - head
    self.field = field
    place = head
    removed = Array(old[head..<(old.count - tail)])
    inserted = Array(new[head..<(new.count - tail)])
    cursorBefore = before.cursor
    cursorAfter = after.cursor
  }

  /// Puts the text back as it was before the change.
  func undo(in entry: inout TextEntry) { swap(inserted, for: removed, cursor: cursorBefore, in: &entry) }

  /// Makes the change again.
  func redo(in entry: inout TextEntry) { swap(removed, for: inserted, cursor: cursorAfter, in: &entry) }

  private func swap(_ old: [Unicode.Scalar], for new: [Unicode.Scalar], cursor: Int, in entry: inout TextEntry) {
    var scalars = Array(entry.text.unicodeScalars)
    scalars.replaceSubrange(place..<(place + old.count), with: new)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    entry.replace(with: String(text), cursor: cursor)
  }

  /// Takes a following change in, if both are one run of typing (up to the end
  /// of a word) or one run of rubbing out.
  mutating func absorb(_ next: EntryEdit) -> Bool {
    guard next.field == field, next.cursorBefore == cursorAfter else { return false }
    if removed.isEmpty, next.removed.isEmpty, next.place == place + inserted.count {
      let startsWord =
        inserted.last?.properties.isWhitespace == true
        && next.inserted.first?.properties.isWhitespace == false
      if startsWord { return false }
      inserted += next.inserted
    } else if inserted.isEmpty, next.inserted.isEmpty, next.place + next.removed.count == place {
      removed = next.removed + removed
      place = next.place
    } else {
      return false
    }
    cursorAfter = next.cursorAfter
    return true
  }
}
