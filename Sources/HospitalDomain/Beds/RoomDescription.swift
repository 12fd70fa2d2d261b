/// What an administrator sets of a room (A6).
package struct RoomDescription: Hashable, Sendable {
  /// The department that the room belongs to.
  package let department: DepartmentID
  /// The number on the door, such as `4A-12`; unique in the hospital among rooms in use.
  package let number: String
  /// The bay that it is a bed space of, such as `3B-12`; empty for a room of its own.
  package let bay: String
  /// What sort of room it is.
  package let kind: RoomKind
  /// What the room has, in words: `side room, oxygen`; may be empty.
  package let features: String

  package init(department: DepartmentID, number: String, bay: String, kind: RoomKind, features: String) {
    self.department = department
    self.number = number
    self.bay = bay
    self.kind = kind
    self.features = features
  }
}
