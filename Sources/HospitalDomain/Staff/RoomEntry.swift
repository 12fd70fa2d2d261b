/// The form of a room as it is being typed (A6).
package struct RoomEntry: Hashable, Sendable {
  /// The fields of the form, in its order.
  package enum Field: String, CaseIterable, Hashable, Sendable { case department, number, bay, kind, features }

  /// What stands in each field.
  package var texts: [Field: String]

  /// A form with these texts.
  package init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What stands in a field.
  package subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }

  /// The description, or every wrong field in the order of the form. The number of a bed space begins with its bay's.
  /// - Parameter departments: those that the room can belong to.
  package func check(departments: [Department]) throws(InvalidEntry) -> RoomDescription {
    var form = EntryReader<Field>()
    let department = form.read(.department, try Department.named(self[.department], among: departments))
    let number = form.read(.number, try ShortCode.read(self[.number], name: "room number", example: "4A-12"))
    let bay = form.read(.bay, try readBay())
    let kind = form.read(.kind, try RoomKind(entry: self[.kind]))
    let features = form.read(.features, try SafeText.line(self[.features]))
    if let number, let bay, !bay.isEmpty, !number.hasPrefix(bay + "-") {
      form.note(Misentry("a bed space of bay \(bay) is numbered \(bay)-A, \(bay)-B and so on"), at: .bay)
    }
    guard form.problems.isEmpty, let department, let number, let bay, let kind, let features else {
      throw form.invalid
    }
    return RoomDescription(department: department.id, number: number, bay: bay, kind: kind, features: features)
  }

  private func readBay() throws(Misentry) -> String {
    self[.bay].trimmed.isEmpty ? "" : try ShortCode.read(self[.bay], name: "bay", example: "3B-12")
  }
}
