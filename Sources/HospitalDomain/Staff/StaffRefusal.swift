extension Refusal {
  /// An employee leaves who still has patients; says where.
  package static func employeeHasPatients(_ name: PersonName, rooms: [String]) -> Refusal {
    Refusal(
      code: "staff.hasPatients",
      sentence: "\(name.listed) has patients in \(Listing.and(rooms)); assign somebody else there first.")
  }

  /// Another department in use has this name.
  package static func departmentNameTaken(_ name: String) -> Refusal {
    Refusal(
      code: "department.nameTaken", sentence: "There is a department \(name) already; choose another name.",
      field: "name")
  }

  /// A department with rooms or people is retired.
  package static func departmentInUse(_ name: String, rooms: Int, people: Int) -> Refusal {
    Refusal(
      code: "department.inUse",
      sentence: "\(name) has \(Listing.count(rooms, "room")) and \(Listing.count(people, "employee")); "
        + "move or retire them first.")
  }

  /// Another room in use has this number.
  package static func roomNumberTaken(_ number: String) -> Refusal {
    Refusal(
      code: "room.numberTaken", sentence: "There is a room \(number) already; choose another number.", field: "number")
  }
}
