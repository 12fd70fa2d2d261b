import HospitalDomain
import HospitalScreens
import TerminalKit

extension BedsPane {
  // MARK: Moving

  /// Moves the cursor: along the rows of an area, or among tiles.
  mutating func move(right: Int = 0, down: Int = 0) {
    if let tiling {
      act { $0.moveTile(right: right, down: down, columns: tiling.columns) }
    } else if down != 0 {
      act { $0.move(by: down) }
    }
  }

  /// Moves by what is seen.
  mutating func page(by pages: Int) {
    if let page {
      let rows = page.kind.size.rows
      guard let wanted = page.layout.position(pages, pagesFrom: screen.cursor ?? 0, rows: rows) else { return }
      act { $0.select(at: wanted) }
    } else {
      let visible = screen.area == .wards ? wards.visible : rooms.visible
      act { $0.move(by: pages * max(1, visible - 1)) }
    }
  }

  /// Goes from the wards to the rooms and back, or to the next ward of tiles.
  mutating func nextArea(forward: Bool = true) {
    let hasTiles = tiling != nil
    act { hasTiles ? $0.nextWardOfTiles(forward: forward) : $0.nextArea() }
  }

  /// Enter: from a ward to its rooms, on a room to everything that is known of it.
  mutating func openSelected() {
    if screen.area == .wards, tiling == nil { return act { $0.nextArea() } }
    guard let detail = screen.detail else { return }
    show(TextPage(title: "Room \(detail.number)", lines: detail.styledLines(glyphs: .unicode)))
  }

  /// Opens the forecast; the room that is chosen there gets the cursor.
  mutating func openForecast() {
    push(ForecastPane(ForecastScreen(screen)), for: RoomID.self) { $0.go(to: $1) }
  }

  /// Opens the list of employees with their rooms and patients.
  mutating func openAssignments() {
    push(AssignmentsPane(AssignmentsScreen(screen)), for: RoomID.self) { $0.go(to: $1) }
  }

  private mutating func go(to room: RoomID) {
    act {
      _ = $0.clearFilter()
      $0.chooseWard(at: 0)
      $0.select(room)
    }
  }

  /// Opens the record of the patient in the room.
  mutating func openRecord() {
    if let patient = screen.selectedRow?.patient(at: screen.now) { asks.pushRecord(patient.id, at: desk) }
  }

  /// Asks before a room that was contaminated is offered to the next patient.
  mutating func askTerminalClean() {
    let rooms = screen.targets(of: .terminallyCleaned)
    let named = rooms.count > 4 ? Listing.count(rooms.count, "room") : Listing.and(rooms.map(\.number))
    confirm(
      ConfirmQuestion(
        title: "Terminal clean done?",
        lines: [
          "\(named) wait\(rooms.count == 1 ? "s" : "") for it.", "", "After it the next patient may come at once.",
        ],
        keep: "Not yet", act: "It is done")
    ) { pane in pane.act { $0.act(.terminallyCleaned) } }
  }

  // MARK: Filter

  /// A key while the filter is typed.
  mutating func type(_ key: Key) -> Bool {
    switch key {
    case .character(let character): act { $0.editFilter { _ = $0.type(String(character)) } }
    case .paste(let text): act { $0.editFilter { _ = $0.insert(text) } }
    case .backspace: act { $0.editFilter { $0.backspace() } }
    case .delete: act { $0.editFilter { $0.delete() } }
    case .left: act { $0.editFilter { $0.left() } }
    case .right: act { $0.editFilter { $0.right() } }
    case .home: act { $0.editFilter { $0.home() } }
    case .end: act { $0.editFilter { $0.end() } }
    case .control("u"): act { $0.editFilter { $0.clear() } }
    case .control("w"): act { $0.editFilter { $0.deleteWord() } }
    case .up: act { $0.move(by: -1) }
    case .down: act { $0.move(by: 1) }
    case .tab: act { $0.closeFilter() }
    case .escape: act { _ = $0.clearFilter() }
    default: return false
    }
    return true
  }

  // MARK: Forms

  /// Opens the form of an act.
  mutating func open(_ act: BedAct) {
    let opened = screen.open(act, at: desk)
    speak()
    if let (form, draft) = opened { show(form, draft) }
  }

  /// Shows a form over the board, which goes on with a draft, if there is one.
  mutating func show(_ form: BedForm, _ draft: Draft?) {
    push(BedFormPane(form, screen: screen, desk: desk, draft: draft), for: BedFormAnswer.self) { pane, answer in
      pane.screen = answer.screen
      pane.speak()
      pane.sync()
    }
  }

  // MARK: Mouse

  /// The wheel moves the cursor.
  mutating func use(_ event: MouseEvent) -> Bool {
    switch event.act {
    case .wheelUp: move(down: -1)
    case .wheelDown: move(down: 1)
    case .press, .doublePress: return false
    }
    return true
  }
}
