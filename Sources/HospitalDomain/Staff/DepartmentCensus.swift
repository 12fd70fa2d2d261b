/// A department with how many rooms and people it has: what keeps it from being retired (A6).
package struct DepartmentCensus: Hashable, Sendable, Identifiable {
  /// The department.
  package let department: Department
  /// The rooms in use.
  package let rooms: Int
  /// The doctors and staff at work.
  package let people: Int
  /// Whether the records of those who lie there are restricted (H6).
  package let isRestricted: Bool

  /// A department, counted.
  package init(_ department: Department, rooms: Int, people: Int, isRestricted: Bool = false) {
    self.department = department
    self.rooms = rooms
    self.people = people
    self.isRestricted = isRestricted
  }

  package var id: DepartmentID { department.id }

  /// Why the department cannot be retired; nil when nothing is in the way.
  package var refusal: Refusal? {
    rooms == 0 && people == 0 ? nil : .departmentInUse(department.name, rooms: rooms, people: people)
  }
}
