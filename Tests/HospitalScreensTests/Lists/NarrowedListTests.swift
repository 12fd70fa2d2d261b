import Testing

@testable import HospitalScreens

@Suite("A list that narrows while one types")
struct NarrowedListTests {
  struct Fruit: Identifiable, Hashable, Sendable {
    let id: Int
    let name: String
  }

  private func list() -> NarrowedList<Fruit> {
    var list = NarrowedList<Fruit> { $0.name }
    list.take([Fruit(id: 1, name: "Pêche Melba"), Fruit(id: 2, name: "pear"), Fruit(id: 3, name: "melon")])
    return list
  }

  @Test(
    "every word typed begins a word of the row, without case or accents",
    arguments: [
      ("", [1, 2, 3]), ("pe", [1, 2]), ("mel", [1, 3]), ("MEL pech", [1]), ("each", []), ("  ", [1, 2, 3]),
    ])
  func words(typed: String, found: [Int]) {
    var list = list()
    list.openFilter()
    list.editFilter { _ = $0.insert(typed) }
    #expect(list.shown.map(\.id) == found)
  }

  @Test("a choice and the words narrow together, and each can be taken back")
  func choice() {
    var list = list()
    list.choose { $0.id > 1 }
    list.openFilter()
    list.editFilter { $0.type("m") }
    #expect(list.shown.map(\.id) == [3] && list.place(of: 3) == 0 && list.place(of: 1) == nil)
    let isCleared = list.clearFilter()
    #expect(isCleared && list.entry == nil && list.shown.map(\.id) == [2, 3])
    list.choose(nil)
    let isClearedAgain = list.clearFilter()
    #expect(!isClearedAgain && list.shown.count == 3)
  }

  @Test("other rows are narrowed as the old ones were")
  func otherRows() {
    var list = list()
    list.openFilter()
    list.editFilter { $0.type("f") }
    #expect(list.shown.isEmpty)
    list.take([Fruit(id: 4, name: "fig")])
    #expect(list.shown.map(\.id) == [4])
  }

  private struct Row: Identifiable, Sendable {
    let id: String
  }

  private func rooms(_ typed: String) -> [String] {
    var list = NarrowedList<Row>(foundBy: \.id)
    list.take(
      ["4A-05-A BARBER, Rose", "4A-05-B ALGUL, Gavin", "4A-05-C O'Brien-Walsh, Mary", "4B-11 NANJI, Born 1942/05/07"]
        .map(Row.init))
    list.openFilter()
    list.editFilter { _ = $0.insert(typed) }
    return list.shown.map { String($0.id.prefix(7)) }
  }

  @Test(
    "a room is that room and no other; words begin words; a name is found in parts and run together",
    arguments: [
      ("4a-05-b", ["4A-05-B"]), ("4A05B", ["4A-05-B"]), ("4a-05", ["4A-05-A", "4A-05-B", "4A-05-C"]),
      ("barb", ["4A-05-A"]), ("4a gavin", ["4A-05-B"]), ("obrien", ["4A-05-C"]), ("o'brien-w", ["4A-05-C"]),
      ("walsh", ["4A-05-C"]), ("1942/05", ["4B-11 N"]), ("1942-05-07", ["4B-11 N"]), ("walsh-mary", ["4A-05-C"]),
      ("4c", []), ("4a-05-g", []), ("4a-b", []), ("🐱", []), ("-", []),
    ])
  func narrows(typed: String, found: [String]) { #expect(rooms(typed) == found) }

  @Test("nothing, and blanks, show all")
  func all() { #expect(rooms("").count == 4 && rooms("  ").count == 4) }
}
