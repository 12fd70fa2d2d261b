import HospitalDomain

extension BoardList {
  /// Shows other rows.
  mutating func choose(_ choice: BoardChoice) {
    guard choice != self.choice else { return }
    // What only narrows the choice, as each further letter of a word does, looks at no more than what is shown.
    let narrows = choice.narrows(self.choice)
    self.choice = choice
    kept = nil
    if narrows { shown = shown.filter { isWanted($0) } } else { arrange() }
  }

  /// Shows the rows in another order.
  mutating func sort(_ order: BoardOrder) {
    guard order != self.order else { return }
    self.order = order
    for place in rows.indices { refreshKey(of: place) }
    arrange()
  }

  /// Keeps the row under the cursor in sight, whatever becomes of it; a row that was kept before may go.
  mutating func keep(_ id: RoomID?) {
    let place = id.flatMap { self.place(of: $0) }
    guard place != kept else { return }
    let former = kept
    kept = place
    if let former, !isChosen(former) { shown.removeAll { $0 == former } }
    if let place, !shown.contains(place) { insert(place) }
  }

  /// Works out anew what is shown.
  mutating func arrange() {
    shown = rows.indices.filter { isWanted($0) }
    if order != BoardOrder() { shown = shown.sorted { precedes($0, $1) } }
  }

  /// Puts rows that changed where they belong now, without sorting the others.
  mutating func settle(_ touched: Set<Int>) {
    for place in touched { refreshKey(of: place) }
    guard touched.count <= max(8, rows.count / 16) else { return arrange() }
    let wanted = touched.filter { isWanted($0) }
    let isInPlace = touched.allSatisfy { place in
      guard let position = shown.firstIndex(of: place) else { return !wanted.contains(place) }
      return wanted.contains(place) && isInOrder(position)
    }
    if isInPlace { return }
    shown.removeAll { touched.contains($0) }
    for place in wanted { insert(place) }
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    order.precedes((keys[one], one), (keys[other], other))
  }

  private func isInOrder(_ position: Int) -> Bool {
    let isAfter = position == 0 || precedes(shown[position - 1], shown[position])
    return isAfter && (position == shown.count - 1 || precedes(shown[position], shown[position + 1]))
  }

  private mutating func insert(_ place: Int) {
    var (low, high) = (0, shown.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(shown[middle], place) { low = middle + 1 } else { high = middle }
    }
    shown.insert(place, at: low)
  }
}
