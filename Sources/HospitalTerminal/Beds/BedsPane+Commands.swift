import HospitalDomain
import HospitalScreens
import TerminalKit

extension BedsPane {
  package static let keyTable: [Command<BedsPane>] = acts + looking + [historyKey("beds")] + moving + past

  package var commands: [Command<BedsPane>] { screen.entry == nil ? Self.keyTable : Self.filterKeys }

  // MARK: Acts

  private static let actNames = Set(acts.map(\.id)).subtracting(["beds.record"])

  package func record(toOpenBefore command: CommandID) -> String? {
    Self.actNames.contains(command) ? screen.withheldPatient?.text : nil
  }

  // The footer stands still while the cursor moves from room to room: it dims only what the role may not do at all. What a
  // room does not allow is said when the key is pressed, with the key that undoes what stands in the way.
  private static let acts: [Command<BedsPane>] = [
    form("beds.admit", ["a"], .admit, "Admit a patient to the room…", hint: "Admit…"),
    form("beds.transfer", ["t"], .transfer, "Transfer the patient to another room…", hint: "Transfer…"),
    form(
      "beds.hold", ["h"], .hold, "Hold the room for somebody…", hint: "Hold…", undoneBy: .letGo, "H lets the hold go"),
    immediate(
      "beds.cleaned", ["c"], .cleaned, "The room is clean", hint: "Cleaned", undoneBy: .terminallyCleaned,
      "T records its terminal clean"),
    form(
      "beds.block", ["b"], .block, "Block the room: take it out of service…", hint: "Block…", undoneBy: .reopen,
      "B puts it back into service"),
    form("beds.isolate", ["i"], .isolate, "Put the patient under isolation…", hint: "Isolate…"),
    form("beds.leave", ["x", .function(9), "D"], .leave, "The patient has left the room…", hint: "Left…"),
    form("beds.expected", ["e"], .planDischarge, "Say when the patient is expected to leave…", hint: "Expected…"),
    form("beds.assign", ["w"], .assign, "Assign other staff to the room…", hint: "Staff…"),
    Command(
      "beds.record", keys: ["y"], title: "Open the record of the patient", hint: "Record",
      disabled: { $0.screen.recordRefusal }, isDimmed: { !$0.screen.mayReadRecords }
    ) { $0.openRecord() },
    immediate("beds.letGo", ["H"], .letGo, "Let the hold on the room go", hint: "Let go"),
    immediate("beds.reopen", ["B"], .reopen, "Put the room back into service", hint: "Reopen"),
    immediate("beds.endIsolation", ["I"], .endIsolation, "End the isolation of the patient", hint: "End isolation"),
    Command(
      "beds.terminallyCleaned", keys: ["T"], title: "The contaminated room is terminally cleaned…",
      hint: "Term. clean…",
      disabled: { $0.screen.refusal(of: .terminallyCleaned) }, isDimmed: { !$0.screen.may(.terminallyCleaned) }
    ) { $0.askTerminalClean() },
    immediate("beds.needsCleaning", ["C"], .needsCleaning, "Send the free room to be cleaned"),
  ]

  private static func form(
    _ id: CommandID, _ keys: [Key], _ act: BedAct, _ title: String, hint: String? = nil, undoneBy other: BedAct? = nil,
    _ advice: String = ""
  ) -> Command<BedsPane> {
    Command(
      id, keys: keys, title: title, hint: hint,
      disabled: { $0.refusal(of: act, undoneBy: other, advice) }, isDimmed: { !$0.screen.may(act) }
    ) { $0.open(act) }
  }

  /// Why an act cannot be done; where another act takes away what stands in the way, that is the advice.
  private func refusal(of act: BedAct, undoneBy other: BedAct?, _ advice: String) -> String? {
    guard let refusal = screen.refusal(of: act) else { return nil }
    let undoes = screen.may(act) && other.map { screen.refusal(of: $0) == nil } ?? false
    guard undoes, let cause = refusal.split(separator: "; ").first else { return refusal }
    // The key comes first: of a long name and time the end is cut at 80 columns.
    return "\(advice): \(cause)."
  }

  private static func immediate(
    _ id: CommandID, _ keys: [Key], _ act: BedAct, _ title: String, hint: String? = nil,
    undoneBy other: BedAct? = nil, _ advice: String = ""
  ) -> Command<BedsPane> {
    Command(
      id, keys: keys, title: title, hint: hint, disabled: { $0.refusal(of: act, undoneBy: other, advice) },
      isDimmed: { !$0.screen.may(act) }
    ) { pane in
      pane.act { $0.act(act) }
    }
  }

  // MARK: Looking

  private static let looking: [Command<BedsPane>] = [
    look("beds.sort", ["o"], "Sort by the next column", hint: "Sort") { $0.nextOrder() },
    look("beds.reverse", ["O"], "Turn the order round") { $0.reverseOrder() },
    look("beds.states", ["s"], "Show the next states: free, soon free, housekeeping, …", hint: "State") {
      $0.nextStates()
    },
    look("beds.statesBack", ["S"], "Show the states before") { $0.nextStates(by: -1) },
    Command("beds.forecast", keys: ["f"], title: "Forecast of free rooms, expected discharges", hint: "Forecast") {
      $0.openForecast()
    },
    Command("beds.assignments", keys: ["E"], title: "Employees with their rooms and patients", hint: "Employees") {
      $0.openAssignments()
    },
    look("beds.pause", ["p"], "Hold live changes back, or let them in", hint: "Pause live") { $0.togglePause() },
    Command("beds.names", keys: ["v"], title: "Hide the names of patients on every list, or show them") {
      $0.asks.add(.run("shell.privacy"))
    },
    look("beds.mark", [" "], "Mark the room; acts then apply to marks") { $0.toggleMark() },
    look("beds.markAll", ["*"], "Mark all rooms that are shown, or none") { $0.toggleAllMarks() },
    look("beds.refresh", ["r", .function(5)], "Read the board again") { $0.refresh() },
    look("beds.filter", ["/"], "Filter the rooms…", hint: "Filter", section: .find) { $0.openFilter() },
    look("beds.next", ["n"], "Next room that was looked for", section: .find) { $0.nextMatch() },
    look("beds.previous", ["N"], "Previous room that was looked for", section: .find) { $0.nextMatch(forward: false) },
  ]

  private static func look(
    _ id: CommandID, _ keys: [Key], _ title: String, hint: String? = nil, section: CommandSection = .pane,
    _ act: @escaping @Sendable (inout BedBoardScreen) -> Void
  ) -> Command<BedsPane> {
    Command(id, keys: keys, title: title, hint: hint, section: section, isMotion: true) { $0.act(act) }
  }

  /// The keys while the filter is typed, for the footer; the pane itself takes them.
  private static let filterKeys: [Command<BedsPane>] = [
    Command(
      "beds.filter.keep", keys: [.enter], title: "Keep the filter", hint: "Keep", section: .form,
      disabled: { $0.screen.filterProblem == nil ? nil : "The filter can't be read yet; correct it, or Esc ends it." }
    ) { $0.act { $0.closeFilter() } },
    Command("beds.filter.empty", keys: [.control("u")], title: "Empty the filter", hint: "Empty", section: .form) {
      $0.act { $0.editFilter { $0.clear() } }
    },
    Command("shell.leave", keys: [.escape], title: "Show all rooms again", hint: "All rooms", section: .form) {
      $0.act { _ = $0.clearFilter() }
    },
  ]

  // MARK: Moving

  private static let moving: [Command<BedsPane>] = [
    move("list.up", [.up, "k"], "Row above") { $0.move(down: -1) },
    move("list.down", [.down, "j"], "Row below") { $0.move(down: 1) },
    move("list.left", [.left], "Tile to the left") { $0.move(right: -1) },
    move("list.right", [.right], "Tile to the right") { $0.move(right: 1) },
    move("list.pageUp", [.pageUp], "Page back") { $0.page(by: -1) },
    move("list.pageDown", [.pageDown], "Page on") { $0.page(by: 1) },
    move("list.first", [.home, "g"], "First row") { pane in pane.act { $0.moveToFirst() } },
    move("list.last", [.end, "G"], "Last row") { pane in pane.act { $0.moveToLast() } },
    move("beds.area", [.tab], "Next area: wards, rooms", hint: "Next area") { $0.nextArea() },
    move("beds.areaBack", [.backTab], "Previous area") { $0.nextArea(forward: false) },
    Command("beds.open", keys: [.enter], title: "Open the ward, or all that is known of the room", isMotion: true) {
      $0.openSelected()
    },
  ]

  private static func move(
    _ id: CommandID, _ keys: [Key], _ title: String, hint: String? = nil,
    _ act: @escaping @Sendable (inout BedsPane) -> Void
  ) -> Command<BedsPane> {
    Command(id, keys: keys, title: title, hint: hint, section: .move, isMotion: true, act: act)
  }

  // MARK: Taking back

  private static let past: [Command<BedsPane>] = [
    Command(
      "shell.undo", keys: ["u", .control("z")], title: "Undo the last reversible act", hint: "Undo",
      section: .everywhere, disabled: { $0.screen.past.undoRefusal }
    ) { pane in pane.act { $0.undo() } },
    Command(
      "shell.redo", keys: [.control("y")], title: "Do it again", section: .everywhere,
      disabled: { $0.screen.past.redoRefusal }
    ) { pane in pane.act { $0.redo() } },
  ]
}
