import TerminalKit
import Testing

@Suite("The focus in a list")
struct TableStateTests {
  private func state(_ count: Int, visible: Int, selected: Int = 0) -> TableState {
    var state = TableState(count: count)
    state.fit(rows: visible)
    state.select(selected)
    return state
  }

  @Test("stops at both ends and is always in sight")
  func ends() {
    var state = state(50, visible: 10)
    state.move(by: -1)
    #expect(state.selected == 0)
    state.move(by: 12)
    #expect(state.window == 3..<13)
    state.select(400)
    #expect(state.selected == 49)
    #expect(state.window == 40..<50)
    state.page(by: -1)
    #expect(state.selected == 40)
  }

  @Test("rows that come or go above leave the row with the focus at the same height of the screen")
  func stable() {
    var state = state(50, visible: 10, selected: 20)
    let height = 20 - state.top
    state.rowsChanged(count: 53, selectedNow: 23)
    #expect(state.selected == 23)
    #expect(23 - state.top == height)
    state.rowsChanged(count: 45, selectedNow: 15)
    #expect(15 - state.top == height)
  }

  @Test("the focus keeps its place when its row is gone, and an emptied list has none")
  func gone() {
    var state = state(5, visible: 10, selected: 4)
    state.rowsChanged(count: 3)
    #expect(state.selected == 2)
    state.rowsChanged(count: 0)
    #expect(state.selected == nil)
    #expect(state.window.isEmpty)
    state.move(by: 1)
    state.rowsChanged(count: 2)
    #expect(state.selected == 0)
  }

  @Test("a window that grows or shrinks keeps the focus in sight and shows no empty rows it need not")
  func resized() {
    var state = state(30, visible: 10, selected: 29)
    state.fit(rows: 20)
    #expect(state.window == 10..<30)
    state.fit(rows: 3)
    #expect(state.window == 27..<30)
  }

  @Test("focus and marks go with their rows; marks on rows that are gone are gone")
  func identities() {
    var state = state(4, visible: 10, selected: 2)
    state.marked = [1, 3]
    state.rowsChanged(from: ["a", "b", "c", "d"], to: ["x", "c", "d", "a"])
    #expect(state.selected == 1)
    #expect(state.marked == [2])
    state.rowsChanged(count: 9)
    #expect(state.marked.isEmpty)
  }

  @Test("the wheel moves by three rows, a press takes a row that is seen")
  func mouse() {
    var state = state(30, visible: 10, selected: 29)
    let taken = [
      state.take(.wheelUp, line: 0), state.take(.press, line: 2), state.take(.press, line: 12),
      state.take(.press, line: -1),
    ]
    #expect(taken == [true, true, false, false])
    #expect(state.selected == 22)
  }

  @Test("marks: one and on, all, none")
  func marks() {
    var state = state(3, visible: 10)
    state.toggleMark()
    #expect(state.marked == [0])
    #expect(state.selected == 1)
    state.toggleAllMarks()
    #expect(state.marked == [0, 1, 2])
    state.toggleAllMarks()
    #expect(state.marked.isEmpty)
  }
}
