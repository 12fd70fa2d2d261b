import HospitalDomain

/// Where a line of the home screen leads.
package enum HomeTarget: Hashable, Sendable {
  /// A form that was left unfinished.
  case draft(Draft)
  /// A room on the board.
  case room(RoomID)
  /// The check-out of a stay.
  case checkOut(AdmissionID)
  /// The stock, as far as it needs that kind of attention.
  case stock(StockChoice)
  /// A prescription in the pharmacy's queue.
  case prescription(String)
}

/// One thing that waits for somebody.
package struct HomeLine: Hashable, Sendable {
  /// What stands first: a time or a room.
  package let lead: String
  /// What it is, in a few words.
  package let text: String
  /// Whether it should have been done already.
  package let isLate: Bool
  /// Where Enter leads.
  package let target: HomeTarget

  package init(lead: String, text: String, isLate: Bool = false, target: HomeTarget) {
    self.lead = lead
    self.text = text
    self.isLate = isLate
    self.target = target
  }
}

/// Things of one kind that wait.
package struct HomeSection: Hashable, Sendable {
  /// The heading: `YOUR DRAFTS`.
  package let title: String
  /// The lines, the most pressing first.
  package let lines: [HomeLine]
  /// What is said when there are none.
  package let empty: String
  /// How many there are, for the heading: `9`, `3, 1 of them in part`; empty for none.
  package let count: String
  /// What is said below the lines, such as where the rest is; empty for nothing.
  package let note: String

  /// A section. `count` says how many there are where that is not the number of lines.
  package init(_ title: String, lines: [HomeLine], empty: String, count: String? = nil, note: String = "") {
    self.title = title
    self.lines = lines
    self.empty = empty
    self.count = count ?? (lines.isEmpty ? "" : "\(lines.count)")
    self.note = note
  }
}

/// Where the home screen finds what waits; an area that has something to say there makes one.
package struct HomeSource: Sendable {
  let read: @Sendable (Desk) -> HomeSection?

  /// A source that looks for what waits at a desk; nil for those whom it does not concern.
  package init(_ read: @escaping @Sendable (Desk) -> HomeSection?) {
    self.read = read
  }
}
