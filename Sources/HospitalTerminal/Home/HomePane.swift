import HospitalDomain
import HospitalScreens
import TerminalKit

/// Where a person begins: drafts, what waits, free rooms, what happened last.
package struct HomePane: Pane {
  package var asks = Asks()
  var screen: HomeScreen
  /// The first line that is seen.
  var top = 0
  private let desk: Desk

  /// The home of who sits at a desk.
  package init(desk: Desk) {
    self.desk = desk
    screen = HomeScreen(desk: desk)
  }

  package static let keyTable: [Command<HomePane>] = [
    Command(
      "home.open", keys: [.enter], title: "Go on with the draft, or to the room", hint: "Open", isMotion: true,
      disabled: { $0.screen.selected == nil ? "Nothing waits; press a number to go to a pane." : nil }
    ) { $0.open() },
    Command(
      "home.discard", keys: [.function(9), "D", .delete], title: "Discard the draft…", hint: "Discard draft…",
      disabled: { $0.selectedDraft == nil ? "Only a draft can be discarded; the cursor is on none." : nil }
    ) { $0.discard() },
    Command("home.refresh", keys: ["r", .function(5)], title: "Look again", isMotion: true) { $0.screen.refresh() },
    move("list.up", [.up, "k"], "Line above", -1), move("list.down", [.down, "j"], "Line below", 1),
    move("list.pageUp", [.pageUp], "Page back", -10), move("list.pageDown", [.pageDown], "Page on", 10),
    move("list.first", [.home, "g"], "First line", -100_000), move("list.last", [.end, "G"], "Last line", 100_000),
  ]

  private static func move(_ id: CommandID, _ keys: [Key], _ title: String, _ step: Int) -> Command<HomePane> {
    Command(id, keys: keys, title: title, section: .move, isMotion: true) { $0.screen.move(by: step) }
  }

  package var title: String { "Home" }
  package func context(columns: Int) -> StyledText { StyledText("\(screen.day)", .caption) }

  package mutating func appear() { screen.comeBack() }
  package mutating func tick(_ now: Int64) { screen.refresh() }
  package mutating func receive(_ news: LiveNews) {
    if [.board, .drafts, .prescriptions].contains(news.topic) { screen.refresh() }
  }

  private var selectedDraft: Draft? {
    if case .draft(let draft) = screen.selected?.target { draft } else { nil }
  }

  private mutating func open() {
    switch screen.selected?.target {
    case .draft(let draft): goOn(with: draft, at: desk)
    case .room(let room): asks.openBoard(on: room, at: desk)
    case .checkOut(let stay): openCheckOut(of: stay)
    case .stock(let choice): openStock(choice)
    case .prescription(let id): openQueue(on: id)
    case nil: break
    }
  }

  /// Opens the checklist of the very patient whom the line names, over the list that it belongs to.
  private mutating func openCheckOut(of stay: AdmissionID) {
    guard let session = desk.session else { return }
    do {
      asks.open(4, pushing: CheckOutSheetPane(try CheckOutSheet(stay, session: session), desk: desk))
    } catch {
      asks.sayProblem(error, subject: "check-out")
    }
  }

  private mutating func openStock(_ choice: StockChoice) {
    guard let session = desk.session else { return }
    asks.open(8, pushing: StockPane(StockScreen(session, showing: choice), desk: desk))
  }

  /// Opens the pharmacy's queue with the cursor on a prescription.
  private mutating func openQueue(on id: String) {
    guard let session = desk.session else { return }
    var pane = PharmacyPane(PharmacyScreen(session: session), desk: desk)
    do {
      try pane.go(to: id)
      asks.open(6, pushing: pane)
    } catch {
      asks.sayProblem(error, subject: "prescription")
    }
  }

  private mutating func discard() {
    if let draft = selectedDraft { askToDiscard(draft, at: desk) }
  }
}
