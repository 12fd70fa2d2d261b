/// A room as it is recorded (A6).
package struct RoomDetails: Hashable, Sendable {
  /// The number on the door, unique in the hospital: `4A-12`, `3B-12-A`.
  package let number: String
  /// The number of the department that the room belongs to.
  package let department: String
  /// The bay that the room is a bed space of; empty for a single room.
  package let bay: String
  /// What the room is made for.
  package let kind: RoomKind
  /// What else is to be known of it: `oxygen, monitor`.
  package let features: String
  /// Whom the room is meant for.
  package let genderRule: GenderRule

  /// Details that have been checked.
  package init(
    number: String, department: String, bay: String = "", kind: RoomKind, features: String = "",
    genderRule: GenderRule = .any
  ) {
    self.number = number
    self.department = department
    self.bay = bay
    self.kind = kind
    self.features = features
    self.genderRule = genderRule
  }
}

/// The form of a room as it is being typed.
package struct RoomEntry: Hashable, Sendable {
  /// The fields of the form, in its order.
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case number, department, bay, kind, features, genderRule
  }

  /// What stands in each field.
  package var texts: [Field: String]

  /// A form with these texts.
  package init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What stands in a field.
  package subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }

  /// The details, or every wrong field in the order of the form. The number of a bed space begins with its bay's.
  package func check() throws(InvalidEntry) -> RoomDetails {
    var form = EntryReader<Field>()
    let number = form.read(.number, try ShortCode.read(self[.number], name: "room number", example: "4A-12"))
    let department = form.read(
      .department, try ShortCode.read(self[.department], name: "department number", example: "4A"))
    let bay = form.read(.bay, try readBay())
    let kind = form.read(.kind, try RoomKind(entry: self[.kind]))
    let features = form.read(.features, try SafeText.line(self[.features]))
    let genderRule = form.read(.genderRule, try GenderRule(entry: self[.genderRule]))
    if let number, let bay, !bay.isEmpty, !number.hasPrefix(bay + "-") {
      form.note(Misentry("a bed space of bay \(bay) is numbered \(bay)-A, \(bay)-B and so on"), at: .bay)
    }
    guard form.problems.isEmpty, let number, let department, let bay, let kind, let features, let genderRule else {
      throw form.invalid
    }
    return RoomDetails(
      number: number, department: department, bay: bay, kind: kind, features: features, genderRule: genderRule)
  }

  private func readBay() throws(Misentry) -> String {
    self[.bay].trimmed.isEmpty ? "" : try ShortCode.read(self[.bay], name: "bay", example: "3B-12")
  }
}
