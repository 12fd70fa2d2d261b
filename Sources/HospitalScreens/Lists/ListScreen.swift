import HospitalDomain

/// What a screen holds that is one list: the rows, by what they are narrowed, and what they come to.
package protocol ListScreen {
  associatedtype Row: Identifiable & Sendable where Row.ID: Sendable
  /// The rows in the order of the list, and which of them are shown.
  var rows: NarrowedList<Row> { get set }
  /// The filter in words: `expiring · ibu`.
  var filterTitle: String { get }
  /// What is shown, counted.
  var summary: String { get }
  /// Why the rows could not be read; nil while they can. What was read before stays.
  var problem: FormMessage? { get }
  /// Reads them again.
  mutating func refresh()
  /// Shows all of them again, whatever was typed; false when they were shown already.
  mutating func showAll() -> Bool
}

extension ListScreen {
  package var filterTitle: String { rows.filter.isEmpty ? "all" : rows.filter }
  package var problem: FormMessage? { nil }
  /// The summary; where nothing could be read there is nothing to count, and no zero is said.
  package var countedSummary: String { problem != nil && rows.all.isEmpty ? "not read" : summary }
  package mutating func showAll() -> Bool { rows.clearFilter() }
}
