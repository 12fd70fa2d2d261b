/// What an administrator sets of a room (A6).
package struct RoomDescription: Hashable, Sendable {
  package let department: DepartmentID
  package let number: String
  package let bay: String
  package let kind: RoomKind
  package let features: String

  package init(department: DepartmentID, number: String, bay: String, kind: RoomKind, features: String) {
    self.department = department
    self.number = number
    self.bay = bay
    self.kind = kind
    self.features = features
  }
}
