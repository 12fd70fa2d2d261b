import HospitalDomain
import HospitalServices

/// The rooms and patients of every employee of a department (A5).
package struct AssignmentsScreen: Sendable {
  /// One employee with one room, or with none.
  package struct Line: Hashable, Sendable, Identifiable {
    /// The place in the list.
    package let id: Int
    package let number: String
    /// The employee's name; empty on their second and further lines.
    package let name: String
    package let occupation: String
    package let room: RoomID?
    package let roomNumber: String
    package let patient: String
    package let since: String
  }

  /// The departments in use, with their rooms and people.
  package private(set) var departments: [DepartmentCensus] = []
  /// The lines of the department that is chosen.
  package private(set) var lines: [Line] = []
  /// Which area has the cursor.
  package private(set) var area = BedBoardScreen.Area.rooms
  /// The place of the department that is chosen.
  package private(set) var departmentCursor = 0
  /// The place of the cursor in the lines.
  package private(set) var cursor = 0
  /// Why the list could not be read; nil when it could.
  package private(set) var problem: FormMessage?
  private let session: Session

  /// The assignments of the ward that is chosen on a board, or of the room under its cursor.
  package init(_ board: BedBoardScreen) {
    session = board.session
    let wanted = board.list.choice.ward ?? board.selectedRow?.department.id
    load { screen in
      screen.departments = try StaffService(screen.session).census()
      screen.departmentCursor = screen.departments.firstIndex { $0.department.id == wanted } ?? 0
    }
    read()
  }

  /// The department that is chosen.
  package var department: Department? {
    departments.indices.contains(departmentCursor) ? departments[departmentCursor].department : nil
  }

  /// The line under the cursor.
  package var selected: Line? { lines.indices.contains(cursor) ? lines[cursor] : nil }

  /// How many employees the department has, and how many of them have patients: `12 employees, 9 with patients`.
  package var countText: String {
    let employees = Set(lines.map(\.number))
    let busy = Set(lines.filter { $0.room != nil }.map(\.number))
    return "\(Listing.count(employees.count, "employee")), \(busy.count) with patients"
  }

  /// Goes to the other area (Tab).
  package mutating func nextArea() { area = area == .wards ? .rooms : .wards }

  /// Moves the cursor of the area by so many lines.
  package mutating func move(by step: Int) {
    if area == .wards {
      departmentCursor = min(max(0, departmentCursor + step), max(0, departments.count - 1))
      cursor = 0
      read()
    } else {
      cursor = min(max(0, cursor + step), max(0, lines.count - 1))
    }
  }

  /// Reads the list again, as after a live change; the cursor stays where it is.
  package mutating func read() {
    guard let department else { return }
    load { screen in
      let clock = screen.session.workplace.localTime
      var former = ""
      screen.lines = try StaffService(screen.session).assignments(of: department.id).enumerated().map { place, line in
        defer { former = line.employeeNumber }
        let patient = line.place.map {
          screen.session.hidesNames ? $0.patientName.initials.listed : $0.patientName.listed
        }
        return Line(
          id: place, number: line.employeeNumber, name: line.employeeNumber == former ? "" : line.employeeName.listed,
          occupation: line.employeeNumber == former ? "" : line.occupationTitle, room: line.place?.room,
          roomNumber: line.place?.roomNumber ?? "", patient: patient ?? "",
          since: line.place.map { clock.text($0.since) } ?? "")
      }
      screen.cursor = min(screen.cursor, max(0, screen.lines.count - 1))
    }
  }

  private mutating func load(_ work: (inout AssignmentsScreen) throws -> Void) {
    do {
      try work(&self)
      problem = nil
    } catch {
      problem = FormMessage(problem: error)
    }
  }
}
