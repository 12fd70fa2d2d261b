import HospitalDomain
import HospitalServices

extension BedBoardScreen {
  /// The place of the cursor among the wards: 0 is all of them.
  package var wardCursor: Int {
    list.wards.firstIndex { $0.id == list.choice.ward }.map { $0 + 1 } ?? 0
  }

  /// The name of the ward that is chosen; nil for all.
  package var wardName: String? { list.wards.first { $0.id == list.choice.ward }?.name }

  /// Goes to the other area (Tab).
  package mutating func nextArea() { area = area == .wards ? .rooms : .wards }

  /// Moves the cursor by so many lines of its area, up if negative; it stops at the ends.
  package mutating func move(by lines: Int) {
    switch area {
    case .wards: chooseWard(at: wardCursor + lines)
    case .rooms: select(at: (cursor ?? 0) + lines)
    }
  }

  /// Goes to the first line of the area.
  package mutating func moveToFirst() { area == .wards ? chooseWard(at: 0) : select(at: 0) }

  /// Goes to the last line of the area.
  package mutating func moveToLast() {
    area == .wards ? chooseWard(at: list.wards.count) : select(at: list.shown.count - 1)
  }

  /// Puts the cursor on a line of the rooms that are shown.
  package mutating func select(at position: Int) {
    guard !list.shown.isEmpty else { return }
    select(list.rows[list.shown[min(max(0, position), list.shown.count - 1)]].id)
  }

  /// Puts the cursor on a room, such as one that was named in the command palette. A room that the filter leaves out is
  /// shown all the same.
  package mutating func select(_ room: RoomID) {
    guard list.place(of: room) != nil else { return }
    selected = room
    list.keep(room)
  }

  /// Shows the rooms of one ward: 0 is all, the others follow in order.
  package mutating func chooseWard(at number: Int) {
    let number = min(max(0, number), list.wards.count)
    var choice = list.choice
    choice.ward = number == 0 ? nil : list.wards[number - 1].id
    show(choice)
  }

  /// Goes through the states that are looked for most: all, free, free or soon free, …
  package mutating func nextStates(by step: Int = 1) {
    var choice = list.choice
    choice.states = choice.states.next(by: step)
    show(choice)
  }

  /// Sorts by the next column.
  package mutating func nextOrder() {
    list.sort(BoardOrder(sort: list.order.sort.next, isReversed: false))
    say(.note, "Sorted by \(list.order.title).")
  }

  /// Turns the order round.
  package mutating func reverseOrder() {
    list.sort(BoardOrder(sort: list.order.sort, isReversed: !list.order.isReversed))
    say(.note, "Sorted by \(list.order.title).")
  }

  /// Marks the room under the cursor, or takes its mark away, and goes on.
  package mutating func toggleMark() {
    guard area == .rooms, let selected else { return }
    marked.formSymmetricDifference([selected])
    move(by: 1)
  }

  /// Marks every room that is shown; none if all of them are.
  package mutating func toggleAllMarks() {
    let shown = Set(list.shown.map { list.rows[$0].id })
    marked = shown.isSubset(of: marked) ? marked.subtracting(shown) : marked.union(shown)
  }

  /// Shows what was chosen; the cursor stays on its room while that is among them.
  mutating func show(_ choice: BoardChoice) {
    let position = cursor
    list.choose(choice)
    if let selected, list.position(of: selected) != nil {
      list.keep(selected)
    } else {
      selected = nil
      keepCursor(near: list.choice.isNarrowed ? 0 : position)
    }
  }
}
