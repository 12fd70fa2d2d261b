import HospitalDomain

/// A list that a person narrows: by a quick choice, and by words typed after `/`. Every word typed must begin a word of
/// what a row is found by. Rows keep their order. The words of rows are looked for when something is first typed.
package struct NarrowedList<Row: Identifiable & Sendable>: Sendable where Row.ID: Sendable {
  /// Every row, in order.
  package private(set) var all: [Row] = []
  /// The rows that are shown.
  package private(set) var shown: [Row] = []
  /// The filter while it is being typed; nil otherwise.
  package private(set) var entry: TextEntry?
  /// The filter as it was typed; empty for none.
  package private(set) var filter = ""
  private var keys: [[String]]?
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
    let words = TextFolding.words(filter)
    if words.isEmpty, choice == nil { return shown = all }
    if !words.isEmpty, keys == nil { keys = all.map { TextFolding.words(found($0)) } }
    let keys = keys ?? []
    shown = all.indices.filter { place in
      (choice?(all[place]) ?? true) && words.allSatisfy { word in keys[place].contains { $0.hasPrefix(word) } }
    }.map { all[$0] }
  }
}
