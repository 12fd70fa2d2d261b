import HospitalDomain
import Testing

@testable import HospitalScreens

@Suite("Finding rooms on the board (A1)")
struct BedBoardFilterTests {
  @Test("the list narrows with every key, and Esc shows all rooms again")
  func typing() throws {
    var screen = try SampleBoard.screen()
    screen.filter("4A-1")
    #expect(screen.numbers == ["4A-1", "4A-10", "4A-11", "4A-12", "4A-13"])
    screen.editFilter { _ = $0.type("1") }
    #expect(screen.numbers.contains("4A-11"))
    #expect(screen.countText == "1 of 8 rooms")
    screen.closeFilter()
    #expect(screen.entry == nil)
    let wasNarrowed = screen.clearFilter()
    #expect(wasNarrowed)
    #expect(screen.countText == "8 rooms")
    let isStillNarrowed = screen.clearFilter()
    #expect(!isStillNarrowed)
  }

  @Test("the cursor stays on its room while the filter shows it")
  func cursor() throws {
    var screen = try SampleBoard.screen()
    screen.select(RoomID("4A-12"))
    screen.filter("4A")
    #expect(screen.number == "4A-12")
    _ = screen.clearFilter()
    #expect(screen.number == "4A-12")
  }

  @Test("what is no filter says what there is, and stays to be mended on Enter; it is not taken for all rooms")
  func wrong() throws {
    var screen = try SampleBoard.screen()
    screen.filter("colour:red")
    #expect(screen.filterProblem?.contains("state:, ward: or kind:") == true)
    screen.closeFilter()
    #expect(screen.filterProblem != nil && screen.entry?.text == "colour:red")
    #expect(screen.countText != "8 rooms")
    _ = screen.clearFilter()
    #expect(screen.filterProblem == nil && screen.entry == nil)
    #expect(screen.countText == "8 rooms")
  }

  @Test("n and N go through the rooms that were looked for, after the filter is gone")
  func matches() throws {
    var screen = try SampleBoard.screen()
    screen.nextMatch()
    let said = screen.said()
    #expect(said == ["Nothing was looked for yet; / looks for a room or a name."])
    screen.filter("state:occupied")
    screen.closeFilter()
    _ = screen.clearFilter()
    screen.moveToFirst()
    screen.nextMatch()
    #expect(screen.number == "4A-2")
    screen.nextMatch()
    #expect(screen.number == "4A-11")
    screen.nextMatch(forward: false)
    #expect(screen.number == "4A-2")
    screen.nextMatch(forward: false)
    #expect(screen.number == "4B-2")
  }

  @Test("a ward narrows the list, and the quick states narrow it further")
  func wards() throws {
    var screen = try SampleBoard.screen()
    screen.nextArea()
    screen.move(by: 2)
    #expect(screen.wardName == "4B Surgical")
    #expect(screen.numbers == ["4B-1", "4B-2"])
    screen.nextStates()
    #expect(screen.numbers == ["4B-1"])
    #expect(screen.countText == "1 of 2 rooms")
    screen.move(by: -9)
    #expect(screen.wardName == nil)
    #expect(screen.numbers == ["4A-1", "4B-1"])
  }

  @Test(
    "hostile text in the filter does no harm", arguments: ["'", "\u{1B}[2J", "state:", ":", ":::", "%", "\u{202E}abc"])
  func hostile(text: String) throws {
    var screen = try SampleBoard.screen()
    screen.filter(text)
    _ = screen.clearFilter()
    #expect(screen.countText == "8 rooms")
  }

  @Test(
    "typing letter by letter, and taking letters back, shows what the whole text would show at once",
    arguments: ["4A-1", "duarte", "state:occupied kov", "4B o", "ward:4A tr", "o k"])
  func stepByStep(text: String) throws {
    var stepwise = try SampleBoard.screen()
    stepwise.openFilter()
    for character in text {
      stepwise.editFilter { _ = $0.type(String(character)) }
      check(stepwise)
    }
    for _ in text.indices {
      stepwise.editFilter { $0.backspace() }
      check(stepwise)
    }
    #expect(stepwise.countText == "8 rooms")
  }

  private func check(_ screen: BedBoardScreen) {
    guard screen.filterProblem == nil else { return }
    var whole = screen.list
    whole.arrange()
    #expect(screen.list.shown == whole.shown, "\(screen.filterText)")
  }
}
