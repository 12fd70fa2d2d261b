import HospitalDomain

extension BedBoardScreen {
  /// What is shown, in words: the filter that is being typed, or the choice.
  package var filterTitle: String {
    guard entry != nil else { return list.choice.title }
    return filterProblem == nil ? "typing, Enter keeps it" : "can't be read, Esc ends it"
  }

  /// Begins to type a filter (`/`); what was typed last stands there until something else is typed.
  package mutating func openFilter() {
    entry = TextEntry(list.choice.filter.isEmpty ? "" : filterText, startsOver: true)
  }

  /// Types into the filter, or moves in it; the board narrows with every key.
  package mutating func editFilter(_ act: (inout TextEntry) -> Void) {
    guard var entry else { return }
    let before = entry.text
    act(&entry)
    self.entry = entry
    if entry.text != before { readFilter(entry.text) }
  }

  /// Ends the typing and keeps what was chosen (Enter). A filter that can't be read is not taken for all rooms: it stays
  /// to be mended, with what is wrong with it.
  package mutating func closeFilter() {
    guard filterProblem == nil else { return }
    entry = nil
    area = .rooms
  }

  /// Shows all rooms again (Esc): first those of the ward, then those of all wards; false when there was nothing to clear.
  package mutating func clearFilter() -> Bool {
    let wasNarrowed = entry != nil || list.choice.isNarrowed || !marked.isEmpty
    entry = nil
    filterProblem = nil
    marked = []
    var choice = list.choice
    choice.filter = BoardFilter()
    choice.states = .all
    if !wasNarrowed, choice.ward != nil {
      choice.ward = nil
      show(choice)
      return true
    }
    show(choice)
    return wasNarrowed
  }

  /// Goes to the next room that the last filter finds, among those that are shown (n); backwards for N.
  package mutating func nextMatch(forward: Bool = true) {
    guard let filter = try? BoardFilter(entry: filterText), !filter.isEmpty else {
      say(.note, "Nothing was looked for yet; / looks for a room or a name.")
      return
    }
    let count = list.shown.count
    let start = cursor ?? 0
    let steps = (1..<max(1, count)).lazy.map { ((start + (forward ? $0 : -$0)) % count + count) % count }
    guard let found = steps.first(where: { self.list.matches(self.list.shown[$0], filter) }) else {
      say(.note, "No other room has \(filterText).")
      return
    }
    select(at: found)
  }

  private mutating func readFilter(_ text: String) {
    filterText = text
    do throws(Misentry) {
      var choice = list.choice
      choice.filter = try BoardFilter(entry: text)
      filterProblem = nil
      show(choice)
    } catch {
      filterProblem = error.sentence
    }
  }
}
