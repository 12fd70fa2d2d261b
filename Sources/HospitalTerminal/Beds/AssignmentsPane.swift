import HospitalDomain
import HospitalScreens
import TerminalKit

/// Every employee of a department with their rooms and patients (A5).
package struct AssignmentsPane: Pane {
  package var asks = Asks()
  package var screen: AssignmentsScreen
  private var departments = TableState()
  private var lines = TableState()

  /// The assignments of a department.
  package init(_ screen: AssignmentsScreen) {
    self.screen = screen
  }

  package static let keyTable: [Command<AssignmentsPane>] =
    [
      Command(
        "assignments.open", keys: [.enter], title: "Go to the room on the board", hint: "Go to room", isMotion: true,
        disabled: {
          $0.screen.area == .rooms && $0.screen.selected?.room == nil ? "This employee has no patient now." : nil
        }
      ) { $0.openRoom() },
      Command("assignments.refresh", keys: ["r", .function(5)], title: "Read the list again", isMotion: true) { pane in
        pane.act { $0.read() }
      },
    ]
    + Command.areas(
      move: { pane, step in pane.act { $0.move(by: step) } }, next: { pane in pane.act { $0.nextArea() } },
      page: { $0.screen.area == .wards ? $0.departments.visible : $0.lines.visible })

  package var title: String { "Employees" + (screen.department.map { " · \($0.name)" } ?? "") }
  package func context(columns: Int) -> StyledText { StyledText("\(screen.countText)", .caption) }

  package mutating func appear() { act { $0.read() } }

  package mutating func receive(_ news: LiveNews) {
    if news.topic == .board { act { $0.read() } }
  }

  private mutating func act(_ act: (inout AssignmentsScreen) -> Void) {
    act(&screen)
    if let problem = screen.problem { asks.add(problem.ask) }
    sync()
  }

  private mutating func sync() {
    lines.follow(count: screen.lines.count, cursor: screen.cursor)
    departments.follow(count: screen.departments.count, cursor: screen.departmentCursor)
  }

  private mutating func openRoom() {
    if screen.area == .wards { return act { $0.nextArea() } }
    if let room = screen.selected?.room { asks.close(answer: room) }
  }

  package mutating func draw(on canvas: inout Canvas) {
    sync()
    let height = min(screen.departments.count + 1, max(3, canvas.rows / 3))
    let isInDepartments = screen.area == .wards
    canvas.within(Area(column: 0, row: 0, columns: canvas.columns, rows: height)) {
      Self.departmentTable.draw(screen.departments, state: &departments, on: &$0, focused: isInDepartments)
      if !isInDepartments { departments.drawChosen(on: &$0) }
    }
    canvas.rule(row: height)
    canvas.within(
      Area(column: 0, row: height + 1, columns: canvas.columns, rows: canvas.rows - height - 1)
    ) {
      Self.table.draw(screen.lines, state: &lines, on: &$0, focused: !isInDepartments)
      if isInDepartments { lines.drawChosen(on: &$0) }
    }
  }

  private static let departmentTable = Table<DepartmentCensus>(
    [
      TableColumn("DEPARTMENT", width: .flexible(20)) { $0.department.name },
      TableColumn("ROOMS", width: .fixed(5), align: .right) { "\($0.rooms)" },
      TableColumn("EMPLOYEES", width: .fixed(9), align: .right) { "\($0.people)" },
    ], empty: "No departments yet.")

  private static let table = Table<AssignmentsScreen.Line>(
    [
      TableColumn("EMPLOYEE", width: .flexible(18)) { $0.name },
      TableColumn("DOES", width: .flexible(10), rank: 1) { $0.occupation },
      TableColumn("ROOM", width: .fixed(8)) { $0.roomNumber },
      TableColumn("PATIENT", width: .flexible(14), role: { $0.room == nil ? .hint : nil }) {
        $0.room == nil ? "none" : $0.patient
      },
      TableColumn("SINCE", width: .fixed(16), rank: 2) { $0.since },
    ], empty: "Nobody works in this department.")
}
