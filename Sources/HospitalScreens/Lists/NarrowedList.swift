import HospitalDomain

/// A list that a person narrows: by a quick choice, and by words typed after `/`. Every word typed must begin a word of
/// what a row is found by; `4a-05-b` is one word, and finds that room alone. Rows keep their order. The words of rows are looked for when something is first typed.
package struct NarrowedList<Row: Identifiable & Sendable>: Sendable where Row.ID: Sendable {
  /// Every row, in order.
  package private(set) var all: [Row] = []
  /// The rows that are shown.
  package private(set) var shown: [Row] = []
  /// The filter while it is being typed; nil otherwise.
  package private(set) var entry: TextEntry?
  /// The filter as it was typed; empty for none.
  package private(set) var filter = ""
  private var keys: [FoundWords]?
  private var choice: (@Sendable (Row) -> Bool)?
  private let found: @Sendable (Row) -> String

  /// An empty list of rows that are found by the words of a text.
  package init(foundBy text: @escaping @Sendable (Row) -> String) {
    found = text
  }

  /// Takes other rows, in the order in which they are shown.
  package mutating func take(_ rows: [Row]) {
    all = rows
    keys = nil
    narrow()
  }

  /// Shows only rows that are so; all for nil.
  package mutating func choose(_ choice: (@Sendable (Row) -> Bool)?) {
    self.choice = choice
    narrow()
  }

  /// Where a row stands in what is shown; nil where it is not.
  package func place(of id: Row.ID) -> Int? { shown.firstIndex { $0.id == id } }

  /// Begins to type a filter; what was typed last stands there until something else is typed.
  package mutating func openFilter() { entry = TextEntry(filter, startsOver: true) }

  /// Types into the filter, or moves in it.
  package mutating func editFilter(_ act: (inout TextEntry) -> Void) {
    guard var entry else { return }
    act(&entry)
    self.entry = entry
    guard entry.text != filter else { return }
    filter = entry.text
    narrow()
  }

  /// Ends the typing and keeps what is shown.
  package mutating func closeFilter() { entry = nil }

  /// Ends the filter; false when there was none.
  package mutating func clearFilter() -> Bool {
    guard entry != nil || !filter.isEmpty else { return false }
    entry = nil
    filter = ""
    narrow()
    return true
  }

  private mutating func narrow() {
    if filter.allSatisfy(\.isWhitespace), choice == nil { return shown = all }
    let typed = filter.split(whereSeparator: \.isWhitespace).map { FoundWords(String($0)) }
    if !typed.isEmpty, keys == nil { keys = all.map { FoundWords(found($0)) } }
    let keys = keys ?? []
    // What is typed with a hyphen or a stroke is meant as it stands; only where nothing is like that its parts are looked for.
    let asTyped = typed.filter { word in keys.contains { $0.hasWhole(word) } }
    let inParts = typed.filter { word in !asTyped.contains(word) }
    shown = all.indices.filter { place in
      (choice?(all[place]) ?? true)
        && asTyped.allSatisfy { keys[place].hasWhole($0) } && inParts.allSatisfy { keys[place].hasParts($0) }
    }.map { all[$0] }
  }
}

/// The words that something is found by, apart and run together.
private struct FoundWords: Hashable {
  let parts: [String]
  let whole: [String]

  init(_ text: String) {
    parts = TextFolding.words(text)
    whole = TextFolding.joinedWords(text)
  }

  /// Whether a word begins as another is typed, from its beginning.
  func hasWhole(_ typed: FoundWords) -> Bool {
    !typed.whole.isEmpty
      && typed.whole.allSatisfy { word in
        whole.contains { $0.hasPrefix(word) } || (typed.parts.count == 1 && parts.contains { $0.hasPrefix(word) })
      }
  }

  /// Whether the parts of a word that is typed stand one after the other, the last of them perhaps not to its end:
  /// `1942-05-0` in `1942/05/07`. Apart they would mean anything: the `b` of `4a-05-b` begins many a name.
  func hasParts(_ typed: FoundWords) -> Bool {
    guard let last = typed.parts.last, parts.count >= typed.parts.count else { return false }
    let before = typed.parts.dropLast()
    return (0...(parts.count - typed.parts.count)).contains { start in
      parts[start..<(start + before.count)].elementsEqual(before) && parts[start + before.count].hasPrefix(last)
    }
  }
}
