extension TextEntry {
  /// Types one character (or a letter with its marks) at the cursor.
  @discardableResult
  package mutating func type(_ text: String) -> EntryNote? {
    if startsOver { clear() }
    guard overtypes, cursor < characters.count, characters[cursor] != "\n", text != "\n" else { return insert(text) }
    var replaced = self
    replaced.characters.remove(at: cursor)
    let note = replaced.insert(text)
    if case .full = note { return note }
    self = replaced
    return note
  }

  /// Removes the character before the cursor.
  package mutating func backspace() {
    guard cursor > 0 else { return }
    join(String(characters[..<(cursor - 1)]), String(characters[cursor...]))
  }

  /// Removes the character under the cursor.
  package mutating func delete() {
    guard cursor < characters.count else { return }
    join(String(characters[..<cursor]), String(characters[(cursor + 1)...]))
  }

  /// Removes the word before the cursor and the spaces between (^W).
  package mutating func deleteWord() {
    let start = wordStart
    join(String(characters[..<start]), String(characters[cursor...]))
  }

  /// Removes everything (^U).
  package mutating func clear() {
    characters = []
    cursor = 0
  }

  /// Changes between inserting and overtyping (Ins).
  package mutating func toggleOvertype() { overtypes.toggle() }

  /// Moves one character to the left.
  package mutating func left() { cursor = max(0, cursor - 1) }

  /// Moves one character to the right.
  package mutating func right() { cursor = min(characters.count, cursor + 1) }

  /// Moves to the start of the text, or of the line in a text of many lines.
  package mutating func home() {
    cursor = characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  /// Moves to the end of the text, or of the line in a text of many lines.
  package mutating func end() {
    cursor = characters[cursor...].firstIndex(of: "\n") ?? characters.count
  }

  /// Moves to a place, counted in characters from the start.
  package mutating func move(to place: Int) { cursor = min(max(0, place), characters.count) }

  /// Moves to the start of the word before the cursor.
  package mutating func wordLeft() { cursor = wordStart }

  /// Moves past the end of the word after the cursor.
  package mutating func wordRight() {
    var place = cursor
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    while place < characters.count, !characters[place].isWhitespace { place += 1 }
    cursor = place
  }

  /// Where the word before the cursor starts.
  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
    return place
  }
}
