extension Refusal {
  /// An employee leaves who still has patients; says where.
  package static func employeeHasPatients(_ name: PersonName, rooms: [String]) -> Refusal {
    Refusal(
      code: "staff.hasPatients",
      sentence: "\(name.listed) has patients in \(Listing.and(rooms)); assign somebody else there first.")
  }

  /// Somebody who has left the hospital is given a patient.
  package static func employeeLeft(
    _ name: PersonName, on day: CalendarDate, field: String, instead: String
  ) -> Refusal {
    Refusal(
      code: "staff.left", sentence: "\(name.listed) left the hospital on \(day); choose \(instead).", field: field)
  }

  /// The doctor is not on file.
  package static var noSuchDoctor: Refusal {
    Refusal(
      code: "staff.unknown", sentence: "There is no such doctor; press F4 for the list of doctors.", field: "doctor")
  }

  /// The member of staff is not on file.
  package static var noSuchStaff: Refusal {
    Refusal(
      code: "staff.unknown", sentence: "There is no such member of staff; press F4 for the list of staff.",
      field: "staff")
  }

  /// The department is not on file.
  package static var noSuchDepartment: Refusal {
    Refusal(
      code: "department.unknown", sentence: "There is no such department; press F4 for the list of departments.",
      field: "department")
  }

  /// A room or a person is put into a department that was retired.
  package static func departmentRetired(_ name: String) -> Refusal {
    Refusal(
      code: "department.retired",
      sentence: "\(name) is retired and takes no rooms or people; choose another department.", field: "department")
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
